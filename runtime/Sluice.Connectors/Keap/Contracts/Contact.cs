using System.Text.Json.Serialization;
using Sluice.Connectors.Json;

namespace Sluice.Connectors.Keap;

/// <summary>A contact: a person.</summary>
/// <remarks>
/// Source: Keap REST v1, resource <c>contacts</c>. The vendor's OpenAPI document declares no nulls and demands no
/// property of an answer, so what is missing is empty.
/// </remarks>
[Entity("Keap", "Contacts"), OmitsNulls]
public sealed record Contact
{
    /// <summary>Keap's id.</summary>
    [Key, ReadOnly, JsonPropertyName("id")] public long Id { get; init; }

    /// <summary>The given name.</summary>
    [OptionalOnCreate, Canonical(Canonical.Name), JsonPropertyName("given_name")]
    public string? GivenName { get; init; }

    /// <summary>The family name.</summary>
    [OptionalOnCreate, Canonical(Canonical.Name), JsonPropertyName("family_name")]
    public string? FamilyName { get; init; }

    /// <summary>The middle name.</summary>
    [Canonical(Canonical.Name), JsonPropertyName("middle_name")] public string? MiddleName { get; init; }

    /// <summary>What stands before the name: <c>Dr.</c></summary>
    [JsonPropertyName("prefix")] public string? Prefix { get; init; }

    /// <summary>What stands behind the name: <c>Jr.</c></summary>
    [JsonPropertyName("suffix")] public string? Suffix { get; init; }

    /// <summary>What the person likes to be called.</summary>
    [JsonPropertyName("preferred_name")] public string? PreferredName { get; init; }

    /// <summary>
    /// Up to three addresses. Keap takes a new contact that has an e-mail or a telephone; this connector demands the
    /// e-mail, so that a contact whose creation was never answered can be found again.
    /// </summary>
    [KeyedBy(nameof(ContactEmail.Field)), RequiredOnCreate, JsonPropertyName("email_addresses")]
    public IReadOnlyList<ContactEmail>? EmailAddresses { get; init; }

    /// <summary>Up to five telephones.</summary>
    [KeyedBy(nameof(ContactPhone.Field)), JsonPropertyName("phone_numbers")]
    public IReadOnlyList<ContactPhone>? PhoneNumbers { get; init; }

    /// <summary>Up to two faxes.</summary>
    [KeyedBy(nameof(ContactFax.Field)), JsonPropertyName("fax_numbers")]
    public IReadOnlyList<ContactFax>? FaxNumbers { get; init; }

    /// <summary>Up to three postal addresses.</summary>
    [KeyedBy(nameof(ContactAddress.Field)), JsonPropertyName("addresses")]
    public IReadOnlyList<ContactAddress>? Addresses { get; init; }

    /// <summary>
    /// The day of birth. Keap shows it as a time stamp, and is reported to take a bare day only; that is sent.
    /// </summary>
    [JsonPropertyName("birthday"), JsonConverter(typeof(DayConverter))] public DateOnly? Birthday { get; init; }

    /// <summary>The anniversary.</summary>
    [JsonPropertyName("anniversary"), JsonConverter(typeof(DayConverter))] public DateOnly? Anniversary { get; init; }

    /// <summary>The company the person works for.</summary>
    [JsonPropertyName("company")] public ContactCompany? Company { get; init; }

    /// <summary>The position. Contained in an answer only where it was asked for; this connector asks.</summary>
    [JsonPropertyName("job_title")] public string? JobTitle { get; init; }

    /// <summary>
    /// Where the contact came from, by Keap's id of it. Contained in an answer only where it was asked for; this
    /// connector asks.
    /// </summary>
    [JsonPropertyName("lead_source_id")] public long? LeadSourceId { get; init; }

    /// <summary>The user who looks after the contact.</summary>
    [JsonPropertyName("owner_id")] public long? OwnerId { get; init; }

    /// <summary>The web site.</summary>
    [JsonPropertyName("website")] public string? Website { get; init; }

    /// <summary>The time zone, by its tz name.</summary>
    [JsonPropertyName("time_zone")] public string? TimeZone { get; init; }

    /// <summary>The language to write in: <c>en_US</c>.</summary>
    [JsonPropertyName("preferred_locale")] public string? PreferredLocale { get; init; }

    /// <summary>Accounts in social networks, one of each.</summary>
    [KeyedBy(nameof(ContactSocialAccount.Type)), JsonPropertyName("social_accounts")]
    public IReadOnlyList<ContactSocialAccount>? SocialAccounts { get; init; }

    /// <summary>
    /// The account's own fields. Contained in an answer only where they were asked for; this connector asks.
    /// </summary>
    [KeyedBy(nameof(CustomField.Id)), JsonPropertyName("custom_fields")]
    public IReadOnlyList<CustomField>? CustomFields { get; init; }

    /// <summary>Keap's view of the first address.</summary>
    [ReadOnly, JsonPropertyName("email_status")] public string? EmailStatus { get; init; }

    /// <summary>The tags, by id.</summary>
    [ReadOnly, Set, JsonPropertyName("tag_ids")] public IReadOnlyList<long>? TagIds { get; init; }

    /// <summary>How promising the contact is, as Keap reckons. Moves without an edit.</summary>
    [ReadOnly, JsonPropertyName("ScoreValue"), JsonConverter(typeof(LooseTextConverter))]
    public string? ScoreValue { get; init; }

    /// <summary>When the contact was made.</summary>
    [ReadOnly, JsonPropertyName("date_created"), JsonConverter(typeof(InstantConverter))]
    public DateTimeOffset? DateCreated { get; init; }

    /// <summary>When the contact was last changed.</summary>
    [ReadOnly, Modified, JsonPropertyName("last_updated"), JsonConverter(typeof(InstantConverter))]
    public DateTimeOffset? LastUpdated { get; init; }
}
