using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Sessions;

/// <summary>发会议议程: every expected unit, the host and the drafters get the agenda and the page with the material; again only when it has changed.</summary>
/// <param name="RecordId">The session.</param>
public sealed record SendAgenda(Guid RecordId, int? Step) : IRecordRequest<AgendaSent>
{
    /// <summary>Whether the agenda stands otherwise than it was sent.</summary>
    internal static bool IsDue(Session session) => session.AgendaSent is { } sent && sent != Agenda.Fingerprint(session);

    internal sealed class Handler : SessionHandler<SendAgenda, AgendaSent>
    {
        protected override SessionAction ActionOf(SendAgenda request) => SessionAction.SendAgenda;

        protected override string GuardSentence(SendAgenda request, Session record) => Texts.AgendaSentAlready;

        protected override async Task<AgendaSent> ApplyAsync(
            SendAgenda request,
            Session record,
            SessionState from,
            Work work,
            CancellationToken cancel
        )
        {
            var again = record.AgendaSent is not null;
            record.AgendaSent = Agenda.Fingerprint(record);
            work.Remember(
                RecordNumber.Session,
                record.Id,
                nameof(SessionAction.SendAgenda),
                again ? Texts.HistoryAgendaSentAgain : Texts.HistoryAgendaSent,
                after: SessionNames.Agenda(record)
            );
            var notice = SessionNotices.Agenda(record, again);
            foreach (var person in await Concerned.OfAsync(work.Db, record, cancel))
            {
                work.Tell(person.PersonId, notice);
            }

            var units = record.Attendances.Where(a => a.PersonId is null).OrderBy(a => a.Unit!.Order).ToList();
            var contacts = await Addressees.ContactsOfAsync(work.Db, units.Select(a => a.UnitId), cancel);
            return new AgendaSent(
                record.Id,
                record.Number,
                SessionNames.Title(record),
                again,
                units.ConvertAll(a => a.Unit!.ShortName),
                units.FindAll(a => !contacts.ContainsKey(a.UnitId)).ConvertAll(a => a.Unit!.ShortName)
            );
        }
    }
}

/// <summary>
/// The answer to the office. <paramref name="Units"/> got it, in protocol order; <paramref name="Unreached"/> of them have nobody in the directory.
/// </summary>
public sealed record AgendaSent(Guid Id, string Number, string Title, bool Again, IReadOnlyList<string> Units, IReadOnlyList<string> Unreached);
