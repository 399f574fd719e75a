namespace Sluice.Pipeline;

/// <summary>What happens where both sides changed a field differently.</summary>
/// <param name="Kind">How it is decided.</param>
/// <param name="Preferred">The side that wins where <see cref="ConflictKind.Latest"/> cannot tell, and under
/// <see cref="ConflictKind.Prefer"/>.</param>
public readonly record struct ConflictPolicy(ConflictKind Kind, Side Preferred);
