namespace Sluice.Connectors.Tests.Support;

/// <summary>What documents name.</summary>
internal static class Named
{
    /// <summary>A document that matches by one property.</summary>
    public static NamedPaths By(string system, string entity, string path) => new(
    [
        new(
            "test", "test.rst", new(system, entity, Creation.Never), new("Other", "Users", Creation.Never),
            [new(path, "name", 1)], []),
    ]);
}
