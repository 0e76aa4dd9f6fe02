using CsCheck;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Core.Tests.Consultations;

/// <summary>Random people press random buttons, fresh and old: whatever they do, the record stays in order.</summary>
public sealed class WalkTests
{
    private static readonly string[] Walkers =
    [
        County.Clerk,
        County.Leader,
        County.Office,
        County.OtherOffice,
        County.Land,
        County.Water,
        County.Stranger,
        "wenxiulan",
        "zhaolei",
    ];

    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Whatever_people_press_the_table_the_history_and_the_news_agree(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        var press = Gen.Select(
            Gen.Int[0, Walkers.Length - 1].Select(i => Walkers[i]),
            Gen.Int[0, Deeds.All.Count - 1].Select(i => Deeds.All[i]),
            Gen.Int[0, 99],
            (who, what, dice) => new Press(who, what, dice)
        );

        var actors = new Dictionary<string, Actor>(StringComparer.Ordinal);
        foreach (var login in county.People.Keys)
        {
            actors[login] = await county.ActorAsync(login, Cancel);
        }

        await press.List[1, 14].SampleAsync(presses => WalkAsync(county, actors, presses), iter: 25, threads: 1);
    }

    private static async Task WalkAsync(County county, Dictionary<string, Actor> actors, List<Press> presses)
    {
        var id = await county.StartedAsync(Cancel);
        foreach (var drawn in presses)
        {
            await county.ForgetNewsAsync(Cancel);
            var before = await county.ConsultationAsync(id, Cancel);
            var press = drawn.Among(Offered(actors, before));
            var entries = (await county.HistoryAsync(id, Cancel)).Count;
            var actor = actors[press.Who];
            var step = press.Old ? before.Step - 1 : before.Step;
            var (verdict, row) = ConsultationLifecycle.Table.Find(actor, press.What, before);
            var stepless = press.What == ConsultationAction.GiveView;

            var refusal = await Deeds.DoAsync(county, press.Who, press.What, id, step, Cancel);

            var after = await county.ConsultationAsync(id, Cancel);
            var news = await county.NewsAsync(Cancel);
            if (ConsultationVisibility.Sees(actor, before) && verdict == Verdict.Allowed && (!press.Old || stepless))
            {
                Assert.Null(refusal);
                Assert.Equal((row!.To, before.Version + 1), (after.State, after.Version));
                Assert.Equal(entries + 1, (await county.HistoryAsync(id, Cancel)).Count);
                CheckNews(actors, press.Who, before, after, news);
            }
            else
            {
                Assert.NotNull(refusal);
                Assert.Equal(ConsultationVisibility.Sees(actor, before), refusal.Code != Refusal.NotFound);
                Assert.Equal((before.State, before.Step, before.Version), (after.State, after.Step, after.Version));
                Assert.Equal(entries, (await county.HistoryAsync(id, Cancel)).Count);
                Assert.Empty(news);
            }
        }
    }

    private static List<(string Who, ConsultationAction What)> Offered(Dictionary<string, Actor> actors, Consultation record)
    {
        return
        [
            .. Walkers
                .Where(walker => ConsultationVisibility.Sees(actors[walker], record))
                .SelectMany(walker =>
                    ConsultationLifecycle.Table.ActionsOf(actors[walker], record).Intersect(Deeds.All).Select(action => (walker, action))
                ),
        ];
    }

    /// <summary>One message a person at most, none to who acted, none to strangers; every button in it works for its reader as things stand.</summary>
    private static void CheckNews(
        Dictionary<string, Actor> actors,
        string who,
        Consultation before,
        Consultation after,
        ILookup<string, Core.Messaging.Message> news
    )
    {
        foreach (var person in news)
        {
            Assert.NotEqual(who, person.Key);
            var reader = actors[person.Key];
            Assert.True(ConsultationVisibility.Sees(reader, before) || ConsultationVisibility.Sees(reader, after), person.Key);
            var message = Assert.Single(person);
            Assert.DoesNotContain('！', message.Title + message.Text);
            foreach (var choice in message.Choices.Where(c => c.Verb.StartsWith(ConsultationChoices.VerbPrefix, StringComparison.Ordinal)))
            {
                var action = Enum.Parse<ConsultationAction>(choice.Verb[ConsultationChoices.VerbPrefix.Length..]);
                Assert.True(ConsultationLifecycle.Table.Can(reader, action, after), $"{person.Key} {action} {after.State}");
                Assert.Equal(
                    after.Step.ToString(System.Globalization.CultureInfo.InvariantCulture),
                    choice.Arguments!.GetValueOrDefault("step", $"{after.Step}")
                );
            }
        }
    }

    /// <summary>Four times out of five something that is offered to somebody, so that a walk gets anywhere; else anything at all, one time in four of these with an old button.</summary>
    private sealed record Press(string Who, ConsultationAction What, int Dice)
    {
        public bool Old => Dice >= 95;

        public Press Among(List<(string Who, ConsultationAction What)> offered) =>
            Dice >= 80 || offered.Count == 0
                ? this
                : this with
                {
                    Who = offered[Dice % offered.Count].Who,
                    What = offered[Dice % offered.Count].What,
                };
    }
}
