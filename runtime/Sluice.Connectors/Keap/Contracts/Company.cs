using System.Text.Json.Serialization;

namespace Sluice.Connectors.Keap;

/// <summary>A company.</summary>
/// <remarks>
/// Source: Keap REST v1, resource <c>companies</c>. It has no time stamp and no delete. The vendor's OpenAPI document
/// declares no nulls and demands no property of an answer, so what is missing is empty.
/// </remarks>
[Entity("Keap", "Companies"), OmitsNulls]
public sealed record Company
{
    /// <summary>Keap's id.</summary>
    [Key, ReadOnly, JsonPropertyName("id")] public long Id { get; init; }

    /// <summary>The name. The specification demands it in updates too, so it is always sent along.</summary>
    [RequiredOnCreate, RequiredOnUpdate, Canonical(Canonical.Name), JsonPropertyName("company_name")]
    public string? CompanyName { get; init; }

    /// <summary>The address to write to.</summary>
    [Canonical(Canonical.Email), JsonPropertyName("email_address")] public string? EmailAddress { get; init; }

    /// <summary>The web site.</summary>
    [JsonPropertyName("website")] public string? Website { get; init; }

    /// <summary>Notes. Contained in an answer only where they were asked for; this connector asks.</summary>
    [JsonPropertyName("notes")] public string? Notes { get; init; }

    /// <summary>The postal address.</summary>
    [JsonPropertyName("address")] public CompanyAddress? Address { get; init; }

    /// <summary>The telephone.</summary>
    [JsonPropertyName("phone_number")] public CompanyPhone? PhoneNumber { get; init; }

    /// <summary>The fax. Contained in an answer only where it was asked for; this connector asks.</summary>
    [JsonPropertyName("fax_number")] public CompanyFax? FaxNumber { get; init; }

    /// <summary>
    /// The account's own fields. Contained in an answer only where they were asked for; this connector asks.
    /// </summary>
    [KeyedBy(nameof(CustomField.Id)), JsonPropertyName("custom_fields")]
    public IReadOnlyList<CustomField>? CustomFields { get; init; }

    /// <summary>Why mail may be sent to the address, in words. Keap takes it, and never shows it.</summary>
    [JsonPropertyName("opt_in_reason")] public string? OptInReason { get; init; }

    /// <summary>Whether mail may be sent to the address.</summary>
    [ReadOnly, JsonPropertyName("email_opted_in")] public bool? EmailOptedIn { get; init; }

    /// <summary>Keap's view of the address: whether it was confirmed, and by whom.</summary>
    [ReadOnly, JsonPropertyName("email_status")] public string? EmailStatus { get; init; }
}
