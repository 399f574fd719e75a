using Microsoft.Extensions.Configuration;

namespace Sluice.Host.Configuration;

/// <summary>
/// The settings, from weakest to strongest: <c>appsettings.json</c> in the working folder, files named on the command
/// line,
/// user secrets, environment variables (<c>Systems__Keap__Token</c>), and <c>--store</c>.
/// </summary>
internal static class HostSettings
{
    private const string UserSecretsId = "sluice";

    private static readonly string[] StoreKeys = ["Path", "Keys"];

    private static readonly string[] Sections = ["Systems", "Pipeline", "Store", "Logging"];

    public static IConfigurationRoot Load(IEnumerable<string> files, string? store)
    {
        var builder = new ConfigurationBuilder()
            .SetBasePath(System.Environment.CurrentDirectory)
            .AddJsonFile("appsettings.json", optional: true);
        foreach (var file in files)
            builder.AddJsonFile(Existing(file), optional: false);

        builder.AddUserSecrets(UserSecretsId).AddInMemoryCollection(Environment());
        if (store is not null)
            builder.AddInMemoryCollection([new("Store:Path", store)]);

        try
        {
            var settings = builder.Build();
            RefuseUnknown(settings);
            return settings;
        }
        catch (InvalidDataException broken)
        {
            throw new HostException(
                $"A settings file cannot be read: {broken.Message} {broken.GetBaseException().Message}",
                "Correct the JSON at the line named; no setting was used.");
        }
    }

    // Of all that an environment holds, only what lies in our sections is meant for us.
    private static IEnumerable<KeyValuePair<string, string?>> Environment() =>
        new ConfigurationBuilder().AddEnvironmentVariables().Build().AsEnumerable()
            .Where(setting => Sections.Any(
                section => setting.Key.StartsWith(section + ":", StringComparison.OrdinalIgnoreCase)));

    private static string Existing(string file) => File.Exists(file)
        ? Path.GetFullPath(file)
        : throw new HostException(
            $"The settings file {file} does not exist.",
            "Correct the path given to --settings; `sluice sandbox --write-settings FILE` writes one.");

    private static void RefuseUnknown(IConfigurationRoot settings)
    {
        foreach (var section in settings.GetChildren())
            if (!Sections.Contains(section.Key, StringComparer.OrdinalIgnoreCase))
                throw new HostException(
                    $"'{section.Key}' is no section of the settings.",
                    $"The sections are {string.Join(", ", Sections)}.");

        foreach (var key in settings.GetSection("Store").GetChildren())
            if (!StoreKeys.Contains(key.Key, StringComparer.OrdinalIgnoreCase))
                throw new HostException(
                    $"Store:{key.Key} is no setting.",
                    "Store has two settings: Path, the store's file, and Keys, the folder of the keys that tokens are "
                    + "sealed with.");
    }
}
