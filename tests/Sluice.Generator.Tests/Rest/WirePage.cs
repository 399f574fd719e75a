namespace Sluice.Generator.Tests.Rest;

internal sealed record WirePage(IReadOnlyList<WireRecord> Companies, int Count);
