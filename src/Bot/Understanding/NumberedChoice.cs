using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Bot.Understanding;

/// <summary>Reads “1”, “1 报领导审签”, “第2个”, “选三” or the words of a button against the last list that was shown.</summary>
internal static class NumberedChoice
{
    private const string ChineseDigits = "一二三四五六七八九";

    /// <summary>The number typed, when the text is nothing but a choice by number; null otherwise.</summary>
    public static int? NumberIn(string text)
    {
        var core = text.Trim().TrimStart('第', '选').TrimEnd('个', '项', '.', '。', '、', '．', '，', ',', '！', '!', ')', '）');
        if (core.Length is 0 or > 2)
        {
            return null;
        }

        var narrow = string.Concat(core.Select(c => c is >= '０' and <= '９' ? (char)(c - '０' + '0') : c));
        if (narrow.All(char.IsAsciiDigit))
        {
            return int.Parse(narrow, System.Globalization.CultureInfo.InvariantCulture);
        }

        return narrow.Length == 1 && ChineseDigits.IndexOf(narrow[0], StringComparison.Ordinal) is var at and >= 0 ? at + 1 : null;
    }

    /// <summary>The choice that the words name: the label, alone or after its number.</summary>
    public static Choice? ByLabel(ChoiceList list, string text)
    {
        var said = Bare(text);
        for (var i = 0; i < list.Choices.Count; i++)
        {
            var label = Bare(list.Choices[i].Label);
            if (said == label || said == $"{i + 1}{label}")
            {
                return list.Choices[i];
            }
        }

        return null;
    }

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && !char.IsPunctuation(c)));
}
