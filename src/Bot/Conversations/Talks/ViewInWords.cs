using Microsoft.EntityFrameworkCore;
using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Bot.Understanding;
using SupervisionBot.Core;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Bot.Conversations.Talks;

/// <summary>
/// A unit that was asked for its view answers in free words, without pressing anything: taken as the view of the one request that is open, and shown
/// once before it counts.
/// </summary>
internal sealed class ViewInWords : IInWords
{
    private static readonly ConsultationState[] Awaiting =
    [
        ConsultationState.SeekingViews,
        ConsultationState.AwaitingSession,
        ConsultationState.Scheduled,
    ];

    private const int Shortest = 4;

    public async Task<bool> TryAsync(TurnContext turn, CancellationToken cancel)
    {
        if (turn.Text.Length < Shortest || !ViewSentence.SpeaksForUnit(turn.Text))
        {
            return false;
        }

        var unitId = turn.Work.Person.UnitId;
        var open = await turn
            .Work.Db.Consultations.AsNoTracking()
            .Where(c => Awaiting.Contains(c.State) && c.InvitedUnits.Any(i => i.UnitId == unitId && i.ViewAt == null))
            .ToListAsync(cancel);
        if (open is not [var request])
        {
            return false;
        }

        var kind = ViewSentence.KindOf(turn.Text);
        var (text, basis) = ViewSentence.Split(turn.Text);
        turn.Reply(
            new Message
            {
                Title = Texts.ViewRead.With(request.Title),
                Facts = kind == ViewKind.None ? [] : [new Fact(ViewTalk.KindName(kind), text), new Fact(Texts.FactBasis, basis ?? Texts.NoBasisYet)],
                Choices = [ViewTalk.Choice(request, kind, Texts.ChoiceViewYes, text, basis), new Choice(Texts.ChoiceViewNo, HelpTalk.Never)],
            }
        );
        return true;
    }
}
