using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Bot.Understanding;
using SupervisionBot.Core;
using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.UseCases;
using Act = SupervisionBot.Core.AssistanceOrders.OrderAction;

namespace SupervisionBot.Bot.Conversations.Ordering;

/// <summary>What a department does with an order beside accepting, handing back and finishing it: ask for material, report.</summary>
internal sealed class OrderDepartmentTalk(UseCases useCases, Sentences sentences) : ITalk
{
    public IEnumerable<(string Verb, Answer Answer)> Verbs =>
        [
            (OrderChoices.VerbPrefix + Act.AskMaterial, AskMaterialAsync),
            (OrderChoices.VerbPrefix + Act.ReceiveMaterial, ReceiveAsync),
            (OrderChoices.VerbPrefix + Act.ReportProgress, ProgressAsync),
            (OrderChoices.VerbPrefix + Act.ReportPart, PartAsync),
            (OrderChoices.VerbPrefix + Act.Share, ShareAsync),
        ];

    public async Task AskMaterialAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (press.Sentence is not { } wanted)
        {
            await sentences.AskAsync(turn, press, Texts.AskMaterial, Texts.AskMaterialExample, cancel);
        }
        else if (await useCases.StepAsync(turn, sentences, press, new AskMaterial(press.Id, press.Step, wanted), cancel) is { } done)
        {
            OrderReplies.Say(turn, done, Texts.MaterialAsked.With(done.Order.Unit!.ShortName), Texts.MaterialAskedThen);
        }
    }

    private async Task ReceiveAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (await useCases.StepAsync(turn, sentences, press, new ReceiveMaterial(press.Id, press.Step), cancel) is { } done)
        {
            OrderReplies.Say(turn, done, Texts.MaterialReceived.With(done.Order.Title));
        }
    }

    public async Task ProgressAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if ((press.Sentence ?? Carried.Text(press)) is not { } said)
        {
            await sentences.AskAsync(turn, press, Texts.AskProgress, null, cancel);
            return;
        }

        var report = new ReportOrderProgress(press.Id, press.Step, OrderSentence.WordsOf(said), Carried.Files(press));
        if (await useCases.StepAsync(turn, sentences, press, report, cancel) is { } done)
        {
            OrderReplies.Say(turn, done, Texts.ProgressNoted.With(done.Order.Title), Files(done));
        }
    }

    private async Task PartAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (press.Sentence is not { } said)
        {
            await sentences.AskAsync(turn, press, Texts.AskPart, null, cancel);
        }
        else if (await useCases.StepAsync(turn, sentences, press, new ReportPart(press.Id, null, said, press.FileIds ?? []), cancel) is { } done)
        {
            OrderReplies.Say(turn, done, Texts.PartNoted.With(done.Order.LeadUnit!.ShortName), Files(done));
        }
    }

    private async Task ShareAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (await useCases.StepAsync(turn, sentences, press, new ShareAnswer(press.Id), cancel) is { } done)
        {
            OrderReplies.Say(turn, done, Texts.Shared.With(done.Order.Title));
        }
    }

    internal static string? Files(OrderAnswer done) => done.Files == 0 ? null : Texts.WithFiles.With(done.Files);
}
