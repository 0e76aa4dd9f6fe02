using System.Globalization;
using SupervisionBot.Core.Documents;
using SupervisionBot.Core.TypicalPractices;
using SupervisionBot.Core.TypicalPractices.Bulletins;

namespace SupervisionBot.Bot.Pages.Practices;

/// <summary>The editor of a bulletin as it is filled in; every text as typed, so that nothing is lost on the way back.</summary>
internal sealed class BulletinForm
{
    public int? Step { get; set; }
    public List<BulletinRow> Rows { get; set; } = [];
    public string? Foreword { get; set; }
    public string? ReportedTo { get; set; }
    public string? SentTo { get; set; }
    public string? DistributedTo { get; set; }
    public string? Copies { get; set; }

    /// <summary>A new one, with the readers of the settings.</summary>
    public static BulletinForm New(PaperSettings settings) =>
        new()
        {
            ReportedTo = settings.BulletinReportedTo,
            SentTo = settings.BulletinSentTo,
            DistributedTo = settings.BulletinDistributedTo,
        };

    public static BulletinForm Of(Bulletin bulletin) =>
        new()
        {
            Step = bulletin.Step,
            Foreword = bulletin.Foreword,
            ReportedTo = bulletin.ReportedTo,
            SentTo = bulletin.SentTo,
            DistributedTo = bulletin.DistributedTo,
            Copies = bulletin.Copies?.ToString(CultureInfo.InvariantCulture),
            Rows = [.. bulletin.Items.Select(i => new BulletinRow { Id = i.PracticeId, Order = i.Order })],
        };

    /// <summary>Every practice that can be picked, with the place chosen for it so far.</summary>
    public void Offer(IEnumerable<TypicalPractice> practices)
    {
        var chosen = Rows.ToLookup(r => r.Id, r => r.Order);
        Rows =
        [
            .. practices.Select(p => new BulletinRow
            {
                Id = p.Id,
                Order = chosen[p.Id].FirstOrDefault(),
                Title = p.Title,
                Unit = p.Unit!.ShortName,
            }),
        ];
    }

    /// <summary>As the use case takes it; a number of copies that is none is refused there.</summary>
    public BulletinContent ToContent() =>
        new(
            [.. Rows.Where(r => r.Order is not null).OrderBy(r => r.Order).Select(r => r.Id)],
            Foreword,
            ReportedTo,
            SentTo,
            DistributedTo,
            string.IsNullOrWhiteSpace(Copies) ? null
                : int.TryParse(Copies, NumberStyles.None, CultureInfo.InvariantCulture, out var copies) ? copies
                : 0
        );
}

internal sealed class BulletinRow
{
    public Guid Id { get; set; }

    /// <summary>Its place, from 1; null leaves it out.</summary>
    public int? Order { get; set; }
    public string Title { get; set; } = "";
    public string Unit { get; set; } = "";
}
