using System.Text.Json.Serialization;
using Sluice.Connectors.Json;

namespace Sluice.Connectors.PowerOfficeGo;

/// <summary>A department of the client, by which books are kept apart.</summary>
/// <remarks>
/// Source: PowerOffice Go API v2, resource <c>Departments</c>. A missing property is taken as unknown.
/// </remarks>
[Entity("Powerofficego", "Departments")]
public sealed record Department
{
    /// <summary>The id.</summary>
    [Key, ReadOnly, JsonPropertyName("Id")] public long Id { get; init; }

    /// <summary>The code.</summary>
    [JsonPropertyName("Code")] public string? Code { get; init; }

    /// <summary>The name.</summary>
    [RequiredOnCreate, Canonical(Canonical.Name), JsonPropertyName("Name")] public string? Name { get; init; }

    /// <summary>
    /// Whether the department is in use. PowerOffice takes a new one that says nothing for one that is not; this
    /// connector says that it is, unless a document says otherwise.
    /// </summary>
    [JsonPropertyName("IsActive")] public bool? IsActive { get; init; }

    /// <summary>Who leads it.</summary>
    [Reference("Powerofficego", "Employees"), JsonPropertyName("ManagerEmployeeId")]
    public long? ManagerEmployeeId { get; init; }

    /// <summary>
    /// The number of who leads it. It may be written in place of the id; with both, the id counts.
    /// </summary>
    [JsonPropertyName("ManagerEmployeeNo")] public long? ManagerEmployeeNo { get; init; }

    /// <summary>When the department was made.</summary>
    [ReadOnly, JsonPropertyName("CreatedDateTimeOffset"), JsonConverter(typeof(InstantConverter))]
    public DateTimeOffset? CreatedDateTimeOffset { get; init; }

    /// <summary>When the department was last changed.</summary>
    [ReadOnly, Modified, JsonPropertyName("LastChangedDateTimeOffset"), JsonConverter(typeof(InstantConverter))]
    public DateTimeOffset? LastChangedDateTimeOffset { get; init; }
}
