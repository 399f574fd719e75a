using System.Text.Json;

namespace Sluice.Host.Demo;

/// <summary>Finds the records of documents in the sandbox's dump.</summary>
internal static class SandboxRecords
{
    private static readonly Dictionary<EntityName, (string System, string Entity, string Id)> Places = new()
    {
        [new("YouTrack", "Users")] = ("youtrack", "users", "id"),
        [new("YouTrack", "Usergroups")] = ("youtrack", "usergroups", "id"),
        [new("YouTrack", "Groups")] = ("youtrack", "groups", "id"),
        [new("YouTrack", "Organizations")] = ("youtrack", "organizations", "id"),
        [new("Keap", "Companies")] = ("keap", "companies", "id"),
        [new("Keap", "Contacts")] = ("keap", "contacts", "id"),
        [new("Powerofficego", "Contactperson")] = ("powerofficego", "contactpersons", "Id"),
        [new("Powerofficego", "Customers person")] = ("powerofficego", "customers", "Id"),
        [new("Customcrm", "Customer")] = ("customcrm", "customers", "Id"),
        [new("Customcrm", "Contact")] = ("customcrm", "contacts", "Id"),
    };

    /// <summary>Where an entity's records are, as the sandbox names it.</summary>
    public static (string System, string Entity) Place(EntityName entity) =>
        (Places[entity].System, Places[entity].Entity);

    /// <summary>The record's own id: the last part of a key that is composed of route parts.</summary>
    public static string Id(string key) => key[(key.LastIndexOf('/') + 1)..];

    public static JsonElement? Find(JsonElement dump, EntityName entity, string key)
    {
        var (system, table, id) = Places[entity];
        foreach (var record in dump.GetProperty(system).GetProperty(table).EnumerateArray())
            if (record.GetProperty(id).ToString() == Id(key))
                return record;

        return null;
    }
}
