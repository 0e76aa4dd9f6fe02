using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations.Resolutions;
using SupervisionBot.Core.Consultations.Signing;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Tests.Deadlines;

/// <summary>What people do with papers, resolutions and the deadlines themselves, by the seed.</summary>
internal sealed class HalfYearPapers(HalfYear year)
{
    private const string Words = "等省里的监测报告";
    private static readonly string[] Chairs = ["yangjianguo", "wangxiuying"];

    private Random Random => year.Random;

    public Task DoAsync(CancellationToken cancel) =>
        Random.Next(100) switch
        {
            < 40 => PaperAsync(cancel),
            < 65 => ResolutionAsync(cancel),
            < 85 => OwnerAsync(cancel),
            _ => OfficeAsync(cancel),
        };

    private async Task PaperAsync(CancellationToken cancel)
    {
        var papers = await year.ReadAsync(
            db => db.Minutes.WithParties().Where(m => m.State != MinutesState.Issued).OrderBy(m => m.Number).ToListAsync(cancel),
            cancel
        );
        if (papers.Count == 0)
        {
            return;
        }

        var paper = papers[Random.Next(papers.Count)];
        var office = year.People.Office;
        switch (paper.State)
        {
            case MinutesState.Drafting:
                if (!await year.TryAsync(office, new SendForCountersign(paper.Id, null), cancel))
                {
                    await year.TryAsync(office, new SubmitMinutes(paper.Id, null), cancel);
                }

                break;
            case MinutesState.Countersigning:
                await CountersignAsync(paper, office, cancel);
                break;
            case MinutesState.AwaitingSignOff:
                var chair = paper.PresiderId ?? year.County.Id(Chairs[Random.Next(Chairs.Length)]);
                IRequest<MinutesSentBack> back = new SendBackMinutes(paper.Id, null, Words);
                await (Random.Next(6) == 0 ? year.TryAsync(chair, back, cancel) : year.TryAsync(chair, new SignOffMinutes(paper.Id, null), cancel));
                break;
            case MinutesState.SignedOff:
                if (await year.TryAsync(office, new IssueMinutes(paper.Id, null), cancel))
                {
                    year.Ledger.Over(paper.Id);
                }

                break;
        }
    }

    private async Task CountersignAsync(Minutes paper, Guid office, CancellationToken cancel)
    {
        if (Random.Next(6) == 0 && await year.TryAsync(office, new CloseCountersign(paper.Id, null), cancel))
        {
            return;
        }

        if (paper.AllAnswered)
        {
            await year.TryAsync(office, new SubmitMinutes(paper.Id, null), cancel);
            return;
        }

        var missing = paper.Asked.Where(c => c.Choice is null).OrderBy(c => c.Unit!.Order).ToList();
        var row = missing[Random.Next(missing.Count)];
        if (year.People.ContactOf(row.UnitId) is { } contact)
        {
            await year.TryAsync(contact, new CountersignMinutes(paper.Id, null, row.UnitId, CountersignChoice.Agree, null), cancel);
        }
    }

    private async Task ResolutionAsync(CancellationToken cancel)
    {
        var open = await year.ReadAsync(
            db =>
                db.Resolutions.Where(r => r.State == ResolutionState.Open || r.State == ResolutionState.Reported)
                    .OrderBy(r => r.Number)
                    .ToListAsync(cancel),
            cancel
        );
        if (open.Count == 0)
        {
            return;
        }

        var resolution = open[Random.Next(open.Count)];
        if (resolution.State == ResolutionState.Open)
        {
            if (
                year.People.ContactOf(resolution.LeadUnitId) is { } contact
                && await year.TryAsync(contact, new ReportProgress(resolution.Id, null, "已办", [], Done: true), cancel)
            )
            {
                year.Ledger.Done(resolution.Id, Promise.Resolution, resolution.LeadUnitId);
            }
        }
        else if (Random.Next(4) == 0)
        {
            if (await year.TryAsync(year.People.Office, new SendBackResolution(resolution.Id, null, Words), cancel))
            {
                year.Ledger.Again(resolution.Id, Promise.Resolution, resolution.LeadUnitId);
            }
        }
        else if (await year.TryAsync(year.People.Office, new CloseOutResolution(resolution.Id, null), cancel))
        {
            year.Ledger.Over(resolution.Id);
        }
    }

    /// <summary>Who owes it asks for more time, says that it was told by telephone, or explains.</summary>
    private async Task OwnerAsync(CancellationToken cancel)
    {
        if (
            await PickAsync(d => d.State == DeadlineState.Open && (d.Promise == Promise.View || d.Promise == Promise.Resolution), cancel)
                is not { } deadline
            || year.People.ContactOf(deadline.UnitId) is not { } contact
        )
        {
            return;
        }

        switch (Random.Next(4))
        {
            case 0:
                await year.TryAsync(contact, new ClaimAnswered(deadline.Id, null), cancel);
                break;
            case 1:
                await year.TryAsync(contact, new ExplainDelay(deadline.Id, null, Words), cancel);
                break;
            default:
                var day = ChinaTime.DateOf(deadline.Due).AddDays(Random.Next(1, 6));
                await year.TryAsync(contact, new AskExtension(deadline.Id, null, day, Words), cancel);
                break;
        }
    }

    /// <summary>The office rules, holds, pauses, lets run again, takes on.</summary>
    private async Task OfficeAsync(CancellationToken cancel)
    {
        var office = year.People.Office;
        switch (Random.Next(6))
        {
            case 0 when await PickAsync(d => d.State == DeadlineState.Open && d.UnitId != Guid.Empty, cancel) is { } open:
                await year.TryAsync(office, new PauseDeadline(open.Id, null, ChinaTime.DateOf(year.Now).AddDays(Random.Next(1, 15)), Words), cancel);
                break;
            case 1 when await PickAsync(d => d.State == DeadlineState.Paused, cancel) is { } paused:
                await year.TryAsync(office, new ResumeDeadline(paused.Id, null), cancel);
                break;
            case 2 when await PickAsync(d => d.State == DeadlineState.Open && d.NextRung == LadderRung.LeaderDay, cancel) is { } next:
                await year.TryAsync(office, new HoldEscalation(next.Id, null, Words), cancel);
                break;
            case 3 when await PickAsync(d => d.State == DeadlineState.Open, cancel) is { } any:
                await year.TryAsync(office, new TakeCharge(any.Id, null), cancel);
                break;
            default:
                if (await PickAsync(d => d.State == DeadlineState.AwaitingRuling, cancel) is { } asked)
                {
                    await year.TryAsync(office, new Rule(asked.Id, null, Grant: Random.Next(3) > 0, Words), cancel);
                }

                break;
        }
    }

    private async Task<Deadline?> PickAsync(System.Linq.Expressions.Expression<Func<Deadline, bool>> which, CancellationToken cancel)
    {
        var all = await year.ReadAsync(
            db =>
                db.Deadlines.Where(d => d.ClosedAt == null)
                    .Where(which)
                    .OrderBy(d => d.Number)
                    .ThenBy(d => d.Promise)
                    .ThenBy(d => db.Units.Where(u => u.Id == d.UnitId).Select(u => u.Order).FirstOrDefault())
                    .ToListAsync(cancel),
            cancel
        );
        return all.Count == 0 ? null : all[Random.Next(all.Count)];
    }
}
