using System.Text.Json.Serialization;

namespace Sluice.Connectors.Keap;

/// <summary>A product.</summary>
/// <remarks>
/// Source: Keap REST v1, resource <c>products</c>, whose names are not those of v2. It has no time stamp, and its
/// listing has no order. The vendor's OpenAPI document declares no nulls, so what is missing is empty.
/// </remarks>
[Entity("Keap", "Products"), OmitsNulls]
public sealed record Product
{
    /// <summary>Keap's id.</summary>
    [Key, ReadOnly, JsonPropertyName("id")] public long Id { get; init; }

    /// <summary>The name. The specification demands it in updates too, so it is always sent along.</summary>
    [RequiredOnCreate, RequiredOnUpdate, Canonical(Canonical.Name), JsonPropertyName("product_name")]
    public string? ProductName { get; init; }

    /// <summary>What the product is, at length.</summary>
    [JsonPropertyName("product_desc")] public string? ProductDesc { get; init; }

    /// <summary>What the product is, in a line.</summary>
    [JsonPropertyName("product_short_desc")] public string? ProductShortDesc { get; init; }

    /// <summary>The price, in whole units of the account's currency: 12.5 is twelve and a half of them.</summary>
    [JsonPropertyName("product_price")] public decimal? ProductPrice { get; init; }

    /// <summary>The number by which the product is stocked and ordered.</summary>
    [JsonPropertyName("sku")] public string? Sku { get; init; }

    /// <summary>Whether the product is sold by subscription only.</summary>
    [JsonPropertyName("subscription_only")] public bool? SubscriptionOnly { get; init; }

    /// <summary>
    /// Whether the product is for sale. Keap takes it under this name and shows it as <see cref="Status"/>, of which 0
    /// is read as no and all else as yes; which numbers there are is not documented.
    /// </summary>
    [JsonPropertyName("active")]
    public bool? Active
    {
        get => field ?? (Status is { } status ? status != 0 : null);
        init;
    }

    /// <summary>How Keap shows whether the product is for sale.</summary>
    [ReadOnly, JsonPropertyName("status")] public int? Status { get; init; }

    /// <summary>Where the product can be bought.</summary>
    [ReadOnly, JsonPropertyName("url")] public string? Url { get; init; }

    /// <summary>What a buyer can choose.</summary>
    [ReadOnly, JsonPropertyName("product_options")]
    public IReadOnlyList<ProductOption>? ProductOptions { get; init; }

    /// <summary>How it can be subscribed to.</summary>
    [ReadOnly, JsonPropertyName("subscription_plans")]
    public IReadOnlyList<SubscriptionPlan>? SubscriptionPlans { get; init; }
}
