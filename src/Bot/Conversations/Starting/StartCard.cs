using Microsoft.EntityFrameworkCore;
using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Core;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Forms;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Bot.Conversations.Starting;

/// <summary>Draws the draft of a consultation: what was understood, the one combined question, and what can be done with it.</summary>
internal static class StartCard
{
    public static async Task<Message> DrawAsync(TurnContext turn, Draft draft, string title, string? text, CancellationToken cancel)
    {
        var values = StartDraft.Read(draft);
        var facts = new List<Fact>
        {
            new(Texts.FactTitle, values.Title),
            new(Texts.FactSituation, Situations.Name(values.Situation)),
            new(Texts.FactUnits, await UnitNamesAsync(turn, values.UnitIds, cancel)),
            new(Texts.FactAccount, Account(values, draft.FileIds.Count)),
        };
        AddIfTold(facts, Texts.FactNegotiation, values.Negotiation);
        AddIfTold(facts, Texts.FactOwnView, values.OwnView);
        AddIfTold(facts, Texts.FactUrgent, values.UrgentReason);
        var warning = SensitiveText.NumberWarning($"{values.Account}\n{values.OwnView}\n{values.Negotiation}");
        return new Message
        {
            Title = title,
            Facts = facts,
            Text = string.Join('\n', new[] { warning, text }.OfType<string>()) is { Length: > 0 } lines ? lines : null,
            Choices = await ChoicesAsync(turn, draft, cancel),
        };
    }

    /// <summary>报领导审签 · 补充几句 · 改某一项 · 先不报.</summary>
    public static async Task<IReadOnlyList<Choice>> ChoicesAsync(TurnContext turn, Draft draft, CancellationToken cancel)
    {
        var actor = turn.Work.Person;
        var leader = actor.Has(Role.UnitLeader, actor.UnitId) ? null : await LeaderNameAsync(turn, cancel);
        var send = leader is null ? Texts.ChoiceSendToOffice : Texts.ChoiceSendToLeader.With(leader);
        return
        [
            Drafts.Choice(send, StartTalk.Send, draft),
            Drafts.Choice(Texts.ChoiceMore, StartTalk.More, draft),
            Drafts.Choice(Texts.ChoiceChange, StartTalk.Change, draft),
            Drafts.Choice(Texts.ChoiceLater, StartTalk.Later, draft),
        ];
    }

    public static Task<string?> LeaderNameAsync(TurnContext turn, CancellationToken cancel) =>
        turn
            .Work.Db.People.Where(p => p.Active && p.UnitId == turn.Work.Person.UnitId && p.Roles.Contains(Role.UnitLeader))
            .OrderBy(p => p.Order)
            .Select(p => p.Name)
            .FirstOrDefaultAsync(cancel);

    public static async Task<string> UnitNamesAsync(TurnContext turn, IReadOnlyList<Guid> ids, CancellationToken cancel)
    {
        var names = await turn.Work.Db.Units.Where(u => ids.Contains(u.Id)).OrderBy(u => u.Order).Select(u => u.ShortName).ToListAsync(cancel);
        return names.Count == 0 ? Texts.UnitsOpen : string.Join('、', names);
    }

    private static string Account(StartDraft values, int files)
    {
        var account = values.Account.Length <= 60 ? values.Account : Texts.AccountShort.With(values.Account[..40]);
        return files == 0 ? account : Texts.AccountWithFiles.With(account, files);
    }

    private static void AddIfTold(List<Fact> facts, string label, string? value)
    {
        if (value is not null)
        {
            facts.Add(new Fact(label, value));
        }
    }
}
