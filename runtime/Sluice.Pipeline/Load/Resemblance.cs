using System.Text.Json;

namespace Sluice.Pipeline;

/// <summary>Whether a record holds what a request sent: how a create whose answer was lost is found again.</summary>
internal static class Resemblance
{
    /// <summary>Whether every value of the body stands in the record, case, blanks and punctuation aside.</summary>
    public static bool Covers(JsonElement body, JsonElement record) => body.ValueKind switch
    {
        JsonValueKind.Object => record.ValueKind == JsonValueKind.Object && body.EnumerateObject().All(member =>
            record.TryGetProperty(member.Name, out var value) ? Covers(member.Value, value) : IsNothing(member.Value)),
        JsonValueKind.Array => record.ValueKind == JsonValueKind.Array && body.EnumerateArray().All(item =>
            record.EnumerateArray().Any(candidate => Covers(item, candidate))),
        JsonValueKind.Null => IsNothing(record),
        JsonValueKind.String => record.ValueKind == JsonValueKind.String && Fold(body) == Fold(record),
        _ => body.GetRawText() == (record.ValueKind == JsonValueKind.String ? record.GetString() : record.GetRawText()),
    };

    /// <summary>The texts of a body or a record that can tell one record from others.</summary>
    /// <param name="element">The body or record.</param>
    /// <param name="without">Paths that tell nothing.</param>
    public static IEnumerable<string> Texts(JsonElement element, IReadOnlyList<string> without) =>
        Texts(element, "", without);

    private static IEnumerable<string> Texts(JsonElement element, string path, IReadOnlyList<string> without) =>
        element.ValueKind switch
        {
            _ when without.Contains(path) => [],
            JsonValueKind.Object => element.EnumerateObject().SelectMany(member =>
                Texts(member.Value, path.Length == 0 ? member.Name : $"{path}.{member.Name}", without)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Texts(item, path, without)),
            JsonValueKind.String when !IsNothing(element) => [Fold(element)],
            _ => [],
        };

    // Systems write telephone numbers, names and addresses each in their own way.
    private static string Fold(JsonElement text)
    {
        var folded = CanonicalForm.Fold(Canonical.Email, text.GetString()!);
        var letters = string.Concat(folded.Where(char.IsLetterOrDigit));
        return letters.Length > 0 ? letters : folded;
    }

    private static bool IsNothing(JsonElement element) =>
        element.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined
        || (element.ValueKind == JsonValueKind.String && string.IsNullOrWhiteSpace(element.GetString()));
}
