namespace Sluice.Generator.Tests.Rest;

internal sealed record WireRecord(string? CompanyName, long? Size);
