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
        var values = new ShownValues(dump);
        foreach (var descriptor in pairings.Select(pairing => pairing.Descriptor))
        {
            var open = await store.OpenItemsAsync(descriptor.Name);
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
                    problems.AddRange(Compare(descriptor, link, dump, values, open));
                }

                after = links[^1].Link.Id;
            }
        }

        return problems;
    }

    private static IEnumerable<string> Compare(
        PairingDescriptor pairing, Link link, JsonElement dump, ShownValues values, IReadOnlyList<OpenItem> open)
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
            var here = values.Of(pairing.Left.Name, left.Value, field.Left);
            var there = values.Of(pairing.Right.Name, right.Value, field.Right);
            if (open.Any(item => IsAbout(item, link, field)))
                continue;
            if (!CanonicalForm.Same(field.Canonical, FieldValue.Of(here), FieldValue.Of(there)))
                yield return $"{pairing.Name}: {field.Name} is '{here}' in {pairing.Left.Name} {link.LeftKey} "
                    + $"and '{there}' in {pairing.Right.Name} {link.RightKey}";
        }
    }

    // What waits for something, or for a person, is listed as such and counted in the table.
    private static bool IsAbout(OpenItem item, Link link, FieldDescriptor field) =>
        item.Key == link.Key(item.Side) && field.Lines.Contains(item.Line);
}
