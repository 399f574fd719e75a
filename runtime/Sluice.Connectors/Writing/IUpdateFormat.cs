using System.Text.Json.Nodes;

namespace Sluice.Connectors.Writing;

/// <summary>How a vendor wants to be told what changed.</summary>
internal interface IUpdateFormat
{
    /// <summary>The body of an update.</summary>
    /// <param name="changed">The record with the changes put in, without what cannot be written.</param>
    /// <param name="current">The record as it was read.</param>
    /// <param name="touched">The paths that changed.</param>
    JsonNode Body(JsonObject changed, Record current, IReadOnlyList<string> touched);
}
