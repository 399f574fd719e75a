namespace Sluice.Http.Rest;

/// <summary>Headers of every request of an interface, or of a method, whose headers win over its interface's.</summary>
/// <param name="headers"><c>Name: value</c> each; a name without a colon takes the header away.</param>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Method)]
internal sealed class HeadersAttribute(params string[] headers) : Attribute
{
    /// <summary>The headers as written.</summary>
    public string[] Headers { get; } = headers ?? [];
}
