using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Sluice.Connectors.Entities;
using Sluice.Connectors.Rest.Settings;

namespace Sluice.Connectors.Rest.Reading;

/// <summary>Makes forms of entities that no contract answers to.</summary>
internal static class OpenForm
{
    public static RestForm Of(NamedEntity named)
    {
        var options = new JsonSerializerOptions { TypeInfoResolver = JsonTypeInfoResolver.Combine() };
        var type = JsonMetadataServices.CreateValueInfo<IOpenRecord>(options, new OpenRecordConverter(named.View));
        return new RestForm<IOpenRecord>(named.Name, named.Paths, settings => Entity(named.Name, type, settings), type);
    }

    private static Entity<IOpenRecord> Entity(EntityName name, JsonTypeInfo<IOpenRecord> type, EntityOptions settings)
    {
        var keys = new RestKeys(settings.Key);
        return new(name, type, record => keys.Of(record.Node), [.. settings.Key])
        {
            Modified = record => settings.Modified is { } stamp
                && RestKeys.Text(RestKeys.Find(record.Node, stamp)) is { } text
                ? settings.TimeForm.Read(text)
                : null,
            Version = element => settings.Concurrency == ConcurrencyStyle.Modified
                ? JsonPlace.Text(element, settings.Modified!)
                : null,
        };
    }
}
