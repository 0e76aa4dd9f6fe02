using SupervisionBot.Bot.Conversations.Practices;
using SupervisionBot.Core.Forms;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Bot.Pages.Practices;

/// <summary>The upload page as it is filled in; every text as typed, so that nothing is lost on the way back.</summary>
internal sealed class UploadForm
{
    /// <summary>The step of the draft that the page was drawn for.</summary>
    public int Step { get; set; }
    public string? Body { get; set; }
    public string? Title { get; set; }
    public string? Author { get; set; }
    public string? Contact { get; set; }

    /// <summary>Pictures that are to go.</summary>
    public List<Guid> Remove { get; set; } = [];

    public static UploadForm Of(Draft draft)
    {
        var values = PracticeDraft.Read(draft);
        return new UploadForm
        {
            Step = draft.Step,
            Body = values.Body,
            Title = values.Body.Length == 0 ? values.OwnTitle : values.Title,
            Author = values.Author,
            Contact = values.Contact,
        };
    }

    /// <summary>The draft as it was typed, with the texts of the files behind it. A title that the program made stays the program's.</summary>
    public PracticeDraft ToDraft(PracticeDraft before, IEnumerable<string> texts)
    {
        var title = Kept(Title);
        var made = before.OwnTitle is null && (before.Body.Length == 0 ? title is null : title == before.Title);
        var after = before with
        {
            Body = PlainText.Clean(Body),
            OwnTitle = made ? null : title,
            Author = Kept(Author),
            Contact = Kept(Contact),
            Pasting = false,
        };
        return texts.Where(text => text.Length > 0).Aggregate(after, (values, text) => values.With(text));
    }

    private static string? Kept(string? text) => PlainText.Clean(text) is { Length: > 0 } clean ? clean : null;
}
