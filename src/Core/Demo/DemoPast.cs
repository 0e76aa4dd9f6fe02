using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Consultations.Signing;

namespace SupervisionBot.Core.Demo;

/// <summary>
/// The invented past of the demo county: consultations and sessions, with everything that was done to them. Days count in working days from today,
/// so that nothing ever happens on a day off; units and people are named by the keys and logins of the county.
/// </summary>
internal sealed record DemoPast(
    IReadOnlyList<DemoConsultation> Consultations,
    IReadOnlyList<DemoSession> Sessions,
    IReadOnlyList<DemoPaper> Papers,
    IReadOnlyList<DemoOrder> Orders,
    IReadOnlyList<DemoPractice> Practices,
    IReadOnlyList<DemoBulletin> Bulletins
)
{
    public static DemoPast Load() =>
        new(
            Read("consultations", DemoPastJson.Default.DemoConsultationArray),
            Read("sessions", DemoPastJson.Default.DemoSessionArray),
            Read("papers", DemoPastJson.Default.DemoPaperArray),
            Read("orders", DemoPastJson.Default.DemoOrderArray),
            Read("practices", DemoPastJson.Default.DemoPracticeArray),
            Read("bulletins", DemoPastJson.Default.DemoBulletinArray)
        );

    private static T[] Read<T>(string file, JsonTypeInfo<T[]> type)
    {
        using var json =
            typeof(DemoPast).Assembly.GetManifestResourceStream($"SupervisionBot.Core.Demo.Data.{file}.json")
            ?? throw new InvalidOperationException($"{file}.json is missing from the program.");
        return JsonSerializer.Deserialize(json, type) ?? throw new InvalidDataException($"{file}.json is empty.");
    }
}

internal sealed record DemoConsultation(
    string Key,
    string Unit,
    string Drafter,
    string Title,
    Situation Situation,
    string Account,
    string? Negotiation,
    string? OwnView,
    IReadOnlyList<string> Invited,
    IReadOnlyList<DemoStep> Steps
);

internal sealed record DemoSession(
    string Key,
    SessionKind Kind,
    int Day,
    TimeOnly StartsAt,
    TimeOnly EndsAt,
    string Place,
    string Host,
    string Recorder,
    IReadOnlyList<DemoAgendaItem> Items,
    IReadOnlyList<DemoStep> Steps
);

internal sealed record DemoAgendaItem(string Consultation, string? Discussion, IReadOnlyList<DemoResolution>? Resolutions);

/// <summary>A resolution; <paramref name="DueInDays"/> counts calendar days from the session, null is 长期坚持.</summary>
internal sealed record DemoResolution(string Text, string Lead, IReadOnlyList<string>? Supporting, int? DueInDays);

/// <summary>
/// Something that was done, <paramref name="Day"/> working days from today (negative: before) at <paramref name="At"/> local time. Without
/// <paramref name="By"/> the worker did it.
/// </summary>
internal sealed record DemoStep(
    int Day,
    TimeOnly At,
    string Action,
    string? By,
    string? OnBehalfOf,
    string? Text,
    ViewKind? Kind,
    string? Basis,
    bool Leave
);

/// <summary>What was done to the paper of a session, or to that of a consultation concluded in writing: one of the two keys is there.</summary>
internal sealed record DemoPaper(string? Session, string? Consultation, IReadOnlyList<DemoPaperStep> Steps);

/// <summary>
/// Something that was done to a paper or to the resolution at <paramref name="Position"/> on it, counted from 1; without <paramref name="By"/> the worker did it.
/// </summary>
internal sealed record DemoPaperStep(
    int Day,
    TimeOnly At,
    string Action,
    string? By,
    string? Text,
    CountersignChoice? Choice,
    ConsultationOutcome? Outcome,
    int? Position,
    IReadOnlyList<DemoResolution>? Resolutions
);

/// <summary>An assistance order to the <paramref name="Department"/>, with everything that was done with it.</summary>
internal sealed record DemoOrder(
    string Key,
    string Unit,
    string Title,
    OrderKind Kind,
    string Account,
    string Department,
    int? People,
    IReadOnlyList<DemoOrderStep> Steps
);

/// <summary>Something that was done with an order; <paramref name="Count"/> people were sent, <paramref name="Words"/> stand beside a rating.</summary>
internal sealed record DemoOrderStep(
    int Day,
    TimeOnly At,
    string Action,
    string? By,
    string? Text,
    string? Unit,
    int? Count,
    bool Proof,
    OrderRating? Rating,
    string? Words
);

/// <summary>A typical practice of the unit of its drafter.</summary>
internal sealed record DemoPractice(string Key, string Drafter, string Title, string Body, IReadOnlyList<DemoStep> Steps);

/// <summary>An issued bulletin; <paramref name="Practices"/> by their keys, in order.</summary>
internal sealed record DemoBulletin(
    string Key,
    int Day,
    TimeOnly At,
    string By,
    string Foreword,
    string ReportedTo,
    string SentTo,
    string DistributedTo,
    int Copies,
    IReadOnlyList<string> Practices
);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(DemoConsultation[]))]
[JsonSerializable(typeof(DemoSession[]))]
[JsonSerializable(typeof(DemoPaper[]))]
[JsonSerializable(typeof(DemoOrder[]))]
[JsonSerializable(typeof(DemoPractice[]))]
[JsonSerializable(typeof(DemoBulletin[]))]
internal sealed partial class DemoPastJson : JsonSerializerContext;
