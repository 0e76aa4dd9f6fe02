using System.Text.Json;
using System.Text.Json.Serialization;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Bot.Conversations.Starting;

/// <summary>What is known of a consultation before it is sent off, in the shape in which a draft keeps it.</summary>
internal sealed record StartDraft
{
    public const string Kind = "consultation";

    public string Account { get; init; } = "";

    /// <summary>The title the person wrote; otherwise the program's own, made anew with every sentence until then.</summary>
    public string? OwnTitle { get; init; }
    public string MadeTitle { get; init; } = "";
    public Situation Situation { get; init; }

    /// <summary>True once the person chose the situation; words no longer change it.</summary>
    public bool SituationChosen { get; init; }
    public IReadOnlyList<Guid> UnitIds { get; init; } = [];
    public string? Negotiation { get; init; }
    public string? OwnView { get; init; }
    public bool Urgent { get; init; }
    public string? UrgentReason { get; init; }
    public DateTimeOffset? WishedAt { get; init; }

    /// <summary>The one combined question has been put; what is still missing stays missing.</summary>
    public bool Asked { get; init; }

    /// <summary>The person has been told once that this draft still lies here.</summary>
    public bool Mentioned { get; init; }

    /// <summary>It was sent off, not dropped: its buttons answer once more what they answered then.</summary>
    public bool Sent { get; init; }

    public string Title => OwnTitle ?? MadeTitle;

    public ConsultationContent Content => new(Title, Situation, Account, UnitIds, Negotiation, OwnView, UrgentReason, WishedAt);

    /// <summary>A consultation that was sent back, to be changed and sent again.</summary>
    public static StartDraft Of(Consultation consultation) =>
        new()
        {
            Account = consultation.Account,
            OwnTitle = consultation.Title,
            Situation = consultation.Situation,
            SituationChosen = true,
            UnitIds = consultation.InvitedUnits.ConvertAll(i => i.UnitId),
            Negotiation = consultation.Negotiation,
            OwnView = consultation.OwnView,
            Urgent = consultation.UrgentReason is not null,
            UrgentReason = consultation.UrgentReason,
            WishedAt = consultation.WishedAt,
            Asked = true,
        };

    public static StartDraft Read(Draft draft) => JsonSerializer.Deserialize(draft.Values, StartDraftJson.Default.StartDraft)!;

    public string Write() => JsonSerializer.Serialize(this, StartDraftJson.Default.StartDraft);
}

[JsonSerializable(typeof(StartDraft))]
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
internal sealed partial class StartDraftJson : JsonSerializerContext;
