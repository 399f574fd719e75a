using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Sluice.Connectors.Entities;
using Sluice.Connectors.Rest.Reading;
using Sluice.Connectors.Rest.Settings;
using Sluice.Connectors.Writing;

namespace Sluice.Connectors.CustomCrm;

/// <summary>The Custom CRM's contracts, where settings say how the entities are reached.</summary>
internal static class CustomCrmForms
{
    private const string Key = "Id";

    private static readonly JsonSerializerOptions Writing = ContractAttributes.WithoutReadOnly(CustomCrmJson.Default);

    public static IReadOnlyList<RestForm> All { get; } =
    [
        Of(CustomCrmEntities.Customers, customer => customer.Id),
        Of(CustomCrmEntities.Contacts, contact => contact.Id),
    ];

    private static RestForm<T> Of<T>(Entity<T> entity, Func<T, string?> keyOf)
        where T : class => Of(entity, keyOf, [.. entity.Type.Properties.Select(member => member.Name)]);

    private static RestForm<T> Of<T>(Entity<T> entity, Func<T, string?> keyOf, IReadOnlyList<string> members)
        where T : class => new(
            entity.Name,
            members,
            settings => new(entity.Name, entity.Type, keyOf, Key)
            {
                Modified = settings.Modified is null ? _ => null : entity.Modified,
                Taken = OmittedNulls.Of(settings, members),
                Version = RestVersions.Of(settings),
            },
            (JsonTypeInfo<T>)Writing.GetTypeInfo(typeof(T)))
        {
            KeyMember = Key,
        };
}
