using Microsoft.EntityFrameworkCore;
using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Core;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Consultations.Queries;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.UseCases;
using static SupervisionBot.Core.Consultations.ConsultationAction;

namespace SupervisionBot.Bot.Conversations.Talks;

/// <summary>受理: the office's five exits. A missing list of units is asked for in one sentence; an own session asks at once when and where.</summary>
internal sealed class OfficeTalk(UseCases useCases, Sentences sentences, SchedulingTalk scheduling, Names names) : ITalk
{
    public IEnumerable<(string Verb, Answer Answer)> Verbs =>
        [
            (ConsultationChoices.VerbPrefix + AdmitForViews, (t, p, c) => AdmitAsync(t, p, AdmissionRoute.WrittenViews, c)),
            (ConsultationChoices.VerbPrefix + AdmitForRegularSession, (t, p, c) => AdmitAsync(t, p, AdmissionRoute.RegularSession, c)),
            (ConsultationChoices.VerbPrefix + AdmitForOwnSession, (t, p, c) => AdmitAsync(t, p, AdmissionRoute.OwnSession, c)),
            (ConsultationChoices.VerbPrefix + ConsultationAction.ConvertToOrder, ConvertAsync),
            (ConsultationChoices.VerbPrefix + ConsultationAction.ReturnForCompletion, ReturnAsync),
            (ConsultationChoices.VerbPrefix + ConsultationAction.ConcludeInWriting, ConcludeAsync),
        ];

    private async Task AdmitAsync(TurnContext turn, Press press, AdmissionRoute route, CancellationToken cancel)
    {
        IReadOnlyList<Guid>? units = press.Sentence is { } sentence ? await names.UnitsInAsync(turn.Work.Db, sentence, cancel) : null;
        if (units is { Count: 0 })
        {
            await sentences.AskAsync(turn, press with { Sentence = null }, Texts.UnitsNotFound, null, cancel);
            return;
        }

        var outcome = await useCases.RunInAsync(turn.Work, new AdmitConsultation(press.Id, press.Step, route, null, null, units), cancel);
        if (outcome.Refusal is { Code: Refusal.Invalid } missing)
        {
            await sentences.AskAsync(turn, press with { Sentence = null }, missing.Sentence, null, cancel);
            return;
        }

        if (outcome.Refusal is { } refusal)
        {
            await StandingTalk.RefuseAsync(turn, refusal, press.Id, cancel);
            return;
        }

        await AnswerAsync(turn, press, route, outcome.Value, cancel);
    }

    private async Task AnswerAsync(TurnContext turn, Press press, AdmissionRoute route, ConsultationAdmitted done, CancellationToken cancel)
    {
        var asked = Texts.ViewsAsked.With(string.Join('、', done.Units), ChinaTime.Moment(done.ViewsDue));
        if (route == AdmissionRoute.OwnSession)
        {
            await scheduling.AskWhenAsync(turn, press.Id, Texts.AdmittedForSession.With(done.Title), asked, cancel);
            return;
        }

        var title = route == AdmissionRoute.WrittenViews ? Texts.AdmittedForViews : Texts.AdmittedForRegular;
        turn.Reply(
            new Message
            {
                Title = title.With(done.Title),
                Text = asked,
                Choices = route == AdmissionRoute.RegularSession ? [await ScheduleChoiceAsync(turn, done.Id, cancel)] : [],
                Footer = StandingTalk.Footer(done.Number),
            }
        );
    }

    /// <summary>定会期, for the last of those that the office wants on the agenda.</summary>
    private static async Task<Choice> ScheduleChoiceAsync(TurnContext turn, Guid id, CancellationToken cancel) =>
        ConsultationChoices.Of(Schedule, await turn.Work.Db.Consultations.FirstAsync(c => c.Id == id, cancel));

    private async Task ConvertAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        var outcome = await useCases.RunInAsync(turn.Work, new ConvertToOrder(press.Id, press.Step, press.Sentence), cancel);
        if (outcome.Refusal is { } refusal)
        {
            await StandingTalk.RefuseAsync(turn, refusal, press.Id, cancel);
            return;
        }

        // Several departments, or none: the office says at once which one leads.
        var now = await RecordStatus.OfAsync(turn.Work.Db, turn.Work.Person, outcome.Value.Order.Id, turn.Work.Now, cancel);
        turn.Reply(now! with { Title = outcome.Value.Order.LeadUnit is { } lead ? Texts.ConvertedTo.With(lead.ShortName) : Texts.Converted });
    }

    private async Task ReturnAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (press.Sentence is not { } missing)
        {
            await sentences.AskAsync(turn, press, Texts.AskReturn, null, cancel);
            return;
        }

        var outcome = await useCases.RunInAsync(turn.Work, new ReturnForCompletion(press.Id, press.Step, missing), cancel);
        await AnswerAsync(turn, press, outcome.Refusal, Texts.Returned, cancel);
    }

    /// <summary>出具会商意见 is too long for the chat: it is written on the record's page.</summary>
    private static async Task ConcludeAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        var consultation = await turn
            .Work.Db.Consultations.AsNoTracking()
            .VisibleTo(turn.Work.Person)
            .FirstOrDefaultAsync(c => c.Id == press.Id, cancel);
        if (consultation is null || !ConsultationLifecycle.Table.Can(turn.Work.Person, ConsultationAction.ConcludeInWriting, consultation))
        {
            await StandingTalk.RefuseAsync(turn, new Refusal(Refusal.Stale, Conversations.Texts.ChoiceGone), press.Id, cancel);
            return;
        }

        turn.Reply(
            new Message
            {
                Title = Texts.ConcludeHere.With(consultation.Title),
                Text = Texts.ConcludeHereThen,
                Choices = [ConsultationChoices.Full(consultation) with { Label = Texts.ChoiceConcludePage }],
                Footer = StandingTalk.Footer(consultation.Number),
            }
        );
    }

    private static async Task AnswerAsync(TurnContext turn, Press press, Refusal? refusal, string done, CancellationToken cancel)
    {
        if (refusal is not null)
        {
            await StandingTalk.RefuseAsync(turn, refusal, press.Id, cancel);
            return;
        }

        turn.Reply(done);
    }
}
