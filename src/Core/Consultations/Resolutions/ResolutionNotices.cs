using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Resolutions;

/// <summary>What office and units are told about a resolution, each with exactly the actions that are theirs.</summary>
internal static class ResolutionNotices
{
    private const int MatterLength = 40;

    /// <summary>To the office: close it out, or send it back.</summary>
    public static Message Done(Resolution resolution, ProgressReport report, int files) =>
        About(resolution, Texts.NoticeDone) with
        {
            Facts = [new Fact(resolution.LeadUnit!.ShortName, report.Text), new Fact(Texts.FactDue, Due(resolution))],
            Text = files == 0 ? null : Texts.NoticeFiles.With(files),
            Choices = [ResolutionChoices.Of(ResolutionAction.CloseOut, resolution), ResolutionChoices.Of(ResolutionAction.SendBack, resolution)],
        };

    public static Message ClosedOut(Resolution resolution) => About(resolution, Texts.NoticeClosedOut);

    /// <summary>To the responsible unit.</summary>
    public static Message SentBack(Resolution resolution, string officeLine) =>
        About(resolution, Texts.NoticeSentBack) with
        {
            Facts = [new Fact(Texts.FactDue, Due(resolution)), new Fact(Texts.FactOffice, officeLine)],
            Text = resolution.SendBackReason,
            Choices =
            [
                ResolutionChoices.Of(ResolutionAction.ReportDone, resolution),
                ResolutionChoices.Of(ResolutionAction.ReportProgress, resolution),
            ],
        };

    /// <summary>12月10日（周四） or 长期坚持.</summary>
    public static string Due(Resolution resolution) => resolution.DueOn is { } due ? ChinaTime.Day(due) : Texts.DueAlways;

    /// <summary>Tells units through whoever they are reached by.</summary>
    /// <returns>Those that were told, by short names in protocol order.</returns>
    public static async Task<IReadOnlyList<string>> TellUnitsAsync(
        Resolution resolution,
        IReadOnlyList<Guid> unitIds,
        Message notice,
        Work work,
        CancellationToken cancel
    )
    {
        var contacts = await Addressees.ContactsOfAsync(work.Db, unitIds, cancel);
        var units = await work.Db.Units.Where(u => unitIds.Contains(u.Id)).OrderBy(u => u.Order).ToListAsync(cancel);
        var reached = units.FindAll(u => contacts.ContainsKey(u.Id));
        reached.ForEach(u => work.Tell(contacts[u.Id].Id, notice));
        return reached.ConvertAll(u => u.ShortName);
    }

    private static Message About(Resolution resolution, string title) =>
        new() { Title = title.With(ConsultationTitle.Cut(resolution.Text, MatterLength)), Footer = resolution.Number };
}
