using System.Text.Json.Nodes;
using Sluice.Sandboxes.Data;

namespace Sluice.Sandboxes.Keap;

/// <summary>What Keap demands of values that hang together.</summary>
internal static class KeapRules
{
    public static Flaw? Address(JsonObject? address, string at)
    {
        if (address is null)
            return null;
        if (HasValue(address, "region") && !HasValue(address, "country_code"))
            return new($"{at}.country_code", "country_code is required when region is given.");
        if (HasValue(address, "zip_code") && HasValue(address, "postal_code"))
            return new($"{at}.postal_code", "Give zip_code or postal_code, not both.");

        return HasValue(address, "country_code") && address["country_code"]!.GetValue<string>() is not { Length: 3 }
            ? new($"{at}.country_code", "country_code has three letters, as in NOR.")
            : null;
    }

    /// <summary>A contact as it would be after the write.</summary>
    public static Flaw? Contact(JsonObject contact, Table companies)
    {
        if (IsEmpty(contact["email_addresses"]) && IsEmpty(contact["phone_numbers"]))
            return new("email_addresses", "A contact needs at least one of email_addresses and phone_numbers.");

        foreach (var list in new[] { "email_addresses", "phone_numbers", "fax_numbers", "addresses" })
        {
            var fields = (contact[list] as JsonArray ?? []).Select(item => item?["field"]?.GetValue<string>()).ToList();
            if (fields.Contains(null))
                return new(list, $"Each of {list} needs a field.");
            if (fields.Distinct().Count() != fields.Count)
                return new(list, $"A field stands twice in {list}.");
        }

        if (contact["company"]?["id"] is { } company && !companies.TryFind(company.ToJsonString(), out _))
            return new("company.id", $"There is no company {company.ToJsonString()}.");

        return (contact["addresses"] as JsonArray ?? [])
            .Select((address, i) => Address(address as JsonObject, $"addresses[{i}]"))
            .FirstOrDefault(flaw => flaw is not null);
    }

    private static bool HasValue(JsonObject node, string name) => !string.IsNullOrEmpty(node[name]?.GetValue<string>());

    private static bool IsEmpty(JsonNode? list) => list is not JsonArray { Count: > 0 };
}
