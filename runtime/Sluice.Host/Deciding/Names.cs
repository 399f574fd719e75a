namespace Sluice.Host.Deciding;

/// <summary>What people call pairings, sides and entities, and what there is.</summary>
internal static class Names
{
    public static PairingDescriptor Pairing(string name) =>
        Find(name) ?? throw new HostException(
            $"There is no pairing '{name}'.",
            $"The pairings are {string.Join(", ", All.Select(known => known.Name))}.");

    public static PairingDescriptor? Find(string name) =>
        All.FirstOrDefault(known => string.Equals(known.Name, name, StringComparison.OrdinalIgnoreCase));

    public static EntityName Entity(string system, string entity)
    {
        var known = All.SelectMany(pairing => new[] { pairing.Left.Name, pairing.Right.Name }).Distinct().Order();
        return known.Cast<EntityName?>().FirstOrDefault(name =>
                string.Equals(name!.Value.System, system, StringComparison.OrdinalIgnoreCase)
                && string.Equals(name.Value.Entity, entity, StringComparison.OrdinalIgnoreCase))
            ?? throw new HostException(
                $"No document speaks of {system} {entity}.", $"They speak of {string.Join(", ", known)}.");
    }

    /// <summary>Reads SIDE/KEY, where the side is <c>left</c>, <c>right</c> or its system.</summary>
    public static (Side Side, string Key) Record(PairingDescriptor pairing, string text)
    {
        // A key may hold slashes of its own.
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && slash < text.Length - 1
            ? (Side(pairing, text[..slash]), text[(slash + 1)..])
            : throw new HostException(
                $"'{text}' names no record.", $"Write SIDE/KEY, as in left/17 or {pairing.Left.System}/17.");
    }

    public static Side Side(PairingDescriptor pairing, string word) => Try(pairing, word)
        ?? throw new HostException(
            $"'{word}' is no side of {pairing.Name}.",
            pairing.Left.System == pairing.Right.System
                ? $"The sides are left ({pairing.Left.Name}) and right ({pairing.Right.Name})."
                : $"The sides are left or {pairing.Left.System}, and right or {pairing.Right.System}.");

    public static Side? Try(PairingDescriptor pairing, string word)
    {
        var (left, right) = (Is(pairing.Left.System), Is(pairing.Right.System));
        return word.ToLowerInvariant() switch
        {
            "left" => Sluice.Side.Left,
            "right" => Sluice.Side.Right,
            _ => left == right ? null : left ? Sluice.Side.Left : Sluice.Side.Right,
        };

        bool Is(string system) => string.Equals(system, word, StringComparison.OrdinalIgnoreCase);
    }

    public static string Word(Side side) => side == Sluice.Side.Left ? "left" : "right";

    private static IEnumerable<PairingDescriptor> All =>
        Flows.Catalogue.Pairings.Select(pairing => pairing.Descriptor)
            .OrderBy(known => known.Name, StringComparer.Ordinal);
}
