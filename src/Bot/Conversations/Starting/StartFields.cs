using Microsoft.EntityFrameworkCore;
using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Forms;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Bot.Conversations.Starting;

/// <summary>改某一项: one field at a time by a sentence or a choice, or all of them on one card (详细填写).</summary>
internal sealed class StartFields(Sentences sentences, Names names) : ITalk
{
    private const string Field = "draft.field";
    private const string Situate = "draft.situation";
    private const string Details = "draft.details";
    private const string Submit = "draft.submit";
    private const string FieldKey = "field";
    private const string ValueKey = "value";

    private static readonly string[] Changeable =
    [
        ConsultationContent.TitleKey,
        ConsultationContent.UnitsKey,
        ConsultationContent.AccountKey,
        ConsultationContent.OwnViewKey,
    ];

    public IEnumerable<(string Verb, Answer Answer)> Verbs =>
        [(StartTalk.Change, ListAsync), (Field, FieldAsync), (Situate, SituateAsync), (Details, DetailsAsync), (Submit, SubmitAsync)];

    private async Task ListAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (await Drafts.OpenAsync(turn, press, cancel) is { } draft)
        {
            await ListAsync(turn, draft);
        }
    }

    /// <summary>Asks which field is to be changed.</summary>
    public Task ListAsync(TurnContext turn, Draft draft)
    {
        Choice For(string label, string key) => Drafts.Choice(label, Field, draft, FieldKey, key);
        turn.Reply(
            new Message
            {
                Title = Texts.WhichField,
                Choices =
                [
                    For(Texts.FactTitle, ConsultationContent.TitleKey),
                    Drafts.Choice(Texts.FactSituation, Situate, draft),
                    For(Texts.FactUnits, ConsultationContent.UnitsKey),
                    For(Texts.FactAccount, ConsultationContent.AccountKey),
                    For(Texts.FactOwnView, ConsultationContent.OwnViewKey),
                    Drafts.Choice(Texts.ChoiceDetails, Details, draft),
                ],
            }
        );
        return Task.CompletedTask;
    }

    private async Task FieldAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (await Drafts.OpenAsync(turn, press, cancel) is not { } draft)
        {
            return;
        }

        if (press.Arguments.GetValueOrDefault(FieldKey) is not { } key || !Changeable.Contains(key))
        {
            turn.Reply(Conversations.Texts.ChoiceGone);
            return;
        }

        if (press.Sentence is not { } said)
        {
            await sentences.AskAsync(turn, press, Texts.AskField, null, cancel);
            return;
        }

        var units = await names.UnitsInAsync(turn.Work.Db, said, cancel);
        var isUnits = key == ConsultationContent.UnitsKey;
        var complaint =
            isUnits && units.Count == 0 ? Talks.Texts.UnitsNotFound : ConsultationContent.Form.Fields.First(f => f.Key == key).Check(said);
        if (complaint is not null)
        {
            await sentences.AskAsync(turn, press with { Sentence = null }, complaint, null, cancel);
            return;
        }

        var values = StartDraft.Read(draft);
        values = key switch
        {
            ConsultationContent.TitleKey => values with { OwnTitle = said },
            ConsultationContent.AccountKey => values with { Account = said },
            ConsultationContent.OwnViewKey => values with { OwnView = said },
            _ => values with { UnitIds = units },
        };
        await SaveAsync(turn, draft, values, cancel);
    }

    private static async Task SituateAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (await Drafts.OpenAsync(turn, press, cancel) is not { } draft)
        {
            return;
        }

        if (press.Named<Situation>(ValueKey) is { } chosen)
        {
            await SaveAsync(turn, draft, StartDraft.Read(draft) with { Situation = chosen, SituationChosen = true }, cancel);
            return;
        }

        var choices = Enum.GetValues<Situation>().Select(s => Drafts.Choice(Situations.Name(s), Situate, draft, ValueKey, s.ToString()));
        turn.Reply(new Message { Title = Texts.WhichSituation, Choices = [.. choices] });
    }

    private static async Task DetailsAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (await Drafts.OpenAsync(turn, press, cancel) is not { } draft)
        {
            return;
        }

        var unitId = turn.Work.Person.UnitId;
        var units = await turn
            .Work.Db.Units.Where(u => u.Id != unitId)
            .OrderBy(u => u.Order)
            .Select(u => new FormOption(u.Id.ToString(), u.ShortName))
            .ToListAsync(cancel);
        var form = StartForm.Face(draft, units);
        turn.Reply(new Message { Title = Texts.DetailsTitle, Form = form });
    }

    private static async Task SubmitAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (await Drafts.OpenAsync(turn, press, cancel) is not { } draft)
        {
            return;
        }

        if (SensitiveText.SecrecyRefusal(string.Join('\n', press.Inputs.Values)) is { } secret)
        {
            turn.Reply(secret);
            return;
        }

        var complaints = ConsultationContent.Form.Check(press.Inputs);
        if (complaints.Count > 0)
        {
            turn.Reply(string.Join('\n', complaints));
            return;
        }

        await SaveAsync(turn, draft, StartForm.Read(press.Inputs, StartDraft.Read(draft)), cancel);
    }

    private static async Task SaveAsync(TurnContext turn, Draft draft, StartDraft values, CancellationToken cancel)
    {
        Drafts.Change(turn, draft, values.Write());
        turn.Reply(await StartCard.DrawAsync(turn, draft, Texts.Changed, null, cancel));
    }
}
