using Microsoft.EntityFrameworkCore;
using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Bot.Understanding;
using SupervisionBot.Core;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Bot.Conversations.Talks;

/// <summary>
/// A unit that was asked for its view answers in free words, without pressing anything: taken as the view of the request that is open, asked which one where there are
/// several, and shown once before it counts. “我局意见：……” replaces a view that was given before, as long as it can be.
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
        if (turn.Text.Length < Shortest || !ViewSentence.SpeaksForUnit(turn.Text) || ViewSentence.NamesAnOrder(turn.Text))
        {
            return false;
        }

        var unitId = turn.Work.Person.UnitId;
        var open = await turn
            .Work.Db.Consultations.AsNoTracking()
            .Where(c => Awaiting.Contains(c.State) && c.InvitedUnits.Any(i => i.UnitId == unitId))
            .Select(c => new { Request = c, Given = c.InvitedUnits.Any(i => i.UnitId == unitId && i.ViewAt != null) })
            .OrderBy(c => c.Request.Number)
            .ToListAsync(cancel);
        var replaceable = ViewSentence.AnnouncesItself(turn.Text);
        var requests = open.Where(c => !c.Given).Select(c => c.Request).ToList();
        requests = requests.Count > 0 || !replaceable ? requests : [.. open.Select(c => c.Request)];
        // A number says for which one it is, and never for another.
        if (RecordNumbers.FindCertain(turn.Text) is { } number)
        {
            requests = requests.FindAll(c => RecordNumbers.Means(number.Typed, c.Number));
        }

        if (requests.Count == 0)
        {
            return false;
        }

        var meant = requests.Count == 1 ? [0] : MatterWords.Find(ViewSentence.Split(turn.Text).Text, requests.ConvertAll(c => c.Title));
        Ask(turn, meant.Count == 0 ? requests : [.. meant.Select(i => requests[i])]);
        return true;
    }

    private static void Ask(TurnContext turn, List<Consultation> requests)
    {
        var kind = ViewSentence.KindOf(turn.Text);
        var (text, basis) = ViewSentence.Split(turn.Text);
        turn.Reply(
            new Message
            {
                Title = requests is [var only] ? Texts.ViewRead.With(only.Title) : Texts.WhichView,
                Facts = kind == ViewKind.None ? [] : [new Fact(ViewTalk.KindName(kind), text), new Fact(Texts.FactBasis, basis ?? Texts.NoBasisYet)],
                Choices =
                [
                    .. requests.Select(c => ViewTalk.Choice(c, kind, requests.Count == 1 ? Texts.ChoiceViewYes : c.Title, text, basis)),
                    new Choice(Texts.ChoiceViewNo, HelpTalk.Never),
                ],
            }
        );
    }
}
