using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations.Resolutions;
using SupervisionBot.Core.Forms;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Sessions;

/// <summary>记录: saves attendance, discussion and resolutions of an open session. Each save replaces what was there.</summary>
/// <param name="RecordId">The session.</param>
public sealed record RecordSession(Guid RecordId, int? Step, SessionRecord Record) : IRecordRequest<SessionRecorded>
{
    internal sealed class Handler : SessionHandler<RecordSession, SessionRecorded>
    {
        protected override SessionAction ActionOf(RecordSession request) => SessionAction.Record;

        protected override async Task<Refusal?> CheckAsync(RecordSession request, Session record, Work work, CancellationToken cancel)
        {
            if (request.Record.Version != record.Version)
            {
                return new Refusal(Refusal.Stale, await RecordedMeanwhileAsync(record, work, cancel));
            }

            var units = await work.Db.Units.Select(u => u.Id).ToHashSetAsync(cancel);
            return request.Record.Check(record, units) is [var first, ..] ? new Refusal(Refusal.Invalid, first.Sentence) : null;
        }

        protected override Task<SessionRecorded> ApplyAsync(
            RecordSession request,
            Session record,
            SessionState from,
            Work work,
            CancellationToken cancel
        )
        {
            foreach (var tick in request.Record.Attendances)
            {
                var row = record.Attendances.Find(a => a.Id == tick.AttendanceId)!;
                row.Present = tick.Present;
                row.Attendee = PlainText.Clean(tick.Attendee).Replace('\n', ' ');
            }

            foreach (var written in request.Record.Items)
            {
                var item = record.AgendaItems.Find(i => i.Id == written.AgendaItemId)!;
                item.Discussion = PlainText.Clean(written.Discussion);
                item.Outcome = written.Outcome;
                work.Db.RemoveRange(item.Resolutions.ToList());
                work.Db.AddRange(written.Resolutions.Select((resolution, index) => Make(resolution, item, index + 1, work)));
            }

            work.Remember(RecordNumber.Session, record.Id, nameof(SessionAction.Record), Texts.HistoryRecorded);
            return Task.FromResult(new SessionRecorded(record.Version));
        }

        private static Resolution Make(ResolutionRecord resolution, AgendaItem item, int order, Work work) =>
            new()
            {
                Id = work.NewId(),
                AgendaItemId = item.Id,
                Order = order,
                Text = PlainText.Clean(resolution.Text),
                LeadUnitId = resolution.LeadUnitId!.Value,
                SupportingUnitIds = [.. resolution.SupportingUnitIds.Distinct()],
                DueOn = resolution.DueOn,
            };

        private static async Task<string> RecordedMeanwhileAsync(Session session, Work work, CancellationToken cancel)
        {
            var last = await work
                .Db.History.Where(h => h.RecordId == session.Id)
                .OrderByDescending(h => h.Id)
                .Select(h => new { h.At, Name = work.Db.People.Where(p => p.Id == h.PersonId).Select(p => p.Name).FirstOrDefault() })
                .FirstAsync(cancel);
            return Texts.RecordedMeanwhile.With(last.Name ?? Texts.SomebodyElse, ChinaTime.Moment(last.At));
        }
    }
}

/// <summary>Saved; the next save must carry this version.</summary>
public sealed record SessionRecorded(int Version);
