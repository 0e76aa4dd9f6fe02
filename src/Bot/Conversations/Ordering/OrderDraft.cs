using System.Text.Json;
using System.Text.Json.Serialization;
using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Bot.Conversations.Ordering;

/// <summary>What is known of an order before it is sent off, in the shape in which a draft keeps it.</summary>
internal sealed record OrderDraft
{
    public const string Kind = "order";

    public string Account { get; init; } = "";

    /// <summary>The title the person wrote; otherwise the program's own.</summary>
    public string? OwnTitle { get; init; }
    public string MadeTitle { get; init; } = "";
    public OrderKind OrderKind { get; init; }

    /// <summary>True once the person chose the kind; words no longer change it.</summary>
    public bool KindChosen { get; init; }

    /// <summary>Departments that the person named.</summary>
    public IReadOnlyList<Guid> UnitIds { get; init; } = [];

    /// <summary>Where none was named: the departments that the matter list knows, to choose from.</summary>
    public IReadOnlyList<Guid> Candidates { get; init; } = [];

    /// <summary>The matter is one that townships have been given themselves.</summary>
    public bool Delegated { get; init; }

    /// <summary>The words speak of departments that disagree: a consultation would do as well.</summary>
    public bool Disputed { get; init; }
    public int? People { get; init; }
    public DateOnly? WishedOn { get; init; }
    public TimeOnly? WishedTime { get; init; }

    /// <summary>A day was meant that the words do not name: 下周. The card asks for it until a day is named.</summary>
    public string? UnsureDay { get; init; }
    public DateOnly? PeriodTo { get; init; }
    public string? Trainees { get; init; }

    /// <summary>The words say that it is urgent; it counts only with a ground.</summary>
    public bool Urgent { get; init; }
    public UrgentGround? Ground { get; init; }

    /// <summary>The person has been told once that this draft still lies here.</summary>
    public bool Mentioned { get; init; }

    /// <summary>It was sent off, not dropped: its buttons answer once more what they answered then.</summary>
    public bool Sent { get; init; }

    public string Title => OwnTitle ?? MadeTitle;

    /// <summary>The one department, where it is certain.</summary>
    public Guid? Only =>
        UnitIds is [var named] ? named
        : UnitIds.Count == 0 && Candidates is [var known] ? known
        : null;

    public OrderContent ContentFor(IReadOnlyList<Guid> units) =>
        new(Title, OrderKind, Account, units, People, WishedOn, WishedTime, PeriodTo, Trainees, Ground);

    public static OrderDraft Read(Draft draft) => JsonSerializer.Deserialize(draft.Values, OrderDraftJson.Default.OrderDraft)!;

    public string Write() => JsonSerializer.Serialize(this, OrderDraftJson.Default.OrderDraft);
}

[JsonSerializable(typeof(OrderDraft))]
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
internal sealed partial class OrderDraftJson : JsonSerializerContext;
