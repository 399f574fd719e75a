using System.Text.Json.Nodes;

namespace Sluice.Pipeline.Tests;

/// <summary>A record as it was for a while.</summary>
/// <param name="Key">The record.</param>
/// <param name="At">When it came about, by the engine's clock.</param>
/// <param name="Stamp">The system's own stamp of it.</param>
/// <param name="State">What it holds; null where the record is gone.</param>
internal sealed record FakeVersion(string Key, DateTimeOffset At, string Stamp, JsonObject? State);
