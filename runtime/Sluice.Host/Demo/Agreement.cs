using System.Text.Json;

namespace Sluice.Host.Demo;

/// <summary>
/// Holds the links of a store against what the systems themselves show: the proof that does not trust the engine.
/// </summary>
internal static class Agreement
{
    /// <returns>What does not agree, in words; empty where everything does.</returns>
    public static async Task<IReadOnlyList<string>> CheckAsync(
        IStore store, IReadOnlyList<Pairing> pairings, JsonElement dump)
    {
        var problems = new List<string>();
        foreach (var descriptor in pairings.Select(pairing => pairing.Descriptor))
        {
            var seen = new HashSet<(Side Side, string Key)>();
            for (long after = 0; ;)
            {
                var links = await store.LinksAsync(descriptor.Name, after, 500);
                if (links.Count == 0)
                    break;

                foreach (var link in links.Select(linked => linked.Link).Where(link => link.State == LinkState.Live))
                {
                    foreach (var side in new[] { Side.Left, Side.Right })
                        if (!seen.Add((side, link.Key(side))))
                            problems.Add(
                                $"{descriptor.Name}: {descriptor[side].Name} {link.Key(side)} is linked twice");
                    problems.AddRange(Compare(descriptor, link, dump));
                }

                after = links[^1].Link.Id;
            }
        }

        return problems;
    }

    private static IEnumerable<string> Compare(PairingDescriptor pairing, Link link, JsonElement dump)
    {
        var left = SandboxRecords.Find(dump, pairing.Left.Name, link.LeftKey);
        var right = SandboxRecords.Find(dump, pairing.Right.Name, link.RightKey);
        if (left is null || right is null)
        {
            var missing = left is null ? pairing.Left.Name : pairing.Right.Name;
            yield return $"{pairing.Name}: {missing} of link {link.LeftKey} = {link.RightKey} is not there";
            yield break;
        }

        foreach (var field in pairing.Fields)
        {
            var (here, there) = (Value(left.Value, field.Left), Value(right.Value, field.Right));
            if (!CanonicalForm.Same(field.Canonical, FieldValue.Of(here), FieldValue.Of(there)))
                yield return $"{pairing.Name}: {field.Name} is '{here}' in {pairing.Left.Name} {link.LeftKey} "
                    + $"and '{there}' in {pairing.Right.Name} {link.RightKey}";
        }
    }

    private static string? Value(JsonElement record, IReadOnlyList<string> paths) =>
        paths.Select(path => Value(record, path)).FirstOrDefault(value => value is not null);

    private static string? Value(JsonElement element, string path)
    {
        foreach (var name in path.Split('.'))
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
                return null;

        return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
    }
}
