namespace Sluice.Sandboxes.Http;

/// <param name="Default">The size where none is asked for.</param>
/// <param name="Accepted">The greatest size that is not refused.</param>
/// <param name="Given">The greatest size a page really has: servers cut down what they accept.</param>
internal readonly record struct PageLimits(int Default, int Accepted, int Given);
