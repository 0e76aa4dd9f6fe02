using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Bot.Understanding;
using SupervisionBot.Core;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Bot.Conversations.Talks;

/// <summary>书面意见: a press and a sentence. A view without its basis is asked for the basis once; “无意见” needs no words.</summary>
internal sealed class ViewTalk(UseCases useCases, Sentences sentences) : ITalk
{
    private const string TextKey = "text";
    private const string BasisKey = "basis";

    public IEnumerable<(string Verb, Answer Answer)> Verbs => [(ConsultationChoices.VerbPrefix + ConsultationAction.GiveView, GiveAsync)];

    /// <summary>A choice that gives exactly this view.</summary>
    public static Choice Choice(Consultation consultation, ViewKind kind, string label, string text, string? basis)
    {
        var plain = ConsultationChoices.Of(ConsultationAction.GiveView, consultation, label);
        var arguments = new Dictionary<string, string>(plain.Arguments!, StringComparer.Ordinal)
        {
            [ConsultationChoices.KindArgument] = kind.ToString(),
            [TextKey] = text,
            [BasisKey] = basis ?? "",
        };
        return plain with { Arguments = arguments };
    }

    public static string KindName(ViewKind kind) => kind == ViewKind.Own ? Texts.KindOwn : Texts.KindNotOurs;

    private async Task GiveAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        var kind = press.Named<ViewKind>(ConsultationChoices.KindArgument) ?? ViewKind.Own;
        var said = press.Arguments.GetValueOrDefault(TextKey);
        if (kind != ViewKind.None && said is null && press.Sentence is null)
        {
            await sentences.AskAsync(turn, press, kind == ViewKind.Own ? Texts.AskView : Texts.AskNotOurs, null, cancel);
            return;
        }

        var (text, basis) = said is null
            ? ViewSentence.Split(press.Sentence ?? "")
            : (said, press.Sentence ?? press.Arguments.GetValueOrDefault(BasisKey));
        var outcome = await useCases.RunInAsync(turn.Work, new GiveView(press.Id, null, kind, text, basis), cancel);
        if (outcome.Refusal is { Code: Refusal.Invalid } missing)
        {
            var known = new Dictionary<string, string>(press.Arguments, StringComparer.Ordinal) { [TextKey] = text };
            await sentences.AskAsync(turn, press with { Arguments = known, Sentence = null }, missing.Sentence, null, cancel);
        }
        else if (outcome.Refusal is { } refusal)
        {
            await StandingTalk.RefuseAsync(turn, refusal, press.Id, cancel);
        }
        else
        {
            turn.Reply(kind == ViewKind.None ? Texts.NoViewTaken : Texts.ViewTaken.With(outcome.Value.Title), Texts.ViewCanChange);
        }
    }
}
