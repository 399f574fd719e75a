namespace Sluice.Connectors.Tests.Wire;

internal sealed record WireRecord(string? CompanyName, long? Size);
