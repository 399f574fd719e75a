namespace Sluice.Connectors.Tests.Wire;

/// <summary>A type that the context does not know.</summary>
internal sealed record WireUnknown(string Name);
