using System.Globalization;

namespace SupervisionBot.Bot.Pages.Papers;

/// <summary>The editor as it comes back; the text as typed.</summary>
internal sealed class EditForm
{
    public string? Markdown { get; set; }

    /// <summary>The revision that the text was typed over.</summary>
    public int BasedOn { get; set; }

    /// <summary>The step of the paper when it was opened: a text that has been signed meanwhile is not changed unawares.</summary>
    public int Step { get; set; }

    /// <summary>The version that was opened, to compare with what others saved.</summary>
    public int Opened { get; set; }

    /// <summary><c>revision.step</c> of what the editor has been shown and wants to replace all the same.</summary>
    public string? Over { get; set; }

    public static string OverOf(int revision, int step) => string.Create(CultureInfo.InvariantCulture, $"{revision}.{step}");

    /// <summary>Takes the second press: what was saved by others is replaced knowingly.</summary>
    public void Insist()
    {
        if (
            Over?.Split('.') is [var first, var second]
            && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            && int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var step)
        )
        {
            (BasedOn, Step) = (revision, step);
        }
    }
}

/// <summary>
/// Somebody else saved, or the paper went on meanwhile. The own text stays where it is. <paramref name="Compare"/> shows what the others changed, null
/// where there is nothing to compare; <paramref name="Over"/> saves over it; <paramref name="Note"/> says what that would undo.
/// </summary>
internal sealed record EditConflict(string Sentence, string? Compare, string Over, string? Note);
