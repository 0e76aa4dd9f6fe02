using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Consultations.Resolutions;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Consultations.Signing;
using SupervisionBot.Core.Demo;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Testing;
using Xunit;
using static SupervisionBot.Core.Consultations.ConsultationState;

namespace SupervisionBot.Core.Tests.Demo;

/// <summary>What is seeded keeps the rules of the use cases, and gives everybody something to see and to do.</summary>
public sealed class DemoPastTests : IAsyncLifetime
{
    private CoreHost host = null!;
    private List<Consultation> consultations = null!;
    private List<Session> sessions = null!;
    private List<Minutes> minutes = null!;
    private List<Actor> everybody = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        host = await CoreHost.StartAsync();
        await host.Get<IFirstContent>().EnsureAsync(Cancel);
        consultations = await host.Database.ReadAsync((db, token) => db.Consultations.Include(c => c.InvitedUnits).ToListAsync(token), Cancel);
        sessions = await host.Database.ReadAsync(
            (db, token) => db.Sessions.Include(s => s.AgendaItems).ThenInclude(i => i.Resolutions).Include(s => s.Attendances).ToListAsync(token),
            Cancel
        );
        minutes = await host.Database.ReadAsync((db, token) => db.Minutes.ToListAsync(token), Cancel);
        var people = await host.Database.ReadAsync((db, token) => db.People.Include(p => p.Unit).ToListAsync(token), Cancel);
        everybody = people.ConvertAll(p => new Actor(p, []));
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public void A_consultation_is_seen_by_its_unit_and_the_office_and_once_admitted_by_the_units_invited() =>
        Assert.All(
            consultations,
            consultation =>
            {
                var invited = consultation.InvitedUnits.ConvertAll(i => i.UnitId);
                var seeing = everybody.Where(actor => new[] { consultation }.AsQueryable().VisibleTo(actor).Any()).ToHashSet();
                Assert.Contains(seeing, actor => actor.UnitId == consultation.UnitId);
                Assert.Contains(seeing, actor => actor.IsOffice);
                Assert.Equal(
                    consultation.AdmittedAt is not null,
                    seeing.Any(actor => invited.Contains(actor.UnitId) && !actor.SeesEverything && actor.UnitId != consultation.UnitId)
                );
            }
        );

    [Theory]
    [InlineData(AwaitingRelease, ConsultationAction.Release)]
    [InlineData(SentBack, ConsultationAction.Amend)]
    [InlineData(AwaitingAdmission, ConsultationAction.AdmitForViews)]
    [InlineData(ReturnedForCompletion, ConsultationAction.Complete)]
    [InlineData(AwaitingSession, ConsultationAction.Schedule)]
    public void What_is_open_waits_for_somebody_who_can_act(ConsultationState state, ConsultationAction action) =>
        Assert.All(
            consultations.Where(c => c.State == state),
            consultation => Assert.Contains(everybody, actor => ConsultationLifecycle.Table.Can(actor, action, consultation))
        );

    [Fact]
    public void A_view_is_still_owed_by_somebody_who_can_give_it()
    {
        var owing = consultations.Where(c => c.State == SeekingViews).SelectMany(c => c.InvitedUnits.Where(i => i.ViewAt is null)).ToList();

        Assert.NotEmpty(owing);
        Assert.All(owing, unit => Assert.Contains(everybody, actor => actor.WorksFor(unit.UnitId)));
    }

    [Fact]
    public async Task Every_request_would_pass_the_check_it_would_meet_today()
    {
        foreach (var c in consultations)
        {
            var content = new ConsultationContent(
                c.Title,
                c.Situation,
                c.Account,
                c.InvitedUnits.ConvertAll(i => i.UnitId),
                c.Negotiation,
                c.OwnView,
                c.UrgentReason,
                c.WishedAt
            );
            Assert.Null(
                await host.Database.ReadAsync((db, token) => content.CheckAsync(host.UseCases.OpenForWorker(db), c.UnitId, c.WishedAt, token), Cancel)
            );
        }
    }

    [Fact]
    public void What_was_admitted_has_a_route_and_dates_and_what_was_not_has_none() =>
        Assert.All(
            consultations,
            c =>
            {
                Assert.Equal(c.AdmittedAt is not null, c.Route is not null);
                Assert.Equal(c.AdmittedAt is not null, c.ViewsDue is not null);
                Assert.Equal(c.State is AwaitingAdmission || c.AdmittedAt is not null, c.AdmissionDue is not null && c.State != Cancelled);
                Assert.Equal(c.State is SentBack or ReturnedForCompletion, c.ReturnReason is not null);
                Assert.True(c.AdmittedAt is null || c.AdmittedAt > c.ReleasedAt);
            }
        );

    [Fact]
    public void A_session_expects_the_parties_and_hears_only_what_was_put_on_its_agenda()
    {
        Assert.All(
            sessions,
            session =>
            {
                var parties = session.AgendaItems.SelectMany(i => PartiesTo(i.ConsultationId)).ToHashSet();
                Assert.Equal(parties, session.Attendances.Where(a => a.Role == AttendanceRole.Attend).Select(a => a.UnitId).ToHashSet());
            }
        );
        var onAgenda = sessions.SelectMany(s => s.AgendaItems.Select(i => i.ConsultationId)).ToHashSet();
        Assert.Equal(
            consultations.Where(c => c.State is Scheduled or Heard or MinutesDrafted or Concluded && c.Outcome is null).Select(c => c.Id).ToHashSet(),
            onAgenda
        );
    }

    [Fact]
    public void A_session_still_to_come_is_open_and_one_that_was_held_has_its_record()
    {
        Assert.All(
            sessions,
            session =>
            {
                var held = session.StartsAt < host.Clock.Now;
                Assert.Equal(held, session.State is SessionState.Ended or SessionState.Compiled);
                Assert.All(session.AgendaItems, item => Assert.Equal(held, item.Discussion.Length > 0 && item.Resolutions.Count > 0));
                Assert.All(session.Attendances, expected => Assert.Equal(held, expected.Present is not null));
                Assert.All(session.Attendances.Where(a => a.Present == true), expected => Assert.NotEmpty(expected.Attendee));
                Assert.Equal(session.State == SessionState.Compiled, minutes.Exists(m => m.SessionId == session.Id));
            }
        );
        Assert.Contains(sessions, session => session.State == SessionState.Scheduled);
        Assert.Contains(sessions, session => session.Attendances.Exists(a => a is { Reply: AttendanceReply.Leave, Present: false }));
    }

    [Fact]
    public void Minutes_are_issued_exactly_where_the_consultations_are_concluded()
    {
        MinutesState[] shown = [MinutesState.Drafting, MinutesState.Countersigning, MinutesState.AwaitingSignOff, MinutesState.Issued];
        Assert.Equal(shown, minutes.Select(m => m.State).Distinct().Order());
        Assert.Contains(minutes, m => m is { Kind: MinutesKind.Conclusion, State: MinutesState.Issued, IssueNumber: 1 });
        Assert.All(
            minutes,
            m =>
            {
                var heard = m.ConsultationId is { } written
                    ? consultations.Where(c => c.Id == written)
                    : sessions.Single(s => s.Id == m.SessionId).AgendaItems.Select(i => consultations.Single(c => c.Id == i.ConsultationId));
                Assert.All(heard, c => Assert.Equal(m.State == MinutesState.Issued ? Concluded : MinutesDrafted, c.State));
                Assert.All(heard, c => Assert.Contains(c.Title, m.Markdown, StringComparison.Ordinal));
            }
        );
    }

    [Fact]
    public async Task Resolutions_are_tracked_where_the_paper_is_out_and_stand_in_every_state()
    {
        var resolutions = await host.Database.ReadAsync((db, token) => db.Resolutions.Include(r => r.Reports).ToListAsync(token), Cancel);

        Assert.Equal(Enum.GetValues<ResolutionState>(), resolutions.Select(r => r.State).Distinct().Order());
        Assert.All(resolutions, r => Assert.Equal(r.State == ResolutionState.Recorded, r.Number is null));
        Assert.All(
            resolutions,
            r => Assert.True(r.State is not (ResolutionState.Reported or ResolutionState.ClosedOut) || r.Reports.Exists(p => p.Done))
        );
    }

    [Fact]
    public async Task On_the_next_working_morning_the_session_just_held_gets_its_minutes_and_the_office_is_told()
    {
        var waiting = sessions.Single(s => s.State == SessionState.Ended);

        await host.Get<DemoClockMove>().AdvanceAsync(TimeSpan.FromDays(1), Cancel);

        var compiled = await host.Database.ReadAsync((db, token) => db.Minutes.SingleAsync(m => m.SessionId == waiting.Id, token), Cancel);
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.FromHours(8)), compiled.CompiledAt);
        var office = everybody.Where(a => a.IsOffice).Select(a => a.Id).ToHashSet();
        var told = host.Platform.Attempts.Where(sent => sent.Message.Footer == compiled.Number).Select(sent => sent.PersonId).ToHashSet();
        Assert.Equal(office, told);
    }

    [Fact]
    public async Task At_the_end_of_the_session_to_come_the_office_is_asked_whether_it_was_held()
    {
        var office = everybody.Where(a => a.IsOffice).Select(a => a.Id).ToHashSet();
        var ends = sessions.Single(s => s.State == SessionState.Scheduled).EndsAt;
        await host.Get<DemoClockMove>().MoveToAsync(ends.AddMinutes(-1), Cancel);
        var before = host.Platform.Attempts.Count;

        await host.Get<DemoClockMove>().MoveToAsync(ends, Cancel);

        Assert.Equal(office, host.Platform.Attempts.Skip(before).Select(sent => sent.PersonId).ToHashSet());
    }

    private IEnumerable<Guid> PartiesTo(Guid consultationId)
    {
        var consultation = consultations.Single(c => c.Id == consultationId);
        return consultation.InvitedUnits.Select(i => i.UnitId).Append(consultation.UnitId);
    }
}
