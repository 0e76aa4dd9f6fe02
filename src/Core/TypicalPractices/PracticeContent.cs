using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Forms;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Core.TypicalPractices;

/// <summary>What a unit says in a practice: the same when it is sent and when it is amended. Only the text is required.</summary>
/// <param name="Title">Made of the text where nobody gave one.</param>
/// <param name="Author">Read from the text, else whoever sends it, where nobody said; so with <paramref name="Contact"/>.</param>
public sealed record PracticeContent(string? Title, string Body, string? Author = null, string? Contact = null)
{
    public const int LongestTitle = 60;
    public const int LongestName = 60;

    /// <summary>Ten times what is advised; beyond it, it is a book and belongs into a file.</summary>
    public const int LongestBody = 20_000;

    /// <summary>The sentence about a text that is too long to be taken; null when it will do. It says the limit and what to do.</summary>
    public static string? TooLong(string body)
    {
        var length = PracticeText.Count(body);
        return length > LongestBody ? Texts.BodyTooLong.With(length, LongestBody) : null;
    }

    /// <summary>The sentence about what is missing or wrong; null when it will do. Length and structure are advised elsewhere, never enforced.</summary>
    internal string? Complaint()
    {
        var body = PlainText.Clean(Body);
        if (PracticeText.Count(body) == 0)
        {
            return Texts.NoBody;
        }

        return TooLong(body)
            ?? new FormField("title", Texts.FieldTitle, FieldKind.Text, LongestTitle).Check(Title)
            ?? new FormField("author", Texts.FieldAuthor, FieldKind.Text, LongestName).Check(Author)
            ?? new FormField("contact", Texts.FieldContact, FieldKind.Text, LongestName).Check(Contact)
            ?? SensitiveText.SecrecyRefusal(string.Join('\n', Title, body, Author, Contact));
    }

    internal void WriteTo(TypicalPractice practice, Person drafter)
    {
        practice.Body = PlainText.Clean(Body);
        practice.Title = Line(Title) ?? PracticeText.TitleOf(practice.Body);
        practice.Author = Line(Author) ?? PracticeText.AuthorIn(practice.Body) ?? drafter.Name;
        practice.Contact = Line(Contact) ?? PracticeText.ContactIn(practice.Body) ?? Addressees.Line(drafter);
    }

    private static string? Line(string? text) => FreeText.Kept(text?.ReplaceLineEndings(" "));
}
