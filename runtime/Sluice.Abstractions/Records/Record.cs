using System.Text.Json;

namespace Sluice;

/// <summary>One entity instance as a system showed it.</summary>
/// <param name="Key">Its key in the entity it was read from.</param>
/// <param name="Value">The contract's instance.</param>
/// <param name="Raw">What the answer contained, so that absent and null can be told apart. Cloned: it outlives the
/// answer.</param>
/// <param name="Identity">The physical record. Equals entity and key, except where the entity is a view of
/// another.</param>
public sealed record Record(string Key, object Value, JsonElement Raw, RecordId Identity)
{
    /// <summary>
    /// Whether the contract counts it in: built-in, guest and banned records are out, as is what left a scope.
    /// </summary>
    public bool InScope { get; init; } = true;

    /// <summary>The record's own time stamp, where the entity has one that moves with every change.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>
    /// What tells this state of the record from others, in the system's own notation: an entity tag, or a time stamp.
    /// Null where its connector asks for none. Goes into <see cref="WriteRequest.IfVersion"/>.
    /// </summary>
    public string? Version { get; init; }
}
