using System.Text.Json.Nodes;

namespace Sluice.EndToEnd.Tests.World;

/// <summary>What is in the four systems at one moment, by their own account.</summary>
internal sealed class Dump(JsonNode dump)
{
    public IReadOnlyList<User> Users { get; } =
    [
        .. Rows(dump, "youtrack", "users").Select(user => new User(
            Text(user, "id")!, Text(user, "name") ?? "", user["profile"]?["email"]?["email"]?.GetValue<string>(),
            user["profile"]?["email"]?["verified"]?.GetValue<bool>() == true, Flag(user, "guest"),
            Flag(user, "banned"))),
    ];

    public IReadOnlyList<Group> Groups { get; } =
    [
        .. Rows(dump, "youtrack", "usergroups").Select(group => new Group(
            Text(group, "id")!, Text(group, "name")!,
            Flag(group, "allUsers") || Flag(group, "registeredUsers") || Flag(group, "implicit")
                || Flag(group, "immutable"))),
    ];

    /// <summary>Names of organizations by id.</summary>
    public IReadOnlyDictionary<string, string> Organizations { get; } =
        Rows(dump, "youtrack", "organizations").ToDictionary(row => Text(row, "id")!, row => Text(row, "name")!);

    public IReadOnlyList<Party> ContactPersons { get; } =
    [
        .. Rows(dump, "powerofficego", "contactpersons").Select(row => new Party(
            $"{row["ContactId"]}/{row["Id"]}", row["Id"]!.ToString(), Text(row, "EmailAddress"), InScope: true)),
    ];

    public IReadOnlyList<Party> Customers { get; } =
    [
        .. Rows(dump, "powerofficego", "customers").Select(row => new Party(
            row["Id"]!.ToString(), row["Id"]!.ToString(), Text(row, "EmailAddress"), Flag(row, "IsPerson"))),
    ];

    /// <summary>First e-mail addresses of Keap contacts by id.</summary>
    public IReadOnlyDictionary<string, string?> KeapContacts { get; } = Rows(dump, "keap", "contacts").ToDictionary(
        row => row["id"]!.ToString(),
        row => (row["email_addresses"] as JsonArray)?.FirstOrDefault()?["email"]?.GetValue<string>());

    /// <summary>Names of Keap companies by id.</summary>
    public IReadOnlyDictionary<string, string?> KeapCompanies { get; } =
        Rows(dump, "keap", "companies").ToDictionary(row => row["id"]!.ToString(), row => Text(row, "company_name"));

    /// <summary>Family names of CRM contacts by id.</summary>
    public IReadOnlyDictionary<string, string?> CrmContacts { get; } =
        Rows(dump, "customcrm", "contacts").ToDictionary(row => Text(row, "Id")!, row => Text(row, "LastName"));

    /// <summary>Names of CRM customers by id.</summary>
    public IReadOnlyDictionary<string, string?> CrmCustomers { get; } =
        Rows(dump, "customcrm", "customers").ToDictionary(row => Text(row, "Id")!, row => Text(row, "Name"));

    /// <summary>Every record of every system, by system, entity and id.</summary>
    public IReadOnlySet<string> Records { get; } =
    (
        from system in dump.AsObject()
        from entity in system.Value!.AsObject()
        from row in entity.Value!.AsArray()
        select $"{system.Key} {entity.Key} {row!["id"] ?? row["Id"]}"
    ).ToHashSet(StringComparer.Ordinal);

    /// <summary>Family names of Keap contacts by id.</summary>
    public IReadOnlyDictionary<string, string?> KeapNames { get; } =
        Rows(dump, "keap", "contacts").ToDictionary(row => row["id"]!.ToString(), row => Text(row, "family_name"));

    public User User(string id) => Users.Single(user => user.Id == id);

    public Party ContactPerson(string key) => ContactPersons.Single(person => person.Key == key);

    private static IEnumerable<JsonNode> Rows(JsonNode dump, string system, string entity) =>
        dump[system]![entity]!.AsArray().Select(row => row!);

    private static string? Text(JsonNode row, string name) => row[name]?.GetValue<string>();

    private static bool Flag(JsonNode row, string name) => row[name]?.GetValue<bool>() == true;
}
