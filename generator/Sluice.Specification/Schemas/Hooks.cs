namespace Sluice.Specification.Schemas;

/// <summary>The hook methods that somebody has written.</summary>
/// <param name="Pairings">One entry per pairing class that has any.</param>
public sealed record Hooks(EquatableArray<PairingHooks> Pairings)
{
    /// <summary>Nobody has written any.</summary>
    public static Hooks None { get; } = new(default(EquatableArray<PairingHooks>));
}
