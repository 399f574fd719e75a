using System.Text.Json.Nodes;

namespace Sluice;

/// <summary>A record of an entity without a contract. Its JSON is the record, and this is a view of it.</summary>
public interface IOpenRecord
{
    /// <summary>The JSON, with everything that the system answered. Nobody changes it: a write makes another.</summary>
    JsonObject Node { get; }
}
