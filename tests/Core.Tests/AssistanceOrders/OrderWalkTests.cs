using CsCheck;
using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Tests.Consultations;
using SupervisionBot.Core.UseCases;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Core.Tests.AssistanceOrders;

/// <summary>
/// Random people press random buttons of orders, fresh and old, and tell wrong things: no illegal state, nothing offered that is then refused for its state, every change
/// in the history, and every message to the right people and nobody else.
/// </summary>
public sealed class OrderWalkTests
{
    private static readonly string[] Walkers =
    [
        Ordering.Asker,
        Ordering.Water,
        Ordering.Land,
        County.Office,
        County.OtherOffice,
        Ordering.FirstLeader,
        Ordering.SecondLeader,
        County.Clerk,
        "wenxiulan",
        "zhaolei",
    ];

    /// <summary>SUPERVISIONBOT_WALKS asks for a longer walk; the steps of an ordinary run are divided between the databases.</summary>
    private static readonly int Walks = int.TryParse(Environment.GetEnvironmentVariable("SUPERVISIONBOT_WALKS"), out var walks) ? walks : 30;

    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Whatever_people_press_the_table_the_history_and_the_news_agree(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        var actors = new Dictionary<string, Actor>(StringComparer.Ordinal);
        foreach (var login in county.People.Keys)
        {
            actors[login] = await county.ActorAsync(login, Cancel);
        }

        var press = Gen.Select(
            Gen.Int[0, Walkers.Length - 1].Select(i => Walkers[i]),
            Gen.Int[0, OrderDeeds.All.Count - 1].Select(i => OrderDeeds.All[i]),
            Gen.Int[0, 99],
            (who, what, dice) => new Press(who, what, dice)
        );
        await Gen.Select(Gen.Bool, press.List[1, 25]).SampleAsync(walk => WalkAsync(county, actors, walk.Item1, walk.Item2), iter: Walks, threads: 1);
    }

    private static async Task WalkAsync(County county, Dictionary<string, Actor> actors, bool unclear, List<Press> presses)
    {
        var id = unclear ? await Ordering.UnclearAsync(county, Cancel) : await Ordering.PlacedAsync(county, Cancel);
        foreach (var drawn in presses)
        {
            await county.ForgetNewsAsync(Cancel);
            var before = await Ordering.OrderAsync(county, id, Cancel);
            var press = drawn.Among(Offered(actors, before));
            var entries = (await county.HistoryAsync(id, Cancel)).Count;
            var actor = actors[press.Who];
            var (verdict, row) = OrderLifecycle.Table.Find(actor, press.What, before);
            var step = press.Old ? before.Step - 1 : before.Step;

            var outcome = await county.RunAsync(press.Who, OrderDeeds.Request(county, press.What, id, step), Cancel);

            var after = await Ordering.OrderAsync(county, id, Cancel);
            var news = await county.NewsAsync(Cancel);
            if (OrderVisibility.Sees(actor, before) && verdict == Verdict.Allowed && (!press.Old || OrderDeeds.IsStepless(press.What)))
            {
                // What is offered may be refused for its words (改派 to where it is), never for its state.
                if (outcome.Refusal is { } refused)
                {
                    Assert.Equal(Refusal.Invalid, refused.Code);
                    AssertUnchanged(before, after, news);
                    continue;
                }

                if (press.What == OrderAction.Rearrange && OrderWords.Appointment(before) == OrderWords.Appointment(after))
                {
                    // Arranged as it was arranged already: nobody hears it twice.
                    Assert.Equal(entries, (await county.HistoryAsync(id, Cancel)).Count);
                    Assert.Empty(news);
                    continue;
                }

                Assert.Equal((row!.To, before.Version + 1), (after.State, after.Version));
                Assert.Equal(entries + 1, (await county.HistoryAsync(id, Cancel)).Count);
                CheckNews(actors, press.Who, before, after, news);
                CheckTime(after);
            }
            else
            {
                Assert.NotNull(outcome.Refusal);
                Assert.Equal(OrderVisibility.Sees(actor, before), outcome.Refusal.Code != Refusal.NotFound);
                Assert.Equal(entries, (await county.HistoryAsync(id, Cancel)).Count);
                AssertUnchanged(before, after, news);
            }
        }
    }

    private static void AssertUnchanged(AssistanceOrder before, AssistanceOrder after, ILookup<string, Message> news)
    {
        Assert.Equal((before.State, before.Step, before.Version, before.LeadUnitId), (after.State, after.Step, after.Version, after.LeadUnitId));
        Assert.Empty(news);
    }

    /// <summary>Time stands still exactly while the township or the office has the next word about a hand-back or material.</summary>
    private static void CheckTime(AssistanceOrder order)
    {
        Assert.Equal(order.State is OrderState.AwaitingMaterial or OrderState.AwaitingRuling, order.PausedAt is not null);
        Assert.True(!order.IsWithDepartment || order.AcceptDue is not null);
        Assert.True(order.HandBacks.Count <= OrderLifecycle.MostHandBacks);
    }

    private static List<(string Who, OrderAction What)> Offered(Dictionary<string, Actor> actors, AssistanceOrder record) =>
        [
            .. Walkers
                .Where(walker => OrderVisibility.Sees(actors[walker], record))
                .SelectMany(walker => OrderLifecycle.Table.ActionsOf(actors[walker], record).Intersect(OrderDeeds.All).Select(a => (walker, a))),
        ];

    /// <summary>One message a person at most, none to who acted, none to strangers; every button in it works for its reader as things stand.</summary>
    private static void CheckNews(
        Dictionary<string, Actor> actors,
        string who,
        AssistanceOrder before,
        AssistanceOrder after,
        ILookup<string, Message> news
    )
    {
        foreach (var person in news)
        {
            Assert.NotEqual(who, person.Key);
            var reader = actors[person.Key];
            Assert.True(OrderVisibility.Sees(reader, before) || OrderVisibility.Sees(reader, after), person.Key);
            // The office convenes what it turned into a consultation: that is a second matter.
            var message = person.First();
            Assert.True(
                person.Count() == 1 || after.State == OrderState.Converted,
                $"{person.Key}: {string.Join(" / ", person.Select(m => m.Title))}"
            );
            Assert.DoesNotContain('！', message.Title + message.Text);
            foreach (var choice in message.Choices.Where(c => c.Verb.StartsWith(OrderChoices.VerbPrefix, StringComparison.Ordinal)))
            {
                var action = Enum.Parse<OrderAction>(choice.Verb[OrderChoices.VerbPrefix.Length..]);
                Assert.True(OrderLifecycle.Table.Can(reader, action, after), $"{person.Key} {action} {after.State}");
                Assert.Equal(after.Step.ToString(System.Globalization.CultureInfo.InvariantCulture), choice.Arguments!["step"]);
            }
        }
    }

    /// <summary>Four times out of five something that is offered to somebody, so that a walk gets anywhere; else anything at all, sometimes with an old button.</summary>
    private sealed record Press(string Who, OrderAction What, int Dice)
    {
        public bool Old => Dice >= 95;

        public Press Among(List<(string Who, OrderAction What)> offered) =>
            Dice >= 80 || offered.Count == 0
                ? this
                : this with
                {
                    Who = offered[Dice % offered.Count].Who,
                    What = offered[Dice % offered.Count].What,
                };
    }
}
