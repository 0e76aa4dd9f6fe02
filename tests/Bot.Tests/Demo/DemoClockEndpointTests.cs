using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SupervisionBot.Bot.Demo;
using SupervisionBot.Bot.SignIn;
using SupervisionBot.Channels.DirectLine;
using SupervisionBot.Core;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Bot.Tests.Demo;

/// <summary>The endpoint over the real Core and the real web chat channel.</summary>
public sealed class DemoClockEndpointTests : IAsyncLifetime
{
    private TestDatabase database = null!;
    private WebApplication app = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync();
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(database.Settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
        builder
            .Services.AddSingleton<TimeProvider>(TestClock.At())
            .AddSupervisionCore(builder.Configuration, development: true)
            .AddWebChatChannel()
            .AddSingleton<DemoGate>();
        app = builder.Build();
        app.MapDemoClock();
        await app.StartAsync(Cancel);
        await app.Services.GetRequiredService<Readiness>().WaitAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await database.DisposeAsync();
    }

    [Theory]
    [InlineData("""{"to":"2026-11-30T08:30:00+08:00"}""", "2026-11-30T08:30:00+08:00")]
    [InlineData("""{"to":"2026-11-30T00:30Z"}""", "2026-11-30T08:30:00+08:00")]
    [InlineData("""{"advance":"P1D"}""", "2026-11-24T09:00:00+08:00")]
    [InlineData("""{"advance":"PT90M"}""", "2026-11-23T10:30:00+08:00")]
    public async Task The_clock_moves_and_the_answer_says_what_it_shows(string body, string now)
    {
        using var answer = await PostAsync(body);

        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(now, json.RootElement.GetProperty("now").GetString());
    }

    [Fact]
    public async Task When_the_answer_comes_web_chat_has_what_fell_due()
    {
        using var answer = await PostAsync("""{"advance":"P1D"}""");

        var records = app.Services.GetRequiredService<Database>();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(await records.ReadAsync((db, token) => db.ConversationLog.AnyAsync(token), Cancel));
        Assert.False(await records.ReadAsync((db, token) => db.Outbox.AnyAsync(o => o.State != OutboxState.Delivered, token), Cancel));
    }

    [Fact]
    public async Task Moving_back_is_a_conflict()
    {
        using var answer = await PostAsync("""{"to":"2026-11-23T08:59:59+08:00"}""");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("11月23日（周一）09:00", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""{"to":5}""")]
    [InlineData("""{"to":"2026-11-30T08:30:00+08:00","advance":"P1D"}""")]
    [InlineData("""{"to":"2026-11-30T08:30:00"}""")]
    [InlineData("""{"to":"08:30Z"}""")]
    [InlineData("""{"to":"3026-01-01T00:00:00+08:00"}""")]
    [InlineData("""{"advance":"1 day"}""")]
    [InlineData("""{"advance":"P99999999999999999D"}""")]
    [InlineData("""{"advance":"P900Y"}""")]
    public async Task What_says_no_good_moment_is_refused_with_a_sentence_and_moves_nothing(string body)
    {
        using var answer = await PostAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.EndsWith("。", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        using var after = await PostAsync("""{"advance":"PT0S"}""");
        Assert.Contains("2026-11-23T09:00:00", await after.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_demo_mode_there_is_no_such_address()
    {
        app.Services.GetRequiredService<DemoMode>().Enabled = false;

        using var answer = await PostAsync("""{"advance":"P1D"}""");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task From_elsewhere_it_is_refused_unless_allowed()
    {
        using var refused = await PostAsync("""{"advance":"P1D"}""", "192.0.2.7");
        app.Services.GetRequiredService<DemoMode>().AllowRemote = true;
        using var allowed = await PostAsync("""{"advance":"P1D"}""", "192.0.2.7");

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK), (refused.StatusCode, allowed.StatusCode));
    }

    [Theory]
    [InlineData("https://elsewhere.example", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost:8080", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost", HttpStatusCode.OK)]
    public async Task A_page_of_another_site_cannot_move_it(string origin, HttpStatusCode expected)
    {
        using var answer = await PostAsync("""{"advance":"P1D"}""", origin: origin);

        Assert.Equal(expected, answer.StatusCode);
    }

    private async Task<HttpResponseMessage> PostAsync(string body, string? forwardedFor = null, string? origin = null)
    {
        using var client = app.GetTestClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/demo/clock", UriKind.Relative));
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (forwardedFor is not null)
        {
            request.Headers.Add("X-Forwarded-For", forwardedFor);
        }

        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        return await client.SendAsync(request, Cancel);
    }
}
