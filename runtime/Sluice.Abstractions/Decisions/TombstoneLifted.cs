namespace Sluice;

/// <summary>A link whose one side is gone ends, so that the record that stayed may get another counterpart.</summary>
/// <param name="Link">The link's number.</param>
public sealed record TombstoneLifted(long Link) : DecisionEffect;
