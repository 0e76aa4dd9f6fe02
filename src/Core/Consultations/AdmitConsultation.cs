using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations;

/// <summary>
/// 受理: the office takes it on, in writing or for a session, and may correct title, situation and units on the way. The units are asked for their
/// written views, each once: five working days, one when urgent (domain: a4). The same request takes one from written views to a session.
/// </summary>
/// <param name="Title">Null leaves it; so with <paramref name="Situation"/> and <paramref name="UnitIds"/>.</param>
public sealed record AdmitConsultation(
    Guid RecordId,
    int? Step,
    AdmissionRoute Route,
    string? Title = null,
    Situation? Situation = null,
    IReadOnlyList<Guid>? UnitIds = null
) : IRecordRequest<ConsultationAdmitted>
{
    /// <summary>Which action of the table a route is.</summary>
    public static ConsultationAction ActionFor(AdmissionRoute route) =>
        route switch
        {
            AdmissionRoute.WrittenViews => ConsultationAction.AdmitForViews,
            AdmissionRoute.RegularSession => ConsultationAction.AdmitForRegularSession,
            AdmissionRoute.OwnSession => ConsultationAction.AdmitForOwnSession,
            _ => throw new ArgumentOutOfRangeException(nameof(route), route, message: null),
        };

    internal sealed class Handler(DeadlineRules rules) : ConsultationHandler<AdmitConsultation, ConsultationAdmitted>
    {
        protected override ConsultationAction ActionOf(AdmitConsultation request) => ActionFor(request.Route);

        protected override async Task<Refusal?> CheckAsync(AdmitConsultation request, Consultation record, Work work, CancellationToken cancel)
        {
            if (FreeText.Check(Texts.FieldTitle, request.Title, ConsultationTitle.MaxLength) is { } refusal)
            {
                return refusal;
            }

            if (request.Situation is { } situation && !Enum.IsDefined(situation))
            {
                return new Refusal(Refusal.Invalid, Texts.UnknownSituation);
            }

            if ((request.UnitIds?.Count ?? record.InvitedUnits.Count) == 0)
            {
                return new Refusal(Refusal.Invalid, Texts.WhichUnits);
            }

            var complaint = await InvitedUnitsCheck.ComplaintAsync(work.Db, record.UnitId, request.UnitIds ?? [], cancel);
            return complaint is null ? null : new Refusal(Refusal.Invalid, complaint);
        }

        protected override async Task<ConsultationAdmitted> ApplyAsync(
            AdmitConsultation request,
            Consultation record,
            ConsultationState from,
            Work work,
            CancellationToken cancel
        )
        {
            var before = await ConsultationSnapshot.OfAsync(work.Db, record, cancel);
            var asked = record.AdmittedAt is null ? [] : record.InvitedUnits.ConvertAll(i => i.UnitId);
            Correct(request, record);
            record.Route = request.Route;
            record.AdmittedAt ??= work.Now;
            var now = record.InvitedUnits.ConvertAll(i => i.UnitId);
            var toAsk = now.Except(asked).ToList();
            if (toAsk.Count > 0)
            {
                record.ViewsDue = rules.DueOf(Promise.View, work.Now, record.UrgentReason is not null);
            }

            var after = await ConsultationSnapshot.OfAsync(work.Db, record, cancel);
            var corrected = !string.Equals(before, after, StringComparison.Ordinal);
            work.Remember(
                RecordNumber.Consultation,
                record.Id,
                ActionFor(request.Route).ToString(),
                Texts.HistoryAdmitted.With(ConsultationChoices.RouteName(request.Route)),
                before: corrected ? before : null,
                after: corrected ? after : null
            );
            var contacts = await Addressees.ContactsOfAsync(work.Db, toAsk.Concat(asked.Except(now)), cancel);
            await TellUnitsAsync(record, toAsk, asked.Except(now), contacts, work, cancel);
            work.Tell(record.DrafterId, await DrafterNotices.AdmittedAsync(work.Db, record, work.Person.Person, cancel));
            return await AnswerAsync(record, toAsk.Where(id => !contacts.ContainsKey(id)).ToList(), work, cancel);
        }

        private static void Correct(AdmitConsultation request, Consultation record)
        {
            record.Title = ConsultationTitle.Of(request.Title) ?? record.Title;
            record.Situation = request.Situation ?? record.Situation;
            if (request.UnitIds is { } units)
            {
                InvitedUnitsCheck.Invite(record, units);
            }
        }

        private static async Task TellUnitsAsync(
            Consultation record,
            IEnumerable<Guid> toAsk,
            IEnumerable<Guid> released,
            IReadOnlyDictionary<Guid, Directory.Person> contacts,
            Work work,
            CancellationToken cancel
        )
        {
            var notices = await InvitedNotices.PleaseGiveViewAsync(work.Db, record, toAsk, cancel);
            foreach (var (unitId, notice) in notices.Where(n => contacts.ContainsKey(n.Key)))
            {
                work.Tell(contacts[unitId].Id, notice);
            }

            foreach (var unitId in released.Where(contacts.ContainsKey))
            {
                work.Tell(contacts[unitId].Id, Message.Say(Texts.NoticeNotNeededTitle.With(record.Title), Texts.NoticeNotNeededText));
            }
        }

        private static async Task<ConsultationAdmitted> AnswerAsync(
            Consultation record,
            IReadOnlyList<Guid> unreached,
            Work work,
            CancellationToken cancel
        ) =>
            new(
                record.Id,
                record.Number,
                record.Title,
                record.Route!.Value,
                record.ViewsDue!.Value,
                await UnitNames.OfAsync(work.Db, record.InvitedUnits.ConvertAll(i => i.UnitId), cancel),
                await UnitNames.OfAsync(work.Db, unreached, cancel)
            );
    }
}

/// <summary>
/// The answer to the office. <paramref name="Units"/> take part, in protocol order; <paramref name="Unreached"/> have nobody in the directory who
/// could be written to: call them.
/// </summary>
public sealed record ConsultationAdmitted(
    Guid Id,
    string Number,
    string Title,
    AdmissionRoute Route,
    DateTimeOffset ViewsDue,
    IReadOnlyList<string> Units,
    IReadOnlyList<string> Unreached
);
