namespace SupervisionBot.Core.UseCases;

/// <summary>An expected no: a stable code for the program, a Chinese sentence for the person that says what to do next.</summary>
public sealed record Refusal(string Code, string Sentence)
{
    public const string NotFound = "not-found";
    public const string Forbidden = "forbidden";

    /// <summary>Somebody else was faster, or the text to decide has changed since the button was drawn.</summary>
    public const string Stale = "stale";

    /// <summary>Something in the request is missing or wrong.</summary>
    public const string Invalid = "invalid";
}

/// <summary>What a use case came to: a value, or a refusal that changed nothing.</summary>
public sealed class Outcome<T>
{
    private readonly T? value;

    private Outcome(T? value, Refusal? refusal) => (this.value, Refusal) = (value, refusal);

    public Refusal? Refusal { get; }

    public bool Done => Refusal is null;

    /// <summary>What was done.</summary>
    /// <exception cref="InvalidOperationException">The use case was refused.</exception>
    public T Value => Refusal is null ? value! : throw new InvalidOperationException($"Refused: {Refusal.Code}");

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}
