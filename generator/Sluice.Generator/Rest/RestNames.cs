namespace Sluice.Generator.Rest;

/// <summary>The names of the vocabulary.</summary>
internal static class RestNames
{
    /// <summary>The namespace of the attributes and types.</summary>
    public const string Namespace = "Sluice.Http.Rest";

    /// <summary>The verbs, each with an attribute of its name.</summary>
    public static readonly string[] Verbs = ["Get", "Post", "Put", "Patch", "Delete"];

    /// <summary>The full name of an attribute.</summary>
    public static string Attribute(string name) => Namespace + "." + name + "Attribute";
}
