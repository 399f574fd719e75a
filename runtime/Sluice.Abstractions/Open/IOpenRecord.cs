using System.Text.Json.Nodes;

namespace Sluice;

/// <summary>A record that no contract answers to. Its JSON is the record; whoever shows it only looks at that.</summary>
public interface IOpenRecord
{
    /// <summary>The JSON, with everything that the system answered. Nobody changes it: a write makes another.</summary>
    JsonObject Node { get; }
}
