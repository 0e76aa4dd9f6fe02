using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using static SupervisionBot.Core.Consultations.ConsultationChoices;

namespace SupervisionBot.Core.Consultations;

/// <summary>What the office is told once a consultation runs.</summary>
internal static class OfficeNotices
{
    /// <summary>The five exits of a request, in the order of conversation.md 2.1.</summary>
    public static IReadOnlyList<ConsultationAction> Exits { get; } =
    [
        ConsultationAction.AdmitForViews,
        ConsultationAction.AdmitForRegularSession,
        ConsultationAction.AdmitForOwnSession,
        ConsultationAction.ConvertToOrder,
        ConsultationAction.ReturnForCompletion,
    ];

    /// <summary>What follows once the views are in.</summary>
    public static IReadOnlyList<ConsultationAction> AfterViews { get; } =
    [
        ConsultationAction.ConcludeInWriting,
        ConsultationAction.AdmitForOwnSession,
        ConsultationAction.AdmitForRegularSession,
        ConsultationAction.Schedule,
    ];

    /// <summary>意见已收齐: every unit's view on one line, in protocol order.</summary>
    public static async Task<Message> ViewsCompleteAsync(WorkDb db, Consultation consultation, CancellationToken cancel)
    {
        var ids = consultation.InvitedUnits.ConvertAll(i => i.UnitId);
        var units = await db.Units.AsNoTracking().Where(u => ids.Contains(u.Id)).OrderBy(u => u.Order).ToListAsync(cancel);
        var views = units.ConvertAll(u => new Fact(
            u.ShortName,
            ConsultationTitle.Cut(ViewWords.Whole(consultation.InvitedUnits.First(i => i.UnitId == u.Id)), InvitedNotices.ExcerptLength)
        ));
        return new Message
        {
            Title = Texts.NoticeViewsCompleteTitle.With(consultation.Title),
            Facts = views,
            Choices = [.. NextSteps(consultation), Full(consultation)],
            Footer = Footer(consultation),
        };
    }

    private static IEnumerable<Choice> NextSteps(Consultation consultation) =>
        AfterViews
            .Where(action => ConsultationLifecycle.Table.Rows.Any(r => r.From == consultation.State && r.Action == action))
            .Select(action => Of(action, consultation));
}
