namespace Sluice.Host.Graphing;

/// <summary>An entity of a system, as documents write both.</summary>
/// <param name="System">The system's slug.</param>
/// <param name="Name">The entity.</param>
internal sealed record GraphEntity(string System, string Name);
