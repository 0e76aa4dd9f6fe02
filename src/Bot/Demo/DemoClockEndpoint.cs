using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Xml;
using SupervisionBot.Bot.SignIn;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Demo;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Bot.Demo;

/// <summary>
/// <c>POST /demo/clock</c>: <c>{"to":"2026-11-30T08:30:00+08:00"}</c> or <c>{"advance":"P1D"}</c> moves the business clock forward and answers
/// <c>{"now":…}</c> (Shanghai time) once everything that fell due has reached web chat.
/// </summary>
internal static class DemoClockEndpoint
{
    private static readonly string[] Moments = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    internal static void MapDemoClock(this IEndpointRouteBuilder app) =>
        app.MapPost("/demo/clock", PostAsync).AddEndpointFilter<RouteHandlerBuilder, DemoGate>();

    private static async Task<IResult> PostAsync(HttpRequest http, DemoClockMove move, CancellationToken cancel)
    {
        DemoClockRequest? request;
        try
        {
            request = await JsonSerializer.DeserializeAsync(http.Body, DemoClockJson.Default.DemoClockRequest, cancel);
        }
        catch (JsonException)
        {
            request = null;
        }

        switch (request)
        {
            case { To: { } to, Advance: null }:
                return Moment(to) is { } moment ? Answer(await move.MoveToAsync(moment, cancel)) : Bad(Texts.BadMoment);
            case { To: null, Advance: { } advance }:
                return Span(advance) is { } span ? Answer(await move.AdvanceAsync(span, cancel)) : Bad(Texts.BadSpan);
            default:
                return Bad(Texts.Malformed);
        }
    }

    private static IResult Answer(Outcome<DateTimeOffset> moved) =>
        moved.Refusal switch
        {
            null => Results.Json(new DemoClockAnswer(ChinaTime.ToLocal(moved.Value)), DemoClockJson.Default.DemoClockAnswer),
            { Code: DemoClockMove.Backwards } refusal => Results.Text(refusal.Sentence, statusCode: StatusCodes.Status409Conflict),
            { } refusal => Bad(refusal.Sentence),
        };

    private static IResult Bad(string sentence) => Results.Text(sentence, statusCode: StatusCodes.Status400BadRequest);

    /// <summary>A moment that names its own offset: without one, the server's own zone would decide.</summary>
    private static DateTimeOffset? Moment(string text) =>
        DateTime.TryParseExact(text, Moments, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var parsed)
        && parsed.Kind != DateTimeKind.Unspecified
            ? DateTimeOffset.ParseExact(text, Moments, CultureInfo.InvariantCulture)
            : null;

    private static TimeSpan? Span(string text)
    {
        try
        {
            return XmlConvert.ToTimeSpan(text);
        }
        catch (Exception error) when (error is FormatException or OverflowException)
        {
            return null;
        }
    }
}

/// <summary>Where to move the clock: exactly one of the two.</summary>
internal sealed record DemoClockRequest(string? To, string? Advance);

internal sealed record DemoClockAnswer(DateTimeOffset Now);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DemoClockRequest))]
[JsonSerializable(typeof(DemoClockAnswer))]
internal sealed partial class DemoClockJson : JsonSerializerContext;
