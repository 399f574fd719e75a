namespace Sluice.Http.Rest;

/// <summary>The method sends a GET request.</summary>
/// <param name="path">The path under the base address, from <c>/</c>; <c>{name}</c> stands for a parameter.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class GetAttribute(string path) : Attribute
{
    /// <summary>The path under the base address.</summary>
    public string Path { get; } = path;
}
