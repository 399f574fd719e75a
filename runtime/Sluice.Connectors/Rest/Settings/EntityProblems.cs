using Sluice.Connectors.Rest.Routes;

namespace Sluice.Connectors.Rest.Settings;

/// <summary>What is missing of an entity's settings, and which of them contradict each other.</summary>
internal static class EntityProblems
{
    /// <summary>The place of a key that is one member.</summary>
    public const string WholeKey = "key";

    public static IEnumerable<string> Of(EntityOptions entity, SettingsReader reader)
    {
        // A route that is given and cannot be read was told already.
        foreach (var (name, route, example) in new[]
        {
            (nameof(entity.List), entity.List, "/customers"),
            (nameof(entity.Get), entity.Get, $"/customers/{{{(entity.Key is [var first, ..] ? first : "id")}}}"),
        })
            if (route is null && !reader.IsGiven(name))
                yield return $"{entity.Place}:{name} is missing. Give its route, as in {example}.";

        if (entity.Key.Count == 0)
            yield return $"{reader.PlaceOf(nameof(entity.Key))} names nothing; give the member that holds a record's "
                + "key, as in id.";
        if (entity.List is { Places.Count: > 0 } list)
            yield return $"{reader.PlaceOf(nameof(entity.List))} is '{list}': nothing is known that could fill in "
                + $"{{{list.Places[0]}}}. Give a route that lists all records.";

        foreach (var problem in new[]
        {
            Keyed(nameof(entity.Get), entity.Get), Keyed(nameof(entity.Update), entity.Update),
            Keyed(nameof(entity.Delete), entity.Delete),
        })
            if (problem is not null)
                yield return problem;

        if (entity.Concurrency == ConcurrencyStyle.Modified && entity.Modified is null)
            yield return $"{reader.PlaceOf(nameof(entity.Concurrency))} is Modified, and Modified is missing beside "
                + "it. Give the member that holds the record's time stamp.";
        if (entity.Idempotency.Style == IdempotencyStyle.Upsert
            && entity.Create is { } create && !create.Places.SequenceEqual(entity.Key))
            yield return $"{reader.PlaceOf(nameof(entity.Idempotency))}:Style is Upsert: the route of Create has to "
                + $"hold the key, as in PUT {Example(entity)}; it is '{create}'.";
        if (entity.Idempotency.Style != IdempotencyStyle.Upsert && entity.Create is { } put
            && put.Method == HttpMethod.Put)
            yield return $"{reader.PlaceOf(nameof(entity.Create))} is '{put}', which would replace a record that has "
                + "the key. Give POST, or Idempotency:Style Upsert, which looks first and lets nothing be replaced.";

        if (entity.Updates.Style == UpdateStyle.Full && entity.Fields.Parameter is not null)
            yield return $"{reader.PlaceOf(nameof(entity.Updates))}:Style is Full, which sends back the whole record, "
                + "and Fields asks for a part of it: the rest would be lost. Give another style, or take Fields out.";

        string? Keyed(string setting, Route? route)
        {
            if (route is null || entity.Key.Count == 0)
                return null;

            var known = entity.Key.Count == 1 ? entity.Key.Append(WholeKey) : entity.Key;
            if (route.Places.FirstOrDefault(place => !known.Contains(place, StringComparer.Ordinal)) is { } unknown)
                return $"{reader.PlaceOf(setting)} is '{route}': {{{unknown}}} is no part of the key. "
                    + (Slip.Of(unknown, known) is { } meant ? $"Did you mean {{{meant}}}? " : "")
                    + $"The key is {string.Join(", ", entity.Key)} ({reader.PlaceOf(nameof(entity.Key))}).";

            var hasKey = entity.Key.Count == 1
                ? route.Places.Count == 1
                : entity.Key.All(part => route.Places.Contains(part, StringComparer.Ordinal));
            var inBody = setting == nameof(entity.Update) && entity.Updates.Style == UpdateStyle.WithKey;
            return hasKey || (inBody && route.Places.Count == 0)
                ? null
                : $"{reader.PlaceOf(setting)} is '{route}': it has to hold the key, as in {Example(entity)}.";
        }
    }

    private static string Example(EntityOptions entity) =>
        $"/customers/{string.Join('/', entity.Key.Select(part => $"{{{part}}}"))}";
}
