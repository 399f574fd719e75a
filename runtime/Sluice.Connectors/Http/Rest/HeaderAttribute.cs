namespace Sluice.Http.Rest;

/// <summary>The parameter is a header's value; null takes the header away.</summary>
/// <param name="header">The header's name.</param>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class HeaderAttribute(string header) : Attribute
{
    /// <summary>The header's name.</summary>
    public string Header { get; } = header;
}
