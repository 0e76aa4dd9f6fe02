using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Persistence;
using Xunit;

namespace SupervisionBot.Core.Tests.Consultations;

public sealed class ConsultationLifecycleTests
{
    private static readonly ConsultationAction[] OfTheSession =
    [
        ConsultationAction.Schedule,
        ConsultationAction.Unschedule,
        ConsultationAction.Hear,
        ConsultationAction.DraftMinutes,
        ConsultationAction.Conclude,
        // Needs every view, or their limit passed: ConclusionTests.
        ConsultationAction.ConcludeInWriting,
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_state_can_be_reached_and_no_action_is_without_a_row()
    {
        var rows = ConsultationLifecycle.Table.Rows;
        var reached = new HashSet<ConsultationState> { ConsultationState.AwaitingRelease };
        while (rows.Any(r => reached.Contains(r.From) && reached.Add(r.To))) { }

        Assert.Equal(Enum.GetValues<ConsultationState>(), reached.Order());
        Assert.Equal(Enum.GetValues<ConsultationAction>(), rows.Select(r => r.Action).Distinct().Order());
    }

    [Fact]
    public async Task Every_row_can_be_walked_through_the_door()
    {
        await using var county = await County.FoundAsync(StorageProvider.Sqlite, Cancel);
        var rows = ConsultationLifecycle.Table.Rows.Where(r => !OfTheSession.Contains(r.Action)).ToList();

        foreach (var row in rows)
        {
            var id = await InAsync(county, row.From, onBehalf: row.Action == ConsultationAction.RevokeRelease);
            var before = (await county.HistoryAsync(id, Cancel)).Count;

            var outcome = await Deeds.DoAsync(county, Deeds.ActorOf(row.Action), row.Action, id, null, Cancel);

            Assert.Null(outcome);
            Assert.Equal((row.From, row.Action, row.To), (row.From, row.Action, (await county.ConsultationAsync(id, Cancel)).State));
            Assert.Equal(before + 1, (await county.HistoryAsync(id, Cancel)).Count);
        }
    }

    private static async Task<Guid> InAsync(County county, ConsultationState state, bool onBehalf)
    {
        if (state == ConsultationState.SentBack)
        {
            var sentBack = await county.StartedAsync(Cancel);
            await county.DoAsync(County.Leader, new SendBackConsultation(sentBack, null, "请改"), Cancel);
            return sentBack;
        }

        if (state == ConsultationState.ReturnedForCompletion)
        {
            var returned = await county.ReleasedAsync(Cancel);
            await county.DoAsync(County.Office, new ReturnForCompletion(returned, null, "请补"), Cancel);
            return returned;
        }

        if (state == ConsultationState.Scheduled)
        {
            var scheduled = await county.AdmittedAsync(Cancel, AdmissionRoute.OwnSession);
            await SessionRows.PlaceAsync(county, SessionState.Scheduled, Cancel, scheduled);
            return scheduled;
        }

        if (onBehalf)
        {
            var entered = await county.StartedAsync(Cancel);
            await county.DoAsync(County.Clerk, new ReleaseOnBehalf(entered, null, "电话同意"), Cancel);
            return entered;
        }

        return state switch
        {
            ConsultationState.AwaitingRelease => await county.StartedAsync(Cancel),
            ConsultationState.AwaitingAdmission => await county.ReleasedAsync(Cancel),
            ConsultationState.SeekingViews => await county.AdmittedAsync(Cancel),
            ConsultationState.AwaitingSession => await county.AdmittedAsync(Cancel, AdmissionRoute.OwnSession),
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, message: null),
        };
    }
}
