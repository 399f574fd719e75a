namespace Sluice;

/// <summary>What one pairing makes of a record.</summary>
/// <param name="Pairing">The pairing's name.</param>
/// <param name="Side">The side the record is on.</param>
/// <param name="InScope">Whether the pairing's hook lets it in.</param>
/// <param name="Keys">
/// What each match rule compares; <see cref="MatchKey.None"/> where there is nothing. Records agree by a rule where one
/// text of it is the same.
/// </param>
public sealed record PairingView(string Pairing, Side Side, bool InScope, IReadOnlyList<MatchKey> Keys)
{
    /// <summary>Whether the document's condition lets a counterpart be made for the record.</summary>
    public bool IsWanted { get; init; } = true;
}
