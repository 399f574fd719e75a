using Microsoft.Extensions.Configuration;

namespace Sluice.Host.Running;

/// <summary>Where the store is.</summary>
internal static class StoreSettings
{
    private const string Default = "sluice.db";

    /// <summary>The setting <c>Store:Path</c>; <c>sluice.db</c> in the working folder where there is none.</summary>
    public static string Path(IConfiguration settings) =>
        System.IO.Path.GetFullPath(settings["Store:Path"] is { Length: > 0 } path ? path : Default);
}
