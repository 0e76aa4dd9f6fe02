using System.Net;
using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Bot.Tests.Pages;

public sealed class ReadingPagesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("lihaiying")]
    [InlineData(SessionToday.Water)]
    [InlineData(SessionToday.Office)]
    public async Task Those_concerned_read_the_record_and_markup_in_it_is_text(string login)
    {
        await using var session = await SessionToday.ScheduleAsync();
        using var reader = await Reader.SignInAsync(session.Host, login);

        await reader.GetAsync(session.Record);

        Assert.Equal(HttpStatusCode.OK, reader.Status);
        Assert.Contains("夜里有人挖砂 &lt;script&gt;alert(1)&lt;/script&gt;", reader.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", reader.Html, StringComparison.Ordinal);
        Assert.Contains("11月23日（周一）15:00 三楼会议室（已定会期）", reader.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-inline", reader.Policy, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", reader.Policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SessionToday.Stranger, HttpStatusCode.NotFound)]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    public async Task To_others_the_record_is_not_there(string? login, HttpStatusCode status)
    {
        await using var session = await SessionToday.ScheduleAsync();
        using var reader = await Reader.SignInAsync(session.Host, login);

        await reader.GetAsync(session.Record);

        Assert.Equal(status, reader.Status);
        Assert.DoesNotContain("挖砂", reader.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"/\"", reader.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/json")]
    public async Task Where_the_program_breaks_people_read_what_to_do_and_nothing_of_its_inside(string accept)
    {
        await using var session = await SessionToday.ScheduleAsync();
        using var reader = await Reader.SignInAsync(session.Host, SessionToday.Office, accept);
        await session.Host.Get<Database>().WriteAsync((db, token) => db.Database.ExecuteSqlRawAsync("DROP TABLE \"History\"", token), Cancel);

        await reader.GetAsync(session.Record);

        Assert.Equal(HttpStatusCode.InternalServerError, reader.Status);
        Assert.DoesNotContain("SqliteException", reader.Html, StringComparison.Ordinal);
        Assert.Equal(accept == "text/html", reader.Html.Contains("请打电话给专班办公室", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_minutes_and_record_of_the_demo_can_be_read_by_the_office()
    {
        await using var demo = new SessionToday(await BotHost.StartAsync(), Guid.Empty, "", "");
        using var office = await Reader.SignInAsync(demo.Host, SessionToday.Office);
        var paths = (await demo.ReadAsync(db => db.Minutes.Select(m => "/minutes/" + m.Number)))
            .Concat(await demo.ReadAsync(db => db.Consultations.Select(c => "/records/" + c.Number)))
            .Concat(await demo.ReadAsync(db => db.Sessions.Select(s => "/sessions/" + s.Number)))
            .ToList();

        foreach (var path in paths)
        {
            await office.GetAsync(path);
            Assert.True(office.Status == HttpStatusCode.OK, $"{path}: {office.Status}");
        }

        Assert.True(paths.Count > 20);
    }

    [Fact]
    public async Task Minutes_that_do_not_exist_yet_are_not_found()
    {
        await using var session = await SessionToday.OpenAsync();
        using var office = await Reader.SignInAsync(session.Host, SessionToday.Office);

        await office.GetAsync(session.Minutes);

        Assert.Equal(HttpStatusCode.NotFound, office.Status);
    }

    [Fact]
    public async Task Programs_get_the_bare_status()
    {
        await using var host = await BotHost.StartAsync();
        using var client = host.CreateClient();

        using var answer = await client.GetAsync(new Uri("/records/HS-2026-9999", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
