using System.Buffers;
using SupervisionBot.Core.Calendars.Expressions;
using SupervisionBot.Core.Directory;

namespace SupervisionBot.Bot.Understanding;

/// <summary>A sentence with everything that grammars and the directory recognise in it, before anybody decides what it wants.</summary>
internal sealed record Utterance(
    string Text,
    DateOnly Today,
    IReadOnlyList<PhraseMatch<UnitName>> Units,
    IReadOnlyList<PhraseMatch<MatterName>> Matters,
    IReadOnlyList<DateExpression> Dates,
    NumberMention? Number,
    NumberMention? Task,
    object? Score
)
{
    private static readonly SearchValues<char> Asking = SearchValues.Create("请找让叫烦给求邀");
    private const int Near = 3;

    public static Utterance Read(string text, DateTimeOffset now, Gazetteer gazetteer, ChineseDates grammar)
    {
        var number = RecordNumbers.FindCertain(text);
        var task = TaskNumbers.Find(text);
        // What is a record's number cannot be a date's.
        var dates = grammar.Find(Without(text, number, task), now);
        return new(
            text,
            Core.Calendars.ChinaTime.DateOf(now),
            gazetteer.FindUnits(text),
            gazetteer.FindMatters(text),
            dates,
            number ?? RecordNumbers.FindBare(Without(text, null, task), dates),
            task,
            Scores.Find(text)
        );
    }

    /// <summary>The grammar's findings as features for the cues.</summary>
    public IEnumerable<string> Features()
    {
        if (Number is not null)
        {
            yield return "@number";
        }

        if (RecordNumbers.IsAlone(Text))
        {
            yield return "@alone";
        }

        if (Task is not null)
        {
            yield return "@task";
        }

        if (Number?.Typed.StartsWith(Core.Persistence.RecordNumber.RegisterTask, StringComparison.OrdinalIgnoreCase) ?? false)
        {
            yield return "@register";
        }

        if (Units.Count > 0)
        {
            yield return "@unit";
        }

        if (Units.Any(unit => unit.Value != Units[0].Value))
        {
            yield return "@several";
        }

        if (Units.Any(IsAsked))
        {
            yield return "@asked";
        }

        if (Matters.Count > 0)
        {
            yield return "@matter";
        }

        if (Dates.Any(date => date.Date >= Today))
        {
            yield return "@future";
        }

        if (Dates.Any(date => date.Date < Today))
        {
            yield return "@past";
        }

        if (Score is int)
        {
            yield return "@score";
        }

        if (Text.Length <= 6)
        {
            yield return "@short";
        }

        if (Text.Length >= 12)
        {
            yield return "@long";
        }
    }

    /// <summary>请水务局, 麻烦市城管局, 请一下市监.</summary>
    private bool IsAsked(PhraseMatch<UnitName> unit)
    {
        var from = Math.Max(0, unit.Start - Near);
        return Text.AsSpan(from, unit.Start - from).ContainsAny(Asking);
    }

    private static string Without(string text, params ReadOnlySpan<NumberMention?> numbers)
    {
        char[]? masked = null;
        foreach (var number in numbers)
        {
            if (number is { } mention)
            {
                masked ??= text.ToCharArray();
                masked.AsSpan(mention.Start, mention.Length).Fill('#');
            }
        }

        return masked is null ? text : new string(masked);
    }
}
