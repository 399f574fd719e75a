using System.Text.Json.Serialization;
using Sluice.Connectors.Json;

namespace Sluice.Connectors.PowerOfficeGo;

/// <summary>Somebody who works for the client.</summary>
/// <remarks>
/// Source: PowerOffice Go API v2, resource <c>Employees</c>. Departments, places and managers are written by their ids;
/// their codes and numbers are only read. A missing property is taken as unknown.
/// </remarks>
[Entity("Powerofficego", "Employees")]
public sealed record Employee
{
    /// <summary>The id, shared with a customer or supplier that is the same contact.</summary>
    [Key, ReadOnly, JsonPropertyName("Id")] public long Id { get; init; }

    /// <summary>The given name.</summary>
    [RequiredOnCreate, Canonical(Canonical.Name), JsonPropertyName("FirstName")] public string? FirstName { get; init; }

    /// <summary>The family name.</summary>
    [RequiredOnCreate, Canonical(Canonical.Name), JsonPropertyName("LastName")] public string? LastName { get; init; }

    /// <summary>The day of birth.</summary>
    [JsonPropertyName("DateOfBirth"), JsonConverter(typeof(DayConverter))] public DateOnly? DateOfBirth { get; init; }

    /// <summary>The e-mail address.</summary>
    [Canonical(Canonical.Email), JsonPropertyName("EmailAddress")] public string? EmailAddress { get; init; }

    /// <summary>The telephone.</summary>
    [Canonical(Canonical.Phone), JsonPropertyName("PhoneNumber")] public string? PhoneNumber { get; init; }

    /// <summary>The position.</summary>
    [JsonPropertyName("JobTitle")] public string? JobTitle { get; init; }

    /// <summary>The day of the contract.</summary>
    [JsonPropertyName("HiredDate"), JsonConverter(typeof(DayConverter))] public DateOnly? HiredDate { get; init; }

    /// <summary>The first day at work.</summary>
    [JsonPropertyName("StartDate"), JsonConverter(typeof(DayConverter))] public DateOnly? StartDate { get; init; }

    /// <summary>The last day at work.</summary>
    [JsonPropertyName("EndDate"), JsonConverter(typeof(DayConverter))] public DateOnly? EndDate { get; init; }

    /// <summary>The gender, by one of the words that PowerOffice has for it.</summary>
    [JsonPropertyName("Gender")] public string? Gender { get; init; }

    /// <summary>The department.</summary>
    [Reference("Powerofficego", "Departments"), JsonPropertyName("DepartmentId")]
    public long? DepartmentId { get; init; }

    /// <summary>The department's code. It may be written in place of the id; with both, the id counts.</summary>
    [JsonPropertyName("DepartmentCode")] public string? DepartmentCode { get; init; }

    /// <summary>The place, by its id.</summary>
    [JsonPropertyName("LocationId")] public long? LocationId { get; init; }

    /// <summary>The place's code. It may be written in place of the id; with both, the id counts.</summary>
    [JsonPropertyName("LocationCode")] public string? LocationCode { get; init; }

    /// <summary>Whom the employee reports to.</summary>
    [Reference("Powerofficego", "Employees"), JsonPropertyName("ManagerEmployeeId")]
    public long? ManagerEmployeeId { get; init; }

    /// <summary>
    /// The number of whom the employee reports to. It may be written in place of the id; with both, the id counts.
    /// </summary>
    [JsonPropertyName("ManagerEmployeeNo")] public long? ManagerEmployeeNo { get; init; }

    /// <summary>The postal address.</summary>
    [JsonPropertyName("MailAddress")] public MailAddress? MailAddress { get; init; }

    /// <summary>The employee's number.</summary>
    [JsonPropertyName("Number")] public long? Number { get; init; }

    /// <summary>A number of ours.</summary>
    [JsonPropertyName("ExternalNumber")] public long? ExternalNumber { get; init; }

    /// <summary>A reference of ours, unique, 50 characters at most: a second employee with it is refused.</summary>
    [JsonPropertyName("ExternalImportReference")] public string? ExternalImportReference { get; init; }

    /// <summary>Whether the employee was put away.</summary>
    [JsonPropertyName("IsArchived")] public bool? IsArchived { get; init; }

    /// <summary>When the employee was made.</summary>
    [ReadOnly, JsonPropertyName("EmployeeCreatedDateTimeOffset"), JsonConverter(typeof(InstantConverter))]
    public DateTimeOffset? EmployeeCreatedDateTimeOffset { get; init; }

    /// <summary>When the contact was made, as whatever it was first.</summary>
    [ReadOnly, JsonPropertyName("ContactCreatedDateTimeOffset"), JsonConverter(typeof(InstantConverter))]
    public DateTimeOffset? ContactCreatedDateTimeOffset { get; init; }

    /// <summary>
    /// When the employee was last changed. Stands still when only the address changes: that has a stamp of its own.
    /// </summary>
    [ReadOnly, Modified, JsonPropertyName("LastChangedDateTimeOffset"), JsonConverter(typeof(InstantConverter))]
    public DateTimeOffset? LastChangedDateTimeOffset { get; init; }
}
