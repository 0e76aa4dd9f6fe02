using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using static SupervisionBot.Core.Consultations.ConsultationChoices;

namespace SupervisionBot.Core.Consultations;

/// <summary>What invited units are told: what is asked, until when, and whom to call.</summary>
internal static class InvitedNotices
{
    /// <summary>Long texts are read on the record's page; a message shows their beginning.</summary>
    public const int ExcerptLength = 120;

    /// <summary>请反馈意见, one message for each unit, by unit.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Message>> PleaseGiveViewAsync(
        WorkDb db,
        Consultation consultation,
        IEnumerable<Guid> unitIds,
        CancellationToken cancel
    )
    {
        var ids = unitIds.ToList();
        var units = await db.Units.AsNoTracking().Where(u => ids.Contains(u.Id)).ToListAsync(cancel);
        var files = await db.Files.CountAsync(f => f.RecordId == consultation.Id, cancel);
        return units.ToDictionary(
            u => u.Id,
            u => new Message
            {
                Title = Texts.NoticeViewTitle.With(consultation.Title, consultation.Unit!.ShortName),
                Facts =
                [
                    new Fact(Texts.NoticeViewDue, ChinaTime.Moment(consultation.ViewsDue!.Value)),
                    new Fact(Texts.NoticeContact, Addressees.Line(consultation.Drafter!)),
                ],
                Text = ConsultationTitle.Cut(consultation.Account, ExcerptLength) + (files == 0 ? "" : Texts.NoticeFilesAside.With(files)),
                Choices = [.. Views(consultation, u), Full(consultation)],
                Footer = Footer(consultation),
            }
        );
    }
}
