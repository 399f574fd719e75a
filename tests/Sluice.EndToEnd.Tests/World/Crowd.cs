using System.Globalization;
using System.Text.Json.Nodes;

namespace Sluice.EndToEnd.Tests.World;

/// <summary>
/// People who work in the systems while the host runs, dies and comes back, and remember what they did. Values that
/// they edit are set behind the vendors' interfaces, so that every write to them in the log is the host's.
/// </summary>
/// <param name="sandbox">The systems.</param>
/// <param name="links">Contact persons and users that are linked.</param>
/// <param name="random">What they do.</param>
internal sealed class Crowd(
    SandboxUnderTest sandbox, IReadOnlyList<(string Party, string User)> links, Random random)
{
    private readonly Dictionary<(string Party, string User), (string? OfParty, string? OfUser)> _edits = [];
    private readonly List<string> _people = [];
    private readonly List<string> _organizations = [];
    private readonly HashSet<string> _deleted = [];
    private int _fresh;

    public IReadOnlyList<(string Party, string User)> Links => links;

    /// <summary>Family names of the people who came.</summary>
    public IReadOnlyList<string> People => _people;

    /// <summary>Names of the groups and organizations that came.</summary>
    public IReadOnlyList<string> Organizations => _organizations;

    /// <summary>Records that were deleted, by system, entity and id.</summary>
    public IReadOnlySet<string> Deleted => _deleted;

    public int Count { get; private set; }

    /// <summary>The last address that was given to either record of a link; null where it was not edited.</summary>
    public (string? OfParty, string? OfUser) Last((string Party, string User) link) =>
        _edits.TryGetValue(link, out var last) ? last : (null, null);

    /// <summary>
    /// Does something that makes the host write to a system; where the same thing is edited on the other side as well,
    /// that edit may win.
    /// </summary>
    public Task WorkAsync(string system) =>
        WorkAsync(system, link => Who(link) != 0, link => Who(link) != 1);

    /// <summary>Does something that makes the host write to a system, whatever others do.</summary>
    public Task CauseWriteAsync(string system) =>
        WorkAsync(system, link => Who(link) == 1, link => Who(link) == 0);

    private Task WorkAsync(
        string system, Func<(string Party, string User), bool> ofUsers,
        Func<(string Party, string User), bool> ofParties) => system switch
    {
        "powerofficego" => EditUserAsync(One(ofUsers)),
        "youtrack" => EditPartyAsync(One(ofParties)),
        _ => random.Next(3) switch
        {
            0 => AddGroupAsync(),
            1 => AddOrganizationAsync(),
            _ => AddUserAsync(),
        },
    };

    public async Task AddUserAsync()
    {
        var name = Fresh("Newcomer");
        _people.Add(name);
        await sandbox.Vendors.AddUserAsync(name, $"Kim {name}", $"{name}@new.example");
    }

    public async Task AddGroupAsync()
    {
        var name = Fresh("Group");
        _organizations.Add(name);
        await sandbox.Vendors.AddGroupAsync(name);
    }

    public async Task AddOrganizationAsync()
    {
        var name = Fresh("Organization");
        _organizations.Add(name);
        await sandbox.Vendors.AddOrganizationAsync(name, name);
    }

    public Task EditPartyAsync((string Party, string User) link)
    {
        var address = Address();
        _edits[link] = Last(link) with { OfParty = address };
        return sandbox.EditAsync(
            "powerofficego", "contactpersons", link.Party.Split('/')[^1], new() { ["EmailAddress"] = address });
    }

    public Task EditUserAsync((string Party, string User) link)
    {
        var address = Address();
        _edits[link] = Last(link) with { OfUser = address };
        return sandbox.EditAsync(
            "youtrack", "users", link.User,
            new() { ["profile"] = new JsonObject { ["email"] = new JsonObject { ["email"] = address } } });
    }

    /// <summary>Lets the contact person show what the user shows: somebody has decided.</summary>
    public Task AgreeAsync((string Party, string User) link)
    {
        Count++;
        var address = Last(link).OfUser;
        _edits[link] = (address, address);
        return sandbox.EditAsync(
            "powerofficego", "contactpersons", link.Party.Split('/')[^1], new() { ["EmailAddress"] = address });
    }

    public async Task DeleteKeapContactAsync(string id)
    {
        _deleted.Add($"keap contacts {id}");
        Count++;
        await sandbox.Vendors.DeleteKeapContactAsync(id);
    }

    // Some links are edited on one side only: there, no edit may be lost. 0 is the party's, 1 the user's.
    private int Who((string Party, string User) link) => links.ToList().IndexOf(link) % 3;

    private (string Party, string User) One(Func<(string Party, string User), bool> isMeant)
    {
        var some = links.Where(isMeant).ToList();
        return some[random.Next(some.Count)];
    }

    private string Address() => $"{Fresh("moved")}@moved.example";

    private string Fresh(string what)
    {
        Count++;
        return string.Create(CultureInfo.InvariantCulture, $"{what}{++_fresh}");
    }
}
