using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Json;

namespace Sluice.Host.Doctoring;

/// <summary>The settings that hold, with their sources.</summary>
internal static class EffectiveSettings
{
    private static readonly string[] Secret = ["token", "key", "secret", "password"];

    public static IReadOnlyList<EffectiveSetting> Of(IConfigurationRoot settings) =>
    [
        .. settings.AsEnumerable().Where(setting => setting.Value is not null)
            .OrderBy(setting => setting.Key, StringComparer.Ordinal)
            .Select(setting => new EffectiveSetting(
                setting.Key, Shown(setting.Key, setting.Value!), Source(settings, setting.Key))),
    ];

    private static string Shown(string key, string value)
    {
        var parts = key.Split(':');
        var isSecret = parts switch
        {
            // What an entity's settings call its key is a member's name, and nothing that opens anything.
            [_, _, "Entities" or "Defaults", ..] => false,
            [_, _, "Headers", ..] => true,
            _ => Secret.Any(word => parts[^1].EndsWith(word, StringComparison.OrdinalIgnoreCase)),
        };
        return isSecret ? "***" : value;
    }

    private static string Source(IConfigurationRoot settings, string key)
    {
        var provider = settings.Providers.Last(provider => provider.TryGet(key, out _));
        return provider is JsonConfigurationProvider { Source.Path: { } path } ? path : "environment or command line";
    }
}
