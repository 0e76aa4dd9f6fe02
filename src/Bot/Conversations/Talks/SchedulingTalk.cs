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

/// <summary>定会期: one sentence with time and place, shown once more, then the notice goes out.</summary>
internal sealed class SchedulingTalk(UseCases useCases, Sentences sentences, SessionWords words) : ITalk
{
    private const string Confirm = "schedule.send";
    private const string Schedule = ConsultationChoices.VerbPrefix + nameof(ConsultationAction.Schedule);
    private const string StartKey = "start";
    private const string PlaceKey = "place";
    private const string OthersKey = "others";

    public IEnumerable<(string Verb, Answer Answer)> Verbs => [(Schedule, ReadAsync), (Confirm, SendAsync)];

    /// <summary>Says what was done so far and asks when and where to meet.</summary>
    public Task AskWhenAsync(TurnContext turn, Guid consultationId, string done, string more, CancellationToken cancel)
    {
        var press = Press.Of(Schedule, new Dictionary<string, string>(StringComparer.Ordinal) { ["id"] = consultationId.ToString() });
        return sentences.AskAsync(turn, press, done, $"{more}\n{Texts.AskWhen.With(words.ExampleDay(turn.Work.Today))}", cancel);
    }

    private async Task ReadAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (press.Sentence is not { } sentence)
        {
            await sentences.AskAsync(turn, press, Texts.AskWhen.With(words.ExampleDay(turn.Work.Today)), null, cancel);
            return;
        }

        var said = words.Read(sentence, turn.Work.Now);
        if (said.StartsAt is not { } start)
        {
            await sentences.AskAsync(turn, press with { Sentence = null }, Texts.WhenUnclear.With(words.ExampleDay(turn.Work.Today)), null, cancel);
            return;
        }

        if (turn.Work.Person.IsOffice && SessionProposal.Complaint(start, said.Place ?? Texts.FactPlace, turn.Work.Now) is { } complaint)
        {
            await sentences.AskAsync(turn, press with { Sentence = null }, complaint, null, cancel);
            return;
        }

        var place = said.Place ?? press.Arguments.GetValueOrDefault(PlaceKey);
        if (place is null)
        {
            var known = new Dictionary<string, string>(press.Arguments, StringComparer.Ordinal) { [StartKey] = Round(start) };
            await sentences.AskAsync(
                turn,
                press with
                {
                    Arguments = known,
                    Sentence = null,
                },
                Texts.AskPlace.With(ChinaTime.Moment(start)),
                null,
                cancel
            );
            return;
        }

        if (turn.Work.Person.IsOffice)
        {
            turn.Reply(await ProposalAsync(turn, press.Id, start, place, cancel));
            return;
        }

        // Refused as the act itself is; a proposal would tell of a record that the person may not see.
        await ScheduleAsync(turn, press, start, place, cancel);
    }

    private static async Task<Message> ProposalAsync(TurnContext turn, Guid id, DateTimeOffset start, string place, CancellationToken cancel)
    {
        var proposal = await SessionProposal.ForAsync(turn.Work.Db, id, cancel);
        var arguments = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["id"] = id.ToString(),
            [StartKey] = Round(start),
            [PlaceKey] = place,
        };
        return new Message
        {
            Title = Texts.Proposed.With(proposal.Title),
            Facts =
            [
                new Fact(Texts.FactTime, ChinaTime.Moment(start)),
                new Fact(Texts.FactPlace, place),
                new Fact(Texts.FactHost, proposal.HostName),
                new Fact(Texts.FactAttend, string.Join('、', proposal.UnitNames)),
                .. proposal.Others.Count == 0 ? Array.Empty<Fact>() : [new Fact(Texts.FactAgenda, Agenda(proposal))],
            ],
            Choices =
            [
                new Choice(Texts.ChoiceInvite, Confirm, WithOthers(arguments, proposal)),
                .. proposal.Others.Count == 0 ? Array.Empty<Choice>() : [new Choice(Texts.ChoiceInviteOne, Confirm, arguments)],
                new Choice(Texts.ChoiceOtherTime, Schedule, arguments),
            ],
        };
    }

    private Task SendAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (
            press.Arguments.GetValueOrDefault(PlaceKey) is not { } place
            || !DateTimeOffset.TryParse(press.Arguments.GetValueOrDefault(StartKey), CultureInfo.InvariantCulture, out var start)
        )
        {
            turn.Reply(Conversations.Texts.ChoiceGone);
            return Task.CompletedTask;
        }

        return ScheduleAsync(turn, press, start, place, cancel);
    }

    private async Task ScheduleAsync(TurnContext turn, Press press, DateTimeOffset start, string place, CancellationToken cancel)
    {
        var request = new ScheduleSession(press.Id, null, start, place, OtherConsultationIds: Others(press));
        var outcome = await useCases.RunInAsync(turn.Work, request, cancel);
        if (outcome.Refusal is { Code: Refusal.Invalid } wrong)
        {
            await sentences.AskAsync(turn, Press.Of(Schedule, press.Arguments), wrong.Sentence, null, cancel);
            return;
        }

        if (outcome.Refusal is { } refusal)
        {
            await StandingTalk.RefuseAsync(turn, refusal, press.Id, cancel);
            return;
        }

        turn.Reply(await InvitedAsync(turn, outcome.Value, cancel));
    }

    private static async Task<Message> InvitedAsync(TurnContext turn, SessionScheduled done, CancellationToken cancel)
    {
        var session = await turn.Work.Db.Sessions.AsNoTracking().WithAgenda().FirstAsync(s => s.Id == done.Id, cancel);
        var start = ChinaTime.Moment(done.StartsAt);
        var several = session.AgendaItems.Count > 1;
        return new Message
        {
            Title = done.Joined ? Texts.JoinedSession.With(start, done.Place) : Texts.Invited.With(start),
            Text = StandingTalk.Lines(Texts.InvitedThen.With(done.Number), several ? Texts.AgendaBefore : null),
            Choices =
            [
                .. several ? [.. SessionChoices.Before(turn.Work.Person, session), SessionChoices.AgendaPage(session)] : Array.Empty<Choice>(),
                .. SessionChoices.Changes(turn.Work.Person, session),
            ],
        };
    }

    private static string Agenda(SessionProposal proposal) =>
        string.Join('\n', proposal.Others.Select(o => o.Title).Prepend(proposal.Title).Select((title, index) => $"{index + 1}. {title}"));

    private static Dictionary<string, string> WithOthers(Dictionary<string, string> arguments, SessionProposal proposal) =>
        proposal.Others.Count == 0
            ? arguments
            : new(arguments, StringComparer.Ordinal) { [OthersKey] = string.Join(',', proposal.Others.Select(o => o.Id)) };

    private static List<Guid> Others(Press press) =>
        [
            .. (press.Arguments.GetValueOrDefault(OthersKey) ?? "")
                .Split(',', StringSplitOptions.RemoveEmptyEntries)
                .Select(id => Guid.TryParse(id, out var other) ? other : Guid.Empty),
        ];

    private static string Round(DateTimeOffset at) => at.ToString("O", CultureInfo.InvariantCulture);
}
