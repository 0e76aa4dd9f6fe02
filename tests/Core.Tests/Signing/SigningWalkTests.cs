using CsCheck;
using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations.Resolutions;
using SupervisionBot.Core.Consultations.Signing;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Tests.Consultations;
using SupervisionBot.Core.UseCases;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Core.Tests.Signing;

/// <summary>Random people press random buttons of a paper and of its resolution: whatever they do, table, door and history agree.</summary>
public sealed class SigningWalkTests
{
    private static readonly string[] Walkers =
    [
        County.Office,
        County.OtherOffice,
        Desk.Presider,
        Desk.OtherChair,
        County.Land,
        County.Water,
        County.Clerk,
        County.Stranger,
    ];

    // What the worker does by itself is walked in CountersignTests.
    private static readonly MinutesAction[] OfMinutes = [.. Enum.GetValues<MinutesAction>().Except([MinutesAction.AllAgreed, MinutesAction.Chase])];

    private static readonly ResolutionAction[] OfResolution = [.. Enum.GetValues<ResolutionAction>().Except([ResolutionAction.Track])];

    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public Task Whatever_people_press_the_paper_follows_its_table(StorageProvider provider)
    {
        var press = Gen.Select(Gen.Int[0, 999], Gen.Int[0, 9]);
        return press.List[6, 16].SampleAsync(presses => WalkAsync(provider, presses), iter: 8, threads: 1);
    }

    private static async Task WalkAsync(StorageProvider provider, List<(int Dice, int Kind)> presses)
    {
        await using var desk = await Desk.LaidAsync(provider, Cancel);
        var actors = new Dictionary<string, Actor>(StringComparer.Ordinal);
        foreach (var login in Walkers)
        {
            actors[login] = await desk.County.ActorAsync(login, Cancel);
        }

        foreach (var (dice, kind) in presses)
        {
            var resolution = await desk.ResolutionAsync(Cancel);
            if (kind < 2 && resolution.Number is not null)
            {
                await PressResolutionAsync(desk, actors, resolution, dice);
            }
            else
            {
                await PressMinutesAsync(desk, actors, dice, random: kind == 9);
            }
        }
    }

    private static async Task PressMinutesAsync(Desk desk, Dictionary<string, Actor> actors, int dice, bool random)
    {
        var before = await desk.ReadAsync(Cancel);
        var offered = Walkers
            .SelectMany(who => MinutesLifecycle.Table.ActionsOf(actors[who], before).Intersect(OfMinutes).Select(what => (who, what)))
            .ToList();
        var (login, action) = random ? (Walkers[dice % Walkers.Length], OfMinutes[dice / 8 % OfMinutes.Length]) : offered[dice % offered.Count];
        var (verdict, row) = MinutesLifecycle.Table.Find(actors[login], action, before);
        var entries = (await desk.County.HistoryAsync(desk.Id, Cancel)).Count;

        var refusal = await DoAsync(desk, login, action, before, dice);

        var after = await desk.ReadAsync(Cancel);
        var written = (await desk.County.HistoryAsync(desk.Id, Cancel)).Count - entries;
        if (verdict == Verdict.Allowed && MinutesVisibility.Sees(actors[login], before))
        {
            Assert.True(refusal is null, $"{login} {action} {before.State}: {refusal?.Sentence}");
            var carried = after.State == MinutesState.AwaitingSignOff && action is MinutesAction.Countersign;
            Assert.Equal(carried ? MinutesState.AwaitingSignOff : row!.To, after.State);
            Assert.Equal(carried ? 2 : 1, written);
            Assert.True(after.Version > before.Version);
        }
        else
        {
            Assert.NotNull(refusal);
            Assert.Equal((before.State, before.Step, before.Version, 0), (after.State, after.Step, after.Version, written));
        }

        CheckOrder(after);
    }

    private static void CheckOrder(Minutes minutes)
    {
        Assert.Equal(minutes.State is MinutesState.SignedOff or MinutesState.Issued, minutes.SignedById is not null);
        Assert.Equal(minutes.VersionNumber, minutes.Versions.Max(v => v.Number));
        Assert.Equal(minutes.Markdown, minutes.Versions.Single(v => v.Number == minutes.VersionNumber).Markdown);
        Assert.Equal(minutes.IssueNumber is null, minutes.IssuedVersion is null);
        Assert.True(minutes.State != MinutesState.Issued || minutes.IssuedVersion == minutes.VersionNumber);
        Assert.True(minutes.State != MinutesState.Countersigning || minutes.RoundClosedAt is null);
    }

    private static Task<Refusal?> DoAsync(Desk desk, string login, MinutesAction action, Minutes now, int dice)
    {
        return action switch
        {
            MinutesAction.Edit => Run(new EditMinutes(now.Id, null, now.Revision, Desk.With(now.Markdown, $"第{now.Revision}次。"))),
            MinutesAction.SendForCountersign => Run(new SendForCountersign(now.Id, now.Step)),
            MinutesAction.Countersign => Run(
                new CountersignMinutes(now.Id, now.Step, null, dice % 3 == 0 ? CountersignChoice.Reserve : CountersignChoice.Agree, "一句")
            ),
            MinutesAction.Submit => Run(new SubmitMinutes(now.Id, now.Step)),
            MinutesAction.CloseCountersign => Run(new CloseCountersign(now.Id, now.Step)),
            MinutesAction.SignOff => Run(new SignOffMinutes(now.Id, now.Step)),
            MinutesAction.SignOffOnBehalf => Run(new SignOffOnBehalf(now.Id, now.Step)),
            MinutesAction.RevokeSignOff => Run(new RevokeSignOff(now.Id, now.Step)),
            MinutesAction.SendBack => Run(new SendBackMinutes(now.Id, now.Step, "再改")),
            MinutesAction.Issue => Run(new IssueMinutes(now.Id, now.Step)),
            _ => throw new ArgumentOutOfRangeException(nameof(action), action, message: null),
        };

        async Task<Refusal?> Run<T>(IRequest<T> request) => (await desk.County.RunAsync(login, request, Cancel)).Refusal;
    }

    private static async Task PressResolutionAsync(Desk desk, Dictionary<string, Actor> actors, Resolution before, int dice)
    {
        var (login, action) = (Walkers[dice % Walkers.Length], OfResolution[dice / 8 % OfResolution.Length]);
        var (verdict, row) = ResolutionLifecycle.Table.Find(actors[login], action, before);
        var entries = (await desk.County.HistoryAsync(before.Id, Cancel)).Count;

        var refusal = action switch
        {
            ResolutionAction.ReportProgress => (await Run(new ReportProgress(before.Id, before.Step, "进展", [], Done: false))).Refusal,
            ResolutionAction.ReportDone => (await Run(new ReportProgress(before.Id, before.Step, "办结", [], Done: true))).Refusal,
            ResolutionAction.CloseOut => (await Run(new CloseOutResolution(before.Id, before.Step))).Refusal,
            _ => (await Run(new SendBackResolution(before.Id, before.Step, "再补"))).Refusal,
        };

        var after = await desk.ResolutionAsync(Cancel);
        var allowed = verdict == Verdict.Allowed && ResolutionVisibility.Sees(actors[login], before);
        Assert.Equal(allowed, refusal is null);
        Assert.Equal(allowed ? row!.To : before.State, after.State);
        Assert.Equal(allowed ? 1 : 0, (await desk.County.HistoryAsync(before.Id, Cancel)).Count - entries);

        Task<Outcome<T>> Run<T>(IRequest<T> request) => desk.County.RunAsync(login, request, Cancel);
    }
}
