using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Bot.Understanding;
using SupervisionBot.Core;
using SupervisionBot.Core.Consultations.Queries;
using SupervisionBot.Core.Consultations.Signing;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Bot.Conversations.Talks;

/// <summary>代录签发: signed on paper, entered by the office, by a button or as “王书记在纸上签了”. The chair is told and can take it back.</summary>
internal sealed class PaperSignatureTalk(UseCases useCases) : ITalk, IInWords
{
    private const string ChairKey = "chair";
    private const string WordsKey = "words";
    private const string Enter = MinutesChoices.VerbPrefix + nameof(MinutesAction.SignOffOnBehalf);

    public IEnumerable<(string Verb, Answer Answer)> Verbs => [(Enter, EnterAsync)];

    public async Task<bool> TryAsync(TurnContext turn, CancellationToken cancel)
    {
        if (!turn.Work.Person.IsOffice || !PaperSignature.IsMeant(turn.Text))
        {
            return false;
        }

        var papers = await WaitingPapers.ForAsync(turn.Work.Db, turn.Work.Person, MinutesAction.SignOffOnBehalf, cancel);
        if (papers.Count == 0)
        {
            return false;
        }

        var names = papers.Select(MinutesNames.Of).ToList();
        var meant = papers.Count == 1 ? [0] : MatterWords.Find(turn.Text, names);
        if (meant is [var only])
        {
            await EnterAsync(turn, Press.Of(Enter, Arguments(papers[only], turn.Text)), cancel);
            return true;
        }

        var asked = meant.Count == 0 ? Enumerable.Range(0, papers.Count) : meant;
        turn.Reply(
            new Message { Title = Texts.WhichSigned, Choices = [.. asked.Select(i => new Choice(names[i], Enter, Arguments(papers[i], turn.Text)))] }
        );
        return true;
    }

    private async Task EnterAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        var words = press.Arguments.GetValueOrDefault(WordsKey);
        var chairs = await WaitingPapers.ChairsAsync(turn.Work.Db, press.Id, cancel);
        if (turn.Work.Person.IsOffice && Signer(press, words, chairs) is null && chairs.Count > 1)
        {
            turn.Reply(
                new Message
                {
                    Title = Texts.WhoSigned,
                    Choices = [.. chairs.Select(c => new Choice(Texts.ChairChoice.With(c.Post, c.Name), Enter, With(press, c.Id)))],
                }
            );
            return;
        }

        var request = new SignOffOnBehalf(press.Id, press.Step, Signer(press, words, chairs), words);
        if (await useCases.DoAsync(turn, request, cancel) is { } done)
        {
            turn.Reply(
                new Message
                {
                    Title = Texts.EnteredSignature.With(done.EnteredAs),
                    Text = Texts.EnteredSignatureThen.With(done.SignedBy, done.Name),
                    Footer = done.Number,
                }
            );
        }
    }

    /// <summary>Who was pressed or named, else whoever presided; null where that is not sure.</summary>
    private static Guid? Signer(Press press, string? words, IReadOnlyList<PaperChair> chairs)
    {
        if (Guid.TryParse(press.Arguments.GetValueOrDefault(ChairKey), out var pressed))
        {
            return pressed;
        }

        var named = words is null ? [] : chairs.Where(c => PaperSignature.Names(words, c.Name)).ToList();
        return named is [var only] ? only.Id
            : words is null ? chairs.FirstOrDefault(c => c.Presided)?.Id
            : null;
    }

    private static Dictionary<string, string> Arguments(Minutes minutes, string words)
    {
        var plain = MinutesChoices.Of(MinutesAction.SignOffOnBehalf, minutes).Arguments!;
        return new Dictionary<string, string>(plain, StringComparer.Ordinal) { [WordsKey] = words };
    }

    private static Dictionary<string, string> With(Press press, Guid chairId) =>
        new(press.Arguments, StringComparer.Ordinal) { [ChairKey] = chairId.ToString() };
}
