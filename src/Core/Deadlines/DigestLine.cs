using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Deadlines;

/// <summary>One thing that a person hears this morning.</summary>
/// <param name="Alone">The message where it is the only one.</param>
/// <param name="Entry">How it stands in a list, and what opens it.</param>
/// <param name="Mine">The reader is to act on it, and not only to know.</param>
/// <param name="Warning">What follows if nothing is done; stands in a list as well.</param>
internal sealed record DigestLine(Message Alone, Choice Entry, DateTimeOffset Due, bool Mine, string? Warning = null);

/// <summary>A kind of thing that stands in the morning digest.</summary>
internal interface IDigestLines
{
    /// <summary>The second part of the step of its occurrences.</summary>
    string Kind { get; }

    /// <summary>Those that are still true and about which the reader can do something.</summary>
    Task<IReadOnlyDictionary<Occurrence, DigestLine>> LinesAsync(
        IReadOnlyList<Occurrence> occurrences,
        Actor reader,
        Work work,
        CancellationToken cancel
    );
}

/// <summary>
/// News that is not worth a message of its own: it rides along with a digest that is sent anyway, after everything there is to do, and asks for nothing.
/// </summary>
internal interface IDigestRider
{
    /// <summary>The one line for this reader, who has been told with that; null where there is none.</summary>
    Task<Choice?> TakeAsync(Actor reader, Work work, CancellationToken cancel);
}
