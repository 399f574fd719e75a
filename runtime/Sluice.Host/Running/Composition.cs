namespace Sluice.Host.Running;

/// <summary>Whether this process can compose Unicode text, which match keys rest on.</summary>
internal static class Composition
{
    /// <exception cref="HostException">It cannot.</exception>
    public static void Require()
    {
        if ("e\u0301".Normalize() != "\u00e9")
            throw new HostException(
                "This process runs in .NET's invariant mode, in which letters with accents cannot be compared.",
                "Install ICU (the package libicu or icu-libs) and unset DOTNET_SYSTEM_GLOBALIZATION_INVARIANT.");
    }
}
