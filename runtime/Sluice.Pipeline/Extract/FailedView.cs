namespace Sluice.Pipeline;

/// <summary>A record on which a hook or mapping of one pairing failed while it was listed.</summary>
internal sealed record FailedView(string Pairing, Side Side, string Key, string Reason);
