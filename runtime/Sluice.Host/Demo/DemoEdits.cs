using System.Text.Json.Nodes;

namespace Sluice.Host.Demo;

/// <summary>Edits records the way people would, on either side of links.</summary>
internal sealed class DemoEdits(SandboxControl sandbox, IStore store)
{
    private const string People = "powerofficego-contactperson/youtrack-users";

    private const string Firms = "customcrm-customer/keap-companies";
    private const string Persons = "customcrm-contact/keap-contacts";

    private static readonly EntityName Customers = new("Customcrm", "Customer");
    private static readonly EntityName Companies = new("Keap", "Companies");
    private static readonly EntityName CrmContacts = new("Customcrm", "Contact");
    private static readonly EntityName KeapContacts = new("Keap", "Contacts");
    private static readonly EntityName Users = new("YouTrack", "Users");
    private static readonly EntityName ContactPersons = new("Powerofficego", "Contactperson");

    /// <summary>One edit on each side of a link, and one on both sides of a third link.</summary>
    /// <returns>What was edited, a line each.</returns>
    public async Task<IReadOnlyList<string>> EditLinkedAsync(CancellationToken token)
    {
        var links = await LinksAsync(People, 3);
        if (links.Count < 3)
            return [];

        var said = new List<string>
        {
            await EditUserAsync(links[0], "moved.in.youtrack@example.test", token),
            await EditContactPersonAsync(links[1], "moved.in.poweroffice@example.test", token),
            await EditUserAsync(links[2], "conflict.youtrack@example.test", token),
            await EditContactPersonAsync(links[2], "conflict.poweroffice@example.test", token),
        };
        return said;
    }

    /// <summary>
    /// Edits of what the examples carry: a code that the two systems write differently, a text, a number and a day; and
    /// a company that was left out becomes one that is wanted.
    /// </summary>
    /// <returns>What was edited, a line each.</returns>
    public async Task<IReadOnlyList<string>> EditExamplesAsync(CancellationToken token)
    {
        if (await LinksAsync(Firms, 2) is not [var firm, var other]
            || await LinksAsync(Persons, 2) is not [var one, var two])
            return [];

        var leftOut = (await store.OpenItemsAsync(Firms)).FirstOrDefault(item => item.Kind == OpenKind.Unwanted);
        return
        [
            .. leftOut is null
                ? Array.Empty<string>()
                : [await EditAsync(Companies, leftOut.Key, "notes", "Since today it buys from us.", token)],
            await EditAsync(Customers, firm.LeftKey, "Country", "SWE", token),
            await EditAsync(Companies, other.RightKey, "website", "https://moved.in.keap.example", token),
            await EditAsync(CrmContacts, one.LeftKey, "Extension", 471, token),
            await EditAsync(KeapContacts, two.RightKey, "birthday", "1984-02-29T00:00:00.000Z", token),
        ];
    }

    /// <summary>Gives an e-mail address to a user who waits for one.</summary>
    /// <returns>What was edited; null where nobody waits.</returns>
    public async Task<string?> SupplyAsync(CancellationToken token)
    {
        var waiting = (await store.OpenItemsAsync("keap-contacts/youtrack-users"))
            .FirstOrDefault(item => item.Kind == OpenKind.Waiting
                && item.Reason.StartsWith("Nothing supplies", StringComparison.Ordinal));
        if (waiting is null)
            return null;

        const string Address = "now.reachable@example.test";
        await EditAsync(Users, waiting.Key, Email(Address), token);
        return $"{Users} {waiting.Key} gets the e-mail {Address}";
    }

    private async Task<List<Link>> LinksAsync(string pairing, int count) =>
    [
        .. (await store.LinksAsync(pairing, 0, 100)).Select(linked => linked.Link)
            .Where(link => link.State == LinkState.Live).Take(count),
    ];

    private async Task<string> EditAsync(
        EntityName entity, string key, string name, JsonNode value, CancellationToken token)
    {
        var said = $"{entity} {key}: {name} → {value}";
        await EditAsync(entity, key, new() { [name] = value }, token);
        return said;
    }

    private async Task<string> EditUserAsync(Link link, string address, CancellationToken token)
    {
        await EditAsync(Users, link.RightKey, Email(address), token);
        return $"{Users} {link.RightKey}: e-mail → {address}";
    }

    private async Task<string> EditContactPersonAsync(Link link, string address, CancellationToken token)
    {
        await EditAsync(ContactPersons, link.LeftKey, new() { ["EmailAddress"] = address }, token);
        return $"{ContactPersons} {link.LeftKey}: e-mail → {address}";
    }

    private Task EditAsync(EntityName entity, string key, JsonObject set, CancellationToken token)
    {
        var (system, table) = SandboxRecords.Place(entity);
        return sandbox.EditAsync(system, table, SandboxRecords.Id(key), set, token);
    }

    private static JsonObject Email(string address) => new()
    {
        ["profile"] = new JsonObject { ["email"] = new JsonObject { ["verified"] = true, ["email"] = address } },
    };
}
