using System.Text.Json.Serialization;
using Sluice.Connectors.Json;

namespace Sluice.Connectors.PowerOfficeGo;

/// <summary>An order of a customer.</summary>
/// <remarks>
/// Source: PowerOffice Go API v2, resource <c>SalesOrders</c>. A listing shows no lines, so what they hold is unknown
/// until the order is read alone. A missing property is taken as unknown.
/// </remarks>
[Entity("Powerofficego", "Salesorders")]
public sealed record SalesOrder
{
    /// <summary>The id, a UUID.</summary>
    [Key, ReadOnly, JsonPropertyName("Id")] public string Id { get; init; } = "";

    /// <summary>Who ordered. The documentation demands it in words alone.</summary>
    [RequiredOnCreate, Reference("Powerofficego", "Customers"), JsonPropertyName("CustomerId")]
    public long? CustomerId { get; init; }

    /// <summary>The number of who ordered. It may be written in place of the id; with both, the id counts.</summary>
    [JsonPropertyName("CustomerNo")] public long? CustomerNo { get; init; }

    /// <summary>The order's number.</summary>
    [ReadOnly, JsonPropertyName("SalesOrderNo")] public long? SalesOrderNo { get; init; }

    /// <summary>The day of the order.</summary>
    [JsonPropertyName("SalesOrderDate"), JsonConverter(typeof(DayConverter))]
    public DateOnly? SalesOrderDate { get; init; }

    /// <summary>The day on which it is delivered.</summary>
    [JsonPropertyName("DeliveryDate"), JsonConverter(typeof(DayConverter))] public DateOnly? DeliveryDate { get; init; }

    /// <summary>The currency, three letters.</summary>
    [JsonPropertyName("CurrencyCode")] public string? CurrencyCode { get; init; }

    /// <summary>The customer's own words for the order.</summary>
    [JsonPropertyName("CustomerReference")] public string? CustomerReference { get; init; }

    /// <summary>The department that sells.</summary>
    [Reference("Powerofficego", "Departments"), JsonPropertyName("DepartmentId")]
    public long? DepartmentId { get; init; }

    /// <summary>The project, by its id.</summary>
    [JsonPropertyName("ProjectId")] public long? ProjectId { get; init; }

    /// <summary>A reference of ours, unique, 50 characters at most: a second order with it is refused.</summary>
    [JsonPropertyName("ExternalImportReference")] public string? ExternalImportReference { get; init; }

    /// <summary><c>Draft</c> or <c>Confirmed</c>.</summary>
    [JsonPropertyName("SalesOrderStatus")] public string? SalesOrderStatus { get; init; }

    /// <summary>
    /// What was ordered. PowerOffice takes it with a new order; afterwards each line has an address of its own. A
    /// listing does not show them.
    /// </summary>
    [KeyedBy(nameof(SalesOrderLine.Id)), JsonPropertyName("SalesOrderLines")]
    public IReadOnlyList<SalesOrderLine>? SalesOrderLines { get; init; }

    /// <summary>How many lines there are.</summary>
    [ReadOnly, JsonPropertyName("LineCount")] public int? LineCount { get; init; }

    /// <summary>The sum of the lines without value added tax, in units of <see cref="CurrencyCode"/>.</summary>
    [ReadOnly, JsonPropertyName("NetAmount")] public decimal? NetAmount { get; init; }

    /// <summary>The sum with value added tax, in units of <see cref="CurrencyCode"/>.</summary>
    [ReadOnly, JsonPropertyName("TotalAmount")] public decimal? TotalAmount { get; init; }

    /// <summary>When the order was last changed.</summary>
    [ReadOnly, Modified, JsonPropertyName("LastChangedDateTimeOffset"), JsonConverter(typeof(InstantConverter))]
    public DateTimeOffset? LastChangedDateTimeOffset { get; init; }
}
