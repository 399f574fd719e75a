using System.Text.Json;

namespace Sluice.Pipeline;

/// <summary>What makes two records look like one thing to a person: an e-mail address, or all of their names.</summary>
internal static class Likeness
{
    /// <summary>
    /// The texts of a body by which one like it could be known, each with the paths it was read from.
    /// </summary>
    public static IEnumerable<(string Paths, string Text)> Of(JsonElement body)
    {
        var texts = new List<(string Path, string Text)>();
        Collect(body, "", texts);

        foreach (var (path, text) in texts
            .Where(leaf => Leaf(leaf.Path).Contains("email", StringComparison.OrdinalIgnoreCase)))
            yield return (path, text);

        var names = texts.Where(leaf => Leaf(leaf.Path).Contains("name", StringComparison.OrdinalIgnoreCase)).ToList();
        if (names.Count > 0)
            yield return (
                string.Join('+', names.Select(name => name.Path)), string.Join(' ', names.Select(name => name.Text)));
    }

    /// <summary>What a record shows at such paths, in the same form.</summary>
    public static IEnumerable<string> At(JsonElement record, string paths)
    {
        var texts = new List<(string Path, string Text)>();
        Collect(record, "", texts);
        var wanted = paths.Split('+');
        if (wanted.Length == 1)
            return texts.Where(leaf => leaf.Path == wanted[0]).Select(leaf => leaf.Text);

        var parts = wanted.Select(path => texts.FirstOrDefault(leaf => leaf.Path == path).Text).ToList();
        return parts.Any(part => part is null) ? [] : [string.Join(' ', parts)];
    }

    private static void Collect(JsonElement element, string path, List<(string Path, string Text)> texts)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                    Collect(member.Value, path.Length == 0 ? member.Name : $"{path}.{member.Name}", texts);
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                    Collect(item, path, texts);
                break;
            case JsonValueKind.String when !string.IsNullOrWhiteSpace(element.GetString()):
                texts.Add((path, CanonicalForm.Fold(Canonical.Email, element.GetString()!)));
                break;
        }
    }

    private static string Leaf(string path) => path[(path.LastIndexOf('.') + 1)..];
}
