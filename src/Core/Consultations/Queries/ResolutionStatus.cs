using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations.Resolutions;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Consultations.Queries;

/// <summary>Where a tracked resolution stands.</summary>
internal static class ResolutionStatus
{
    private const int TitleLength = 40;

    /// <summary>What it is called in a list: the matter first, its number last.</summary>
    public static string Title(ResolutionLine line) => Texts.ResolutionTitle.With(ConsultationTitle.Cut(line.Text, TitleLength), line.Number);

    public static async Task<Message?> OfAsync(WorkDb db, Actor actor, Guid recordId, CancellationToken cancel)
    {
        var number = await db.Resolutions.VisibleTo(actor).Where(r => r.Id == recordId).Select(r => r.Number).FirstOrDefaultAsync(cancel);
        if (number is null || await ResolutionPage.LoadAsync(db, actor, number, cancel) is not { } page)
        {
            return null;
        }

        var line = page.Resolution;
        return new Message
        {
            Title = Texts.StatusTitle.With(ConsultationTitle.Cut(line.Text, TitleLength), line.StateName),
            Facts = [.. Facts(page)],
            Choices = [.. page.Choices, new Choice(Signing.Texts.ChoiceFull, "open", Url: $"/minutes/{line.SourceNumber}")],
            Footer = line.Number,
        };
    }

    private static IEnumerable<Fact> Facts(ResolutionPage page)
    {
        var line = page.Resolution;
        yield return new Fact(Texts.FactLeadUnit, line.LeadUnit);
        if (line.SupportingUnits.Count > 0)
        {
            yield return new Fact(Texts.FactSupportingUnits, string.Join('、', line.SupportingUnits));
        }

        yield return new Fact(Resolutions.Texts.FactDue, line.DueOn is { } due ? ChinaTime.Day(due) : Resolutions.Texts.DueAlways);
        if (page.SendBackReason is { } reason)
        {
            yield return new Fact(Texts.FactSentBack, reason);
        }

        if (page.Reports is [.., var last])
        {
            yield return new Fact(Texts.FactLastReport, Texts.LastReport.With(last.UnitName, ChinaTime.Stamp(last.At), last.Text));
        }

        if (page.Files.Count > 0)
        {
            yield return new Fact(Texts.FactFiles, Texts.NoticeFiles.With(page.Files.Count));
        }
    }
}
