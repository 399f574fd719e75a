using System.Text.Json;
using Sluice.Connectors.Rest.Settings;

namespace Sluice.Connectors.Rest.Reading;

/// <summary>What tells a record's state from others, where the record itself holds it.</summary>
internal static class RestVersions
{
    public static Func<JsonElement, string?> Of(EntityOptions settings) =>
        settings is { Concurrency: ConcurrencyStyle.Modified, Modified: { } stamp }
            ? element => JsonPlace.Text(element, stamp)
            : _ => null;
}
