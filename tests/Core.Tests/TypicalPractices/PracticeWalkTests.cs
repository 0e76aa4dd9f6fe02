using CsCheck;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Tests.Consultations;
using SupervisionBot.Core.TypicalPractices;
using SupervisionBot.Core.UseCases;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Core.Tests.TypicalPractices;

/// <summary>Random people press random buttons, fresh and old: whatever they do, the practice stays in order.</summary>
public sealed class PracticeWalkTests
{
    private static readonly string[] Walkers = [County.Clerk, County.Leader, County.Office, County.OtherOffice, County.Stranger, "wenxiulan"];
    private static readonly PracticeAction[] Actions = Enum.GetValues<PracticeAction>();

    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Whatever_people_press_the_table_the_history_and_the_news_agree(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        var press = Gen.Select(
            Gen.Int[0, Walkers.Length - 1].Select(i => Walkers[i]),
            Gen.Int[0, Actions.Length - 1].Select(i => Actions[i]),
            Gen.Int[0, 99],
            (who, what, dice) => new Press(who, what, dice)
        );
        var actors = new Dictionary<string, Actor>(StringComparer.Ordinal);
        foreach (var login in county.People.Keys)
        {
            actors[login] = await county.ActorAsync(login, Cancel);
        }

        await press.List[1, 14].SampleAsync(presses => WalkAsync(county, actors, presses), iter: 40, threads: 1);
    }

    private static async Task WalkAsync(County county, Dictionary<string, Actor> actors, List<Press> presses)
    {
        var id = await county.SubmittedAsync(Cancel);
        foreach (var drawn in presses)
        {
            await county.ForgetNewsAsync(Cancel);
            var before = await county.PracticeAsync(id, Cancel);
            var press = drawn.Among(Offered(actors, before)) with { From = before.State };
            var entries = (await county.HistoryAsync(id, Cancel)).Count;
            var actor = actors[press.Who];
            var (verdict, row) = PracticeLifecycle.Table.Find(actor, press.What, before);

            var refusal = await county.PressAsync(press.Who, press.What, id, press.Old ? before.Step - 1 : before.Step, Cancel);

            var after = await county.PracticeAsync(id, Cancel);
            var news = await county.NewsAsync(Cancel);
            var sees = PracticeVisibility.Sees(actor, before);
            if (sees && verdict == Verdict.Allowed && !press.Old)
            {
                Assert.Null(refusal);
                Assert.Equal((row!.To, before.Version + 1), (after.State, after.Version));
                Assert.Equal(entries + 1, (await county.HistoryAsync(id, Cancel)).Count);
                Assert.Equal(after.State == PracticeState.Adopted, after.AdoptedAt is not null);
                CheckNews(actors, press, after, news);
            }
            else
            {
                Assert.NotNull(refusal);
                Assert.Equal(sees, refusal.Code != Refusal.NotFound);
                Assert.Equal((before.State, before.Step, before.Version), (after.State, after.Step, after.Version));
                Assert.Equal(entries, (await county.HistoryAsync(id, Cancel)).Count);
                Assert.Empty(news);
            }
        }
    }

    private static List<(string Who, PracticeAction What)> Offered(Dictionary<string, Actor> actors, TypicalPractice record) =>
        [
            .. Walkers
                .Where(walker => PracticeVisibility.Sees(actors[walker], record))
                .SelectMany(walker => PracticeLifecycle.Table.ActionsOf(actors[walker], record).Select(action => (walker, action))),
        ];

    /// <summary>Exactly those whose turn it is, and the author; every button in a message works for its reader as things stand.</summary>
    private static void CheckNews(Dictionary<string, Actor> actors, Press press, TypicalPractice after, ILookup<string, Message> news)
    {
        Assert.Equal(
            Expected(press, after).Where(login => login != press.Who).Order(StringComparer.Ordinal),
            news.Select(n => n.Key).Order(StringComparer.Ordinal)
        );
        foreach (var person in news)
        {
            var message = Assert.Single(person);
            foreach (var choice in message.Choices.Where(c => c.Url is null))
            {
                var action = Enum.Parse<PracticeAction>(choice.Verb[PracticeChoices.VerbPrefix.Length..]);
                Assert.True(PracticeLifecycle.Table.Can(actors[person.Key], action, after), $"{person.Key} {action} {after.State}");
                Assert.Equal(after.Step.ToString(System.Globalization.CultureInfo.InvariantCulture), choice.Arguments!["step"]);
            }
        }
    }

    private static HashSet<string> Expected(Press press, TypicalPractice after)
    {
        string[] office = [County.Office, County.OtherOffice];
        return press.What switch
        {
            PracticeAction.Release => [.. office, County.Clerk],
            PracticeAction.ReleaseOnBehalf => [.. office, County.Leader],
            PracticeAction.RevokeRelease => [.. office, County.Clerk],
            PracticeAction.Amend => after.State == PracticeState.AwaitingReview ? [.. office] : [County.Leader],
            PracticeAction.Cancel => CancelledFrom(press.From),
            _ => [County.Clerk],
        };

        static HashSet<string> CancelledFrom(PracticeState from) =>
            from switch
            {
                PracticeState.AwaitingRelease => [County.Clerk, County.Leader],
                PracticeState.AwaitingReview or PracticeState.ReturnedForRevision => [County.Clerk, County.Office, County.OtherOffice],
                _ => [County.Clerk],
            };
    }

    /// <summary>Four times out of five something that is offered to somebody, so that a walk gets anywhere; else anything at all, one time in four of these with an old button.</summary>
    private sealed record Press(string Who, PracticeAction What, int Dice, PracticeState From = default)
    {
        public bool Old => Dice >= 95;

        public Press Among(List<(string Who, PracticeAction What)> offered) =>
            Dice >= 80 || offered.Count == 0
                ? this
                : this with
                {
                    Who = offered[Dice % offered.Count].Who,
                    What = offered[Dice % offered.Count].What,
                };
    }
}
