using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Sluice.Connectors.Entities;
using Sluice.Connectors.Rest.Settings;

namespace Sluice.Connectors.Rest.Reading;

/// <summary>Makes forms of entities that no contract answers to.</summary>
internal static class OpenForm
{
    public static RestForm Of(NamedEntity named) => new RestForm<IOpenRecord>(
        named.Name, named.Paths, settings => Entity(named, Type(named.View), settings), Type(named.View));

    private static Entity<IOpenRecord> Entity(
        NamedEntity named, JsonTypeInfo<IOpenRecord> type, EntityOptions settings)
    {
        var keys = new RestKeys(settings.Key);
        return new(named.Name, type, record => keys.Of(record.Node), [.. settings.Key])
        {
            Modified = record => settings.Modified is { } stamp
                && RestKeys.Text(RestKeys.Find(record.Node, stamp)) is { } text
                ? settings.TimeForm.Read(text)
                : null,
            Taken = OmittedNulls.Of(settings, named.Paths),
            Version = RestVersions.Of(settings),
        };
    }

    private static JsonTypeInfo<IOpenRecord> Type(Func<JsonObject, IOpenRecord> view) =>
        JsonMetadataServices.CreateValueInfo<IOpenRecord>(
            new JsonSerializerOptions { TypeInfoResolver = JsonTypeInfoResolver.Combine() },
            new OpenRecordConverter(view));
}
