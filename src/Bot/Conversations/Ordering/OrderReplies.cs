using Microsoft.EntityFrameworkCore;
using SupervisionBot.Bot.Conversations.Talks;
using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Bot.Conversations.Ordering;

/// <summary>How every step of an order is run and answered: done; something to be said again; or refused as everywhere, with the order as it is now.</summary>
internal static class OrderReplies
{
    /// <summary>Runs a step. What is merely missing is asked for, the press kept.</summary>
    /// <returns>Null where it was refused or asked again; that has been answered.</returns>
    public static async Task<OrderAnswer?> StepAsync(
        this UseCases useCases,
        TurnContext turn,
        Sentences sentences,
        Press press,
        IRecordRequest<OrderAnswer> request,
        CancellationToken cancel
    )
    {
        var outcome = await useCases.RunInAsync(turn.Work, request, cancel);
        switch (outcome.Refusal)
        {
            case null:
                return outcome.Value;
            case { Code: Refusal.Invalid } missing:
                await sentences.AskAsync(turn, press with { Sentence = null }, missing.Sentence, null, cancel);
                return null;
            default:
                await StandingTalk.RefuseAsync(turn, outcome.Refusal, request.RecordId, cancel);
                return null;
        }
    }

    /// <summary>The answer to who acted.</summary>
    public static void Say(TurnContext turn, OrderAnswer answer, string title, params IEnumerable<string?> lines) =>
        turn.Reply(
            new Message
            {
                Title = title,
                Text = StandingTalk.Lines(lines) is { Length: > 0 } text ? text : null,
                Footer = OrderChoices.Footer(answer.Order),
            }
        );

    /// <summary>An order that the person may see.</summary>
    public static Task<AssistanceOrder?> FindAsync(TurnContext turn, Guid id, CancellationToken cancel) =>
        turn
            .Work.Db.AssistanceOrders.AsNoTracking()
            .VisibleTo(turn.Work.Person)
            .WithParties()
            .AsSplitQuery()
            .FirstOrDefaultAsync(o => o.Id == id, cancel);

    /// <summary>A press that carries more than it was drawn with.</summary>
    public static Press With(this Press press, string key, string? value)
    {
        var arguments = new Dictionary<string, string>(press.Arguments, StringComparer.Ordinal);
        if (value is null)
        {
            arguments.Remove(key);
        }
        else
        {
            arguments[key] = value;
        }

        return press with
        {
            Arguments = arguments,
        };
    }
}
