namespace Sluice.Http.Rest;

/// <summary>Names a parameter as the system does, where C# cannot: <c>$top</c>.</summary>
/// <param name="name">The name in the query or in the path.</param>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class AliasAsAttribute(string name) : Attribute
{
    /// <summary>The name in the query or in the path.</summary>
    public string Name { get; } = name;
}
