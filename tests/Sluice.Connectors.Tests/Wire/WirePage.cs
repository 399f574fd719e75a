namespace Sluice.Connectors.Tests.Wire;

internal sealed record WirePage(IReadOnlyList<WireRecord>? Companies, int Count);
