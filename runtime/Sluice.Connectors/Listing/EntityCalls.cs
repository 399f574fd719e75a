using System.Text.Json;
using Sluice.Connectors.Entities;
using Sluice.Connectors.Http;

namespace Sluice.Connectors.Listing;

/// <summary>How a vendor is asked for an entity, and how its answers are cut.</summary>
internal sealed record EntityCalls
{
    /// <summary>Asks for a page.</summary>
    public required Func<Position, CancellationToken, Task<HttpResponseMessage>> List { get; init; }

    /// <summary>Cuts a page.</summary>
    public required Func<Slices, string, Answer, Slice> Cut { get; init; }

    /// <summary>Asks for one record, by a key that <see cref="IsKey"/> accepts.</summary>
    public required Func<string, CancellationToken, Task<HttpResponseMessage>> Get { get; init; }

    /// <summary>
    /// Finds the record in the answer to <see cref="Get"/>; null where it is not there. By default it is the answer.
    /// </summary>
    public Func<JsonElement, string, JsonElement?> Pick { get; init; } = (body, _) => body;

    /// <summary>Finds the record's state in the answer's headers; null where there is none, as by default.</summary>
    public Func<Answer, string?> Version { get; init; } = _ => null;

    /// <summary>Whether a key can be one of this entity's.</summary>
    public Func<string, bool> IsKey { get; init; } = key => RecordKey.IsSafe(key);
}
