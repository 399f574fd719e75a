using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;

namespace Sluice.Host.SigningIn;

/// <summary>The folder of the keys that tokens in the store are sealed with. Only its user can read it.</summary>
internal sealed class KeyFolder
{
    private const string Setting = "Store:Keys";

    // Not the folder that the program happens to stand in, which the library would take: keys outlive a new version.
    private const string Application = "Sluice";

    private const UnixFileMode Private =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private KeyFolder(string path) => Path = path;

    public string Path { get; }

    /// <summary>
    /// The setting <c>Store:Keys</c>; where there is none, a folder of the user's, apart from the store: whoever gets a
    /// copy of the store's folder has no tokens.
    /// </summary>
    /// <exception cref="HostException">There is no setting, and the user has no folder.</exception>
    public static KeyFolder Of(IConfiguration settings)
    {
        if (settings[Setting] is { Length: > 0 } path)
            return new(System.IO.Path.GetFullPath(path));

        var home = Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return home.Length > 0
            ? new(System.IO.Path.Combine(home, "sluice", "keys"))
            : throw new HostException(
                "There is no folder for the key that tokens are sealed with: this user has no home.",
                $"Set {Setting} to a folder that only this user can read, and that is kept.");
    }

    /// <summary>Opens the keys that are there. The first is made when something is sealed.</summary>
    /// <exception cref="HostException">The folder cannot be used.</exception>
    public IDataProtectionProvider Open()
    {
        try
        {
            var folder = OperatingSystem.IsWindows()
                ? Directory.CreateDirectory(Path)
                : Directory.CreateDirectory(Path, Private);
            return DataProtectionProvider.Create(folder, keys =>
            {
                keys.SetApplicationName(Application);
                if (OperatingSystem.IsWindows())
                    keys.ProtectKeysWithDpapi();
            });
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new HostException(
                $"The folder '{Path}' of the key that tokens are sealed with cannot be used: {failed.Message}",
                $"Give this user the right to it, or set {Setting} to another folder that is kept.");
        }
    }
}
