using System.Text.Json.Serialization;
using Sluice.Connectors.Json;

namespace Sluice.Connectors.PowerOfficeGo;

/// <summary>A person one writes to at a customer or supplier that is a company.</summary>
/// <remarks>
/// Source: PowerOffice Go API v2, resource <c>ContactPersons</c>. It lives under its contact, so its key is
/// <c>ContactId/Id</c>. A missing property is taken as unknown.
/// </remarks>
[Entity("Powerofficego", "Contactperson")]
public sealed record ContactPerson
{
    /// <summary>The id under the contact.</summary>
    [Key, ReadOnly, JsonPropertyName("Id")] public long Id { get; init; }

    /// <summary>
    /// The customer or supplier. Part of the address of a new contact person; never changed afterwards.
    /// </summary>
    [ParentKey, ReadOnly, RequiredOnCreate, Reference("Powerofficego", "Customers"), JsonPropertyName("ContactId")]
    public long ContactId { get; init; }

    /// <summary>The given name.</summary>
    [RequiredOnCreate, Canonical(Canonical.Name), JsonPropertyName("FirstName")] public string? FirstName { get; init; }

    /// <summary>The family name.</summary>
    [RequiredOnCreate, Canonical(Canonical.Name), JsonPropertyName("LastName")] public string? LastName { get; init; }

    /// <summary>The e-mail address. PowerOffice refuses what looks like a typing error.</summary>
    [Canonical(Canonical.Email), JsonPropertyName("EmailAddress")] public string? EmailAddress { get; init; }

    /// <summary>The telephone.</summary>
    [Canonical(Canonical.Phone), JsonPropertyName("PhoneNumber")] public string? PhoneNumber { get; init; }

    /// <summary>The position.</summary>
    [JsonPropertyName("Title")] public string? Title { get; init; }

    /// <summary>Whether the person is still there.</summary>
    [JsonPropertyName("IsActive")] public bool? IsActive { get; init; }

    /// <summary>Whether mail goes to this person unless said otherwise.</summary>
    [JsonPropertyName("IsDefault")] public bool? IsDefault { get; init; }

    /// <summary>A code of ours, unique, 50 characters at most.</summary>
    [JsonPropertyName("ExternalCode")] public string? ExternalCode { get; init; }

    /// <summary>The postal address.</summary>
    [JsonPropertyName("MailAddress")] public MailAddress? MailAddress { get; init; }

    /// <summary>When the person was entered.</summary>
    [ReadOnly, JsonPropertyName("CreatedDateTimeOffset"), JsonConverter(typeof(InstantConverter))]
    public DateTimeOffset? CreatedDateTimeOffset { get; init; }

    /// <summary>
    /// When the person was last changed. May stand still when only the address changes: that has a stamp of its own.
    /// </summary>
    [ReadOnly, Modified, JsonPropertyName("LastChangedDateTimeOffset"), JsonConverter(typeof(InstantConverter))]
    public DateTimeOffset? LastChangedDateTimeOffset { get; init; }
}
