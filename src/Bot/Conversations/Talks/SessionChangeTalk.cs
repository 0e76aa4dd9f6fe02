using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Bot.Understanding;
using SupervisionBot.Core;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Bot.Conversations.Talks;

/// <summary>改期 and 取消 of a session: one sentence, shown once with whom it reaches, then it goes out to everybody.</summary>
internal sealed class SessionChangeTalk(UseCases useCases, Sentences sentences, SessionWords words) : ITalk
{
    private const string Reschedule = SessionChoices.VerbPrefix + nameof(SessionAction.Reschedule);
    private const string Cancel = SessionChoices.VerbPrefix + nameof(SessionAction.Cancel);
    private const string SendReschedule = "reschedule.send";
    private const string SendCancel = "cancelSession.send";
    private const string StartKey = "start";
    private const string PlaceKey = "place";
    private const string ReasonKey = "reason";

    public IEnumerable<(string Verb, Answer Answer)> Verbs =>
        [(Reschedule, RescheduleAsync), (SendReschedule, SendRescheduleAsync), (Cancel, CancelAsync), (SendCancel, SendCancelAsync)];

    private async Task RescheduleAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (press.Sentence is not { } sentence)
        {
            await sentences.AskAsync(turn, press, Texts.AskReschedule, null, cancel);
            return;
        }

        var said = words.Read(sentence, turn.Work.Now);
        if (said.StartsAt is not { } start)
        {
            await AgainAsync(turn, press, Texts.WhenUnclear.With(words.ExampleDay(turn.Work.Today)), cancel);
            return;
        }

        if (await FindAsync(turn, SessionAction.Reschedule, press, cancel) is not { } session)
        {
            // Refused as the act itself is; what is shown before it would tell of a record that the person may not see.
            await DoAsync(turn, press, new RescheduleSession(press.Id, press.Step, start, said.Place), Texts.Rescheduled, cancel);
            return;
        }

        var place = said.Place ?? session.Place;
        if (SessionProposal.Complaint(start, place, turn.Work.Now) is { } complaint)
        {
            await AgainAsync(turn, press, complaint, cancel);
            return;
        }

        var arguments = With(press, (StartKey, start.ToString("O", CultureInfo.InvariantCulture)), (PlaceKey, place));
        turn.Reply(
            new Message
            {
                Title = Texts.RescheduleProposed.With(SessionNames.Matter(session)),
                Facts =
                [
                    new Fact(Texts.FactTime, Texts.ChangedFrom.With(ChinaTime.Moment(start), ChinaTime.Moment(session.StartsAt))),
                    new Fact(Texts.FactPlace, place == session.Place ? place : Texts.ChangedFrom.With(place, session.Place)),
                    new Fact(Texts.FactToldUnits, Units(session)),
                ],
                Choices =
                [
                    new Choice(Texts.ChoiceSendReschedule, SendReschedule, arguments),
                    new Choice(Texts.ChoiceOtherTime, Reschedule, press.Arguments),
                    new Choice(Texts.ChoiceKeepTime, HelpTalk.Never),
                ],
                Footer = session.Number,
            }
        );
    }

    private Task SendRescheduleAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (!DateTimeOffset.TryParse(press.Arguments.GetValueOrDefault(StartKey), CultureInfo.InvariantCulture, out var start))
        {
            turn.Reply(Conversations.Texts.ChoiceGone);
            return Task.CompletedTask;
        }

        var request = new RescheduleSession(press.Id, press.Step, start, press.Arguments.GetValueOrDefault(PlaceKey));
        return DoAsync(turn, press, request, Texts.Rescheduled.With(ChinaTime.Moment(start)), cancel);
    }

    private async Task CancelAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (press.Sentence is not { } reason)
        {
            await sentences.AskAsync(turn, press, Texts.AskCancelSession, null, cancel);
            return;
        }

        if (await FindAsync(turn, SessionAction.Cancel, press, cancel) is not { } session)
        {
            await DoAsync(turn, press, new CancelSession(press.Id, press.Step, reason), Texts.SessionCancelled, cancel);
            return;
        }

        turn.Reply(
            new Message
            {
                Title = Texts.CancelProposed.With(SessionNames.Matter(session)),
                Facts =
                [
                    new Fact(Texts.FactTime, SessionNames.Time(session)),
                    new Fact(Texts.FactCancelReason, reason),
                    new Fact(Texts.FactToldUnits, Units(session)),
                ],
                Choices =
                [
                    new Choice(Texts.ChoiceSendCancel, SendCancel, With(press, (ReasonKey, reason))),
                    new Choice(Texts.ChoiceOtherReason, Cancel, press.Arguments),
                    new Choice(Texts.ChoiceKeepSession, HelpTalk.Never),
                ],
                Footer = session.Number,
            }
        );
    }

    private Task SendCancelAsync(TurnContext turn, Press press, CancellationToken cancel) =>
        DoAsync(turn, press, new CancelSession(press.Id, press.Step, press.Arguments.GetValueOrDefault(ReasonKey)), Texts.SessionCancelled, cancel);

    /// <summary>The session while the person may still change it as the button was drawn.</summary>
    private static async Task<Session?> FindAsync(TurnContext turn, SessionAction action, Press press, CancellationToken cancel)
    {
        var person = turn.Work.Person;
        var session = await turn.Work.Db.Sessions.AsNoTracking().VisibleTo(person).WithAgenda().FirstOrDefaultAsync(s => s.Id == press.Id, cancel);
        return session is not null && (press.Step is null || press.Step == session.Step) && SessionLifecycle.Table.Can(person, action, session)
            ? session
            : null;
    }

    /// <summary>What is merely wrong is asked for once more, without what was wrong.</summary>
    private async Task DoAsync<T>(TurnContext turn, Press press, IRecordRequest<T> request, string done, CancellationToken cancel)
    {
        var outcome = await useCases.RunInAsync(turn.Work, request, cancel);
        switch (outcome.Refusal)
        {
            case null:
                turn.Reply(done);
                break;
            case { Code: Refusal.Invalid } wrong:
                await AgainAsync(turn, press with { Verb = request is CancelSession ? Cancel : Reschedule }, wrong.Sentence, cancel);
                break;
            default:
                await StandingTalk.RefuseAsync(turn, outcome.Refusal, press.Id, cancel);
                break;
        }
    }

    private Task AgainAsync(TurnContext turn, Press press, string sentence, CancellationToken cancel) =>
        sentences.AskAsync(turn, press with { Sentence = null }, sentence, null, cancel);

    private static string Units(Session session) =>
        string.Join('、', session.Attendances.Where(a => a.PersonId is null).OrderBy(a => a.Unit!.Order).Select(a => a.Unit!.ShortName).Distinct());

    private static Dictionary<string, string> With(Press press, params (string Key, string Value)[] more)
    {
        var arguments = new Dictionary<string, string>(press.Arguments, StringComparer.Ordinal);
        foreach (var (key, value) in more)
        {
            arguments[key] = value;
        }

        return arguments;
    }
}
