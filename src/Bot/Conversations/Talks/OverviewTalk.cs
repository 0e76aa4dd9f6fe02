using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Bot.Understanding;
using SupervisionBot.Core;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations.Queries;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Bot.Conversations.Talks;

/// <summary>我的待办 and 查进度: what waits for me, and where a matter stands.</summary>
internal sealed class OverviewTalk(WorkingCalendar calendar) : ITalk
{
    public const string Todos = "todos";
    public const string Status = "status";
    private const string Show = "record.show";
    private const int Most = 9;

    public IEnumerable<(string Verb, Answer Answer)> Verbs =>
        [(Todos, (t, _, c) => TodosAsync(t, c)), (Status, (t, _, c) => StatusAsync(t, null, c)), (Show, (t, p, c) => ShowAsync(t, p.Id, c))];

    public IEnumerable<string> OnlyShowing => Verbs.Select(v => v.Verb);

    /// <summary>A button that shows where a record stands.</summary>
    public static Choice Choice(Guid recordId, string label) =>
        new(label, Show, new Dictionary<string, string>(StringComparer.Ordinal) { ["id"] = recordId.ToString() });

    public async Task TodosAsync(TurnContext turn, CancellationToken cancel)
    {
        if (!await TryTodosAsync(turn, turn.Preface, cancel))
        {
            turn.Reply(Texts.NoTodos);
        }
    }

    /// <summary>Lists what waits for the person; false where nothing does.</summary>
    /// <param name="preface">Said in front of the list.</param>
    public async Task<bool> TryTodosAsync(TurnContext turn, string? preface, CancellationToken cancel)
    {
        var todos = await Core.Consultations.Queries.Todos.OfAsync(turn.Work.Db, turn.Work.Person, turn.Work.Now, calendar, cancel);
        if (todos.Count == 0)
        {
            return false;
        }

        turn.Preface = preface;
        turn.Reply(
            new Message
            {
                Title = Texts.TodosTitle.With(todos.Count),
                Text = todos.Count > Most ? Texts.TodosMore.With(Most) : null,
                Choices =
                [
                    .. todos
                        .Take(Most)
                        .Select(item =>
                            item.Promise == Promise.Ruling ? DeadlineChoices.Open(item.RecordId, Line(item)) : Choice(item.RecordId, Line(item))
                        ),
                    .. turn.Work.Person.IsOffice ? [new Choice(Texts.ChoiceDesk, "open", Url: "/desk")] : (Choice[])[],
                ],
            }
        );
        return true;
    }

    /// <summary>Where the record with that number stands; without a number, the asker's own open items.</summary>
    public async Task StatusAsync(TurnContext turn, string? number, CancellationToken cancel)
    {
        var (db, actor) = (turn.Work.Db, turn.Work.Person);
        if (number is null)
        {
            await ChooseAsync(turn, await RecordStatus.RecentAsync(db, actor, Most, cancel), Texts.NothingOpen, cancel);
            return;
        }

        var found = await RecordFinder.FindAsync(db, actor, RecordNumbers.WithKind(turn.Text, number), turn.Work.Today, cancel);
        await ChooseAsync(turn, [.. found.Select(r => (r.Id, $"{r.Title}　{r.Number}"))], Texts.NumberNotFound.With(number), cancel);
    }

    private static async Task ChooseAsync(TurnContext turn, IReadOnlyList<(Guid Id, string Label)> found, string nothing, CancellationToken cancel)
    {
        switch (found)
        {
            case []:
                turn.Reply(nothing);
                break;
            case [var only]:
                await ShowAsync(turn, only.Id, cancel);
                break;
            default:
                turn.Reply(new Message { Title = Texts.WhichOne, Choices = [.. found.Select(f => Choice(f.Id, f.Label))] });
                break;
        }
    }

    private static async Task ShowAsync(TurnContext turn, Guid id, CancellationToken cancel)
    {
        var message = await RecordStatus.OfAsync(turn.Work.Db, turn.Work.Person, id, turn.Work.Now, cancel);
        turn.Reply(message ?? Message.Say(Texts.NothingMoreToDo));
    }

    private static string Line(TodoItem item) =>
        item.Deadline is { } deadline
            ? Texts.TodoLineLeft.With(item.Title, item.What, deadline.Left, deadline.Handler is { } name ? Texts.TodoHandler.With(name) : "")
        : item.Due is { } due ? Texts.TodoLineDue.With(item.Title, item.What, ChinaTime.Moment(due))
        : Texts.TodoLine.With(item.Title, item.What);
}
