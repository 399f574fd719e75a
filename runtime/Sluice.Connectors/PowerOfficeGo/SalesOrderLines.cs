using System.Text.Json.Nodes;

namespace Sluice.Connectors.PowerOfficeGo;

/// <summary>
/// The lines of an order go with a new order. Later each has an address of its own, and a patch of the order does not
/// reach them.
/// </summary>
internal static class SalesOrderLines
{
    private const string Pointer = "/" + nameof(SalesOrder.SalesOrderLines);

    /// <summary>Why a request cannot be sent; null where it can.</summary>
    public static string? Refuse(WriteRequest request) =>
        request.Key is not null
        && JsonNode.Parse(request.Body) is JsonArray operations
        && operations.Any(operation => operation?["path"]?.GetValue<string>() is { } path
            && (path == Pointer || path.StartsWith($"{Pointer}/", StringComparison.Ordinal)))
            ? $"{nameof(SalesOrder.SalesOrderLines)} goes with a new order only: PowerOffice changes the lines of an "
                + "order that is there one by one, which is not done here. Change them there, or take the row away."
            : null;
}
