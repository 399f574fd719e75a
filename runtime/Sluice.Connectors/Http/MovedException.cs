namespace Sluice.Connectors.Http;

/// <summary>A write was made for a state of a record that is no more; the system did not carry it out.</summary>
internal sealed class MovedException(string what)
    : Exception($"{what} was changed by somebody else just now; the next cycle looks at it anew.");
