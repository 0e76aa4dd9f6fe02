using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Bot.Understanding;
using SupervisionBot.Core;
using SupervisionBot.Core.Consultations.Queries;
using SupervisionBot.Core.Consultations.Signing;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Bot.Conversations.Talks;

/// <summary>A unit countersigns in free words: taken as the answer to what it was asked, or in place of the one it gave before, and shown once before it counts.</summary>
internal sealed class CountersignInWords : IInWords
{
    public async Task<bool> TryAsync(TurnContext turn, CancellationToken cancel)
    {
        if (CountersignSentence.Read(turn.Text) is not { } said)
        {
            return false;
        }

        var open = await OpenAsync(turn, cancel);
        switch (open)
        {
            case []:
                return false;
            case [var (minutes, unitId)]:
                turn.Reply(Once(minutes, unitId, said.Choice, said.Text));
                return true;
            default:
                turn.Reply(
                    new Message
                    {
                        Title = Texts.WhichPaper,
                        Choices =
                        [
                            .. open.Select(o => CountersignTalk.Choice(o.Minutes, o.UnitId, said.Choice, said.Text, MinutesNames.Of(o.Minutes))),
                        ],
                    }
                );
                return true;
        }
    }

    private static async Task<List<(Minutes Minutes, Guid UnitId)>> OpenAsync(TurnContext turn, CancellationToken cancel)
    {
        Actor actor = turn.Work.Person;
        var papers = await WaitingPapers.ForAsync(turn.Work.Db, actor, MinutesAction.Countersign, cancel);
        var asked = papers.SelectMany(m => m.Asked.Where(c => actor.WorksFor(c.UnitId)).Select(c => (Minutes: m, Countersign: c))).ToList();
        var meant =
            CountersignSentence.IsChange(turn.Text) && asked.FindAll(a => a.Countersign.Choice is not null) is { Count: > 0 } answered
                ? answered
                : asked.FindAll(a => a.Countersign.Choice is null);
        return meant.ConvertAll(a => (a.Minutes, a.Countersign.UnitId));
    }

    private static Message Once(Minutes minutes, Guid unitId, CountersignChoice choice, string? text) =>
        new()
        {
            Title = Texts.CountersignRead.With(MinutesNames.Of(minutes)),
            Facts =
            [
                new Fact(Texts.FactCountersign, MinutesNames.Name(choice)),
                .. text is null ? Array.Empty<Fact>() : [new Fact(Texts.FactWords, text)],
            ],
            Choices =
            [
                CountersignTalk.Choice(minutes, unitId, choice, text, Texts.ChoiceViewYes),
                new Choice(Conversations.Texts.NotNow, HelpTalk.Never),
                MinutesChoices.Full(minutes),
            ],
            Footer = minutes.Number,
        };
}
