namespace SupervisionBot.Core.TypicalPractices;

/// <summary>篇幅和结构 in one line (domain: c: 300 to 1500 characters; background, practices, results). Advice only: it never stands in the way.</summary>
public static class PracticeAdvice
{
    private const int Short = 300;
    private const int Long = 1500;

    private static readonly PracticePartKind[] Wanted = [PracticePartKind.MainPractices, PracticePartKind.Results];

    /// <summary>1210字，3个部分：背景、主要做法、成效.</summary>
    public static string Shape(string body, string title)
    {
        var parts = PracticeText.PartsOf(body, title).Where(p => p.Heading is not null).ToList();
        var names = parts.ConvertAll(p => p.Kind == PracticePartKind.Other ? p.Heading! : PracticeText.Name(p.Kind));
        var count = PracticeText.Count(body);
        return names.Count == 0 ? Texts.ShapeOne.With(count) : Texts.ShapeParts.With(count, names.Count, string.Join('、', names));
    }

    /// <summary>What might be better; null where there is nothing to say.</summary>
    public static string? For(string body, string title)
    {
        var count = PracticeText.Count(body);
        var length =
            count < Short ? Texts.AdviceShort.With(Short)
            : count > Long ? Texts.AdviceLong.With(Long)
            : null;
        var kinds = PracticeText.PartsOf(body, title).Select(p => p.Kind).ToHashSet();
        var missing = Wanted.Where(k => !kinds.Contains(k)).Select(PracticeText.Name).ToList();
        var structure = missing.Count == 0 ? null : Texts.AdviceParts.With(string.Join('、', missing));
        var advice = string.Join('；', new[] { length, structure }.OfType<string>());
        return advice.Length == 0 ? null : Texts.Advice.With(advice);
    }
}
