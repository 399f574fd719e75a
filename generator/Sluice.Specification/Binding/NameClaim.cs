namespace Sluice.Specification.Binding;

/// <summary>A name that a document's pairing goes by.</summary>
/// <param name="Key">What two claims of one name have in common, whatever the case of their letters.</param>
/// <param name="Name">The name.</param>
/// <param name="Path">Where the document is.</param>
/// <param name="Ends">What is paired, in words.</param>
public sealed record NameClaim(string Key, string Name, string Path, string Ends)
{
    /// <summary>The name of a pairing's class behind the root namespace, which names its file too.</summary>
    public static NameClaim OfClass(BoundPairing pairing, string path)
    {
        var name = pairing.NamespaceSuffix + "." + pairing.ClassName;
        return new("class " + name.ToLowerInvariant(), name, path, EndsOf(pairing));
    }

    /// <summary>The name of a pairing in commands and in the store.</summary>
    public static NameClaim OfPairing(BoundPairing pairing, string path) =>
        new("pairing " + pairing.Name, pairing.Name, path, EndsOf(pairing));

    private static string EndsOf(BoundPairing pairing) =>
        $"'{pairing.Left.System} {pairing.Left.Entity}' and '{pairing.Right.System} {pairing.Right.Entity}'";
}
