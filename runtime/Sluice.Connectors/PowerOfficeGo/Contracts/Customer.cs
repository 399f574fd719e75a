using System.Text.Json.Serialization;
using Sluice.Connectors.Json;

namespace Sluice.Connectors.PowerOfficeGo;

/// <summary>A customer, which is a company or a natural person; <c>Customers person</c> is the latter.</summary>
/// <remarks>
/// Source: PowerOffice Go API v2, resource <c>Customers</c>. Both names list the same records; a customer that is no
/// person is out of the scope of <c>Customers person</c>, and may come into it. A missing property is taken as unknown.
/// </remarks>
[Entity("Powerofficego", "Customers")]
[Entity("Powerofficego", "Customers person")]
public sealed record Customer
{
    /// <summary>The id, shared with a supplier or employee that is the same contact.</summary>
    [Key, ReadOnly, JsonPropertyName("Id")] public long Id { get; init; }

    /// <summary>
    /// The name. Demanded of a new company; a new person needs <see cref="FirstName"/> and <see cref="LastName"/> too.
    /// </summary>
    [RequiredOnCreate, Canonical(Canonical.Name), JsonPropertyName("Name")] public string? Name { get; init; }

    /// <summary>The name in the register of companies.</summary>
    [Canonical(Canonical.Name), JsonPropertyName("LegalName")] public string? LegalName { get; init; }

    /// <summary>Whether this is a natural person.</summary>
    [JsonPropertyName("IsPerson")] public bool? IsPerson { get; init; }

    /// <summary>A person's given name.</summary>
    [Canonical(Canonical.Name), JsonPropertyName("FirstName")] public string? FirstName { get; init; }

    /// <summary>A person's family name.</summary>
    [Canonical(Canonical.Name), JsonPropertyName("LastName")] public string? LastName { get; init; }

    /// <summary>A person's day of birth.</summary>
    [JsonPropertyName("DateOfBirth"), JsonConverter(typeof(DayConverter))] public DateOnly? DateOfBirth { get; init; }

    /// <summary>A company's number in its register.</summary>
    [JsonPropertyName("OrganizationNumber")] public string? OrganizationNumber { get; init; }

    /// <summary>The e-mail address.</summary>
    [Canonical(Canonical.Email), JsonPropertyName("EmailAddress")] public string? EmailAddress { get; init; }

    /// <summary>Where invoices go.</summary>
    [Canonical(Canonical.Email), JsonPropertyName("InvoiceEmailAddress")]
    public string? InvoiceEmailAddress { get; init; }

    /// <summary>The telephone.</summary>
    [Canonical(Canonical.Phone), JsonPropertyName("PhoneNumber")] public string? PhoneNumber { get; init; }

    /// <summary>The web site.</summary>
    [JsonPropertyName("WebsiteUrl")] public string? WebsiteUrl { get; init; }

    /// <summary>The postal address.</summary>
    [JsonPropertyName("MailAddress")] public MailAddress? MailAddress { get; init; }

    /// <summary>The customer's number.</summary>
    [JsonPropertyName("Number")] public long? Number { get; init; }

    /// <summary>A number of ours.</summary>
    [JsonPropertyName("ExternalNumber")] public long? ExternalNumber { get; init; }

    /// <summary>A reference of ours, unique, 50 characters at most: a second customer with it is refused.</summary>
    [JsonPropertyName("ExternalImportReference")] public string? ExternalImportReference { get; init; }

    /// <summary>Whether the customer was put away.</summary>
    [JsonPropertyName("IsArchived")] public bool? IsArchived { get; init; }

    /// <summary>The currency, three letters.</summary>
    [JsonPropertyName("CurrencyCode")] public string? CurrencyCode { get; init; }

    /// <summary>The terms on which the customer pays, by their id.</summary>
    [JsonPropertyName("PaymentTermId")] public long? PaymentTermId { get; init; }

    /// <summary>The terms on which the customer pays, as PowerOffice shows them. Written by their id.</summary>
    [ReadOnly, JsonPropertyName("PaymentTerm"), JsonConverter(typeof(LooseTextConverter))]
    public string? PaymentTerm { get; init; }

    /// <summary>The department that sells.</summary>
    [Reference("Powerofficego", "Departments"), JsonPropertyName("DepartmentId")]
    public long? DepartmentId { get; init; }

    /// <summary>The department's code. Written by its id.</summary>
    [ReadOnly, JsonPropertyName("DepartmentCode")] public string? DepartmentCode { get; init; }

    /// <summary>
    /// A person's number in the register of people. PowerOffice shows the word <c>hidden</c> in its place.
    /// </summary>
    [ReadOnly, JsonPropertyName("NationalIdNumber")] public string? NationalIdNumber { get; init; }

    /// <summary>Whether the customer is in use.</summary>
    [ReadOnly, JsonPropertyName("IsActive")] public bool? IsActive { get; init; }

    /// <summary>The account in the ledger.</summary>
    [ReadOnly, JsonPropertyName("SubledgerAccountId")] public long? SubledgerAccountId { get; init; }

    /// <summary>When the customer was made.</summary>
    [ReadOnly, JsonPropertyName("CustomerCreatedDateTimeOffset"), JsonConverter(typeof(InstantConverter))]
    public DateTimeOffset? CustomerCreatedDateTimeOffset { get; init; }

    /// <summary>When the contact was made, as whatever it was first.</summary>
    [ReadOnly, JsonPropertyName("ContactCreatedDateTimeOffset"), JsonConverter(typeof(InstantConverter))]
    public DateTimeOffset? ContactCreatedDateTimeOffset { get; init; }

    /// <summary>
    /// When the customer was last changed. Stands still when only the address changes: that has a stamp of its own.
    /// </summary>
    [ReadOnly, Modified, JsonPropertyName("LastChangedDateTimeOffset"), JsonConverter(typeof(InstantConverter))]
    public DateTimeOffset? LastChangedDateTimeOffset { get; init; }
}
