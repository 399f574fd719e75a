using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sluice.Sandboxes.PowerOfficeGo;

/// <summary>Orders property values: nothing first, numbers by size, the rest by its text to the letter.</summary>
internal sealed class ScalarComparer : IComparer<JsonNode?>
{
    public static ScalarComparer Instance { get; } = new();

    public int Compare(JsonNode? x, JsonNode? y)
    {
        if (x is null || y is null)
            return (x is not null).CompareTo(y is not null);

        return x.GetValueKind() == JsonValueKind.Number && y.GetValueKind() == JsonValueKind.Number
            ? Number(x).CompareTo(Number(y))
            : string.CompareOrdinal(x.ToString(), y.ToString());
    }

    // A number that was put in as one type is not given out as another.
    private static decimal Number(JsonNode number) =>
        decimal.Parse(number.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);
}
