using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Core.Tests.Consultations;

public sealed class CancelConsultationTests
{
    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Whoever_had_something_to_do_hears_once_and_nobody_else(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        var waiting = await county.StartedAsync(Cancel);
        var released = await county.ReleasedAsync(Cancel);
        var admitted = await county.AdmittedAsync(Cancel);

        Assert.Equal([County.Leader], await ToldAsync(county, waiting));
        Assert.Equal([County.OtherOffice, County.Office], await ToldAsync(county, released));
        Assert.Equal([County.OtherOffice, County.Office, County.Land, County.Water], await ToldAsync(county, admitted));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_session_with_nothing_left_to_discuss_is_called_off_with_it(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        var first = await county.AdmittedAsync(Cancel, AdmissionRoute.RegularSession);
        var second = await county.AdmittedAsync(Cancel, AdmissionRoute.RegularSession);
        var sessionId = await SessionRows.PlaceAsync(county, SessionState.Scheduled, Cancel, first, second);

        var one = await county.DoAsync(County.Clerk, new CancelConsultation(first, null, "已自行解决"), Cancel);
        var afterOne = await SessionAsync(county, sessionId);
        await county.ForgetNewsAsync(Cancel);
        var two = await county.DoAsync(County.Clerk, new CancelConsultation(second, null, null), Cancel);

        Assert.Equal((SessionState.Scheduled, second), (afterOne.State, Assert.Single(afterOne.AgendaItems).ConsultationId));
        Assert.Equal(("HY-2026-0001", false, true), (one.SessionNumber, one.SessionCancelled, two.SessionCancelled));
        Assert.Equal(SessionState.Cancelled, (await SessionAsync(county, sessionId)).State);
        Assert.All(await county.NewsAsync(Cancel), person => Assert.Single(person));
        Assert.Contains(await county.NewsAsync(Cancel), person => person.Key == County.Water);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Another_units_record_is_not_there_for_strangers(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        var id = await county.AdmittedAsync(Cancel);

        var stranger = await county.RunAsync(County.Stranger, new CancelConsultation(id, null, null), Cancel);
        var invited = await county.RunAsync(County.Water, new CancelConsultation(id, null, null), Cancel);
        var missing = await county.RunAsync(County.Clerk, new CancelConsultation(Guid.NewGuid(), null, null), Cancel);

        Assert.Equal([Refusal.NotFound, Refusal.Forbidden, Refusal.NotFound], new[] { stranger, invited, missing }.Select(o => o.Refusal!.Code));
        Assert.Equal(stranger.Refusal!.Sentence, missing.Refusal!.Sentence);
    }

    private static async Task<IEnumerable<string>> ToldAsync(County county, Guid id)
    {
        await county.ForgetNewsAsync(Cancel);
        await county.DoAsync(County.Clerk, new CancelConsultation(id, null, "两家已谈拢"), Cancel);
        var news = await county.NewsAsync(Cancel);
        Assert.All(news, person => Assert.Contains("原因：两家已谈拢", Assert.Single(person).Text, StringComparison.Ordinal));
        return news.Select(n => n.Key).Order(StringComparer.Ordinal);
    }

    private static Task<Session> SessionAsync(County county, Guid id) =>
        county.Host.Database.ReadAsync((db, token) => db.Sessions.Include(s => s.AgendaItems).FirstAsync(s => s.Id == id, token), Cancel);
}
