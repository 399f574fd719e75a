using Sluice.EndToEnd.Tests.World;

namespace Sluice.EndToEnd.Tests.Oracles;

/// <summary>
/// What the three documents mean, said a second time and without the engine: from what is in the systems before a cycle
/// it tells every number of the report, and every write in the log.
/// </summary>
internal sealed class Oracle
{
    private readonly CreatingPairing _keapContacts =
        new("keap-contacts/youtrack-users", dump => Origins.Users(dump, user => user.Email ?? ""));
    private readonly CreatingPairing _crmContacts =
        new("customcrm-contact/youtrack-users", dump => Origins.Users(dump, Origins.FamilyName));
    private readonly CreatingPairing _keapGroups = new("keap-companies/youtrack-groups", Origins.Groups);
    private readonly CreatingPairing _keapUserGroups = new("keap-companies/youtrack-usergroups", Origins.Groups);
    private readonly CreatingPairing _keapOrganizations =
        new("keap-companies/youtrack-organizations", Origins.Organizations);
    private readonly CreatingPairing _crmGroups = new("customcrm-customer/youtrack-groups", Origins.Groups);
    private readonly CreatingPairing _crmUserGroups = new("customcrm-customer/youtrack-usergroups", Origins.Groups);
    private readonly CreatingPairing _crmOrganizations =
        new("customcrm-customer/youtrack-organizations", Origins.Organizations);
    private readonly MatchingPairing _persons =
        new("powerofficego-customers-person/youtrack-users", dump => dump.Customers, copiesEmail: false);

    /// <summary>The one pairing that copies something.</summary>
    public MatchingPairing People { get; } =
        new("powerofficego-contactperson/youtrack-users", dump => dump.ContactPersons, copiesEmail: true);

    /// <summary>Holds a cycle's report against what must come of it.</summary>
    /// <param name="cycle">The report, the systems before and after, and the log in between.</param>
    public void Check(Cycle cycle)
    {
        IPairingOracle[] all =
        [
            _keapContacts, _crmContacts, _keapGroups, _keapUserGroups, _keapOrganizations, _crmGroups, _crmUserGroups,
            _crmOrganizations,
            People, _persons,
        ];
        var foreseen = all.ToDictionary(pairing => pairing.Name, pairing => pairing.Foresee(cycle.Before));

        SameList(
            foreseen.Keys.Order(StringComparer.Ordinal), cycle.Report.Pairings.Select(row => row.Name), cycle,
            "pairings");
        foreach (var row in cycle.Report.Pairings)
        {
            Equal(foreseen[row.Name], Numbers.Of(row), cycle, row.Name);
            Equal((0, null, "live"), (row.Rejected, row.Problem, row.State), cycle, row.Name);
        }

        CheckCreated(cycle);
        CheckUpdated(cycle);
    }

    private void CheckCreated(Cycle cycle)
    {
        Created(cycle, "keap", "/crm/rest/v1/contacts", cycle.After.KeapContacts, _keapContacts.Made, _keapContacts);
        Created(cycle, "customcrm", "/api/contacts", cycle.After.CrmContacts, _crmContacts.Made, _crmContacts);
        Created(
            cycle, "keap", "/crm/rest/v1/companies", cycle.After.KeapCompanies,
            [.. _keapGroups.Made, .. _keapOrganizations.Made],
            _keapGroups, _keapUserGroups, _keapOrganizations);
        Created(
            cycle, "customcrm", "/api/customers", cycle.After.CrmCustomers,
            [.. _crmGroups.Made, .. _crmOrganizations.Made],
            _crmGroups, _crmUserGroups, _crmOrganizations);
    }

    /// <summary>
    /// One record for each origin, showing what it must, and as many as the pairings say they created.
    /// </summary>
    private static void Created(
        Cycle cycle, string system, string path, IReadOnlyDictionary<string, string?> shown, IReadOnlyList<Origin> made,
        params CreatingPairing[] pairings)
    {
        var ids = cycle.Writes.Where(write => write.System == system && write.Method == "POST" && write.Path == path)
            .Select(write => write.Id!).ToList();

        Equal(
            pairings.Sum(pairing => cycle.Report[pairing.Name].Created), ids.Count, cycle,
            $"creations in {system}{path}");
        SameList(
            made.Select(origin => origin.Shown).Order(StringComparer.Ordinal),
            ids.Distinct().Select(id => shown[id] ?? "").Order(StringComparer.Ordinal), cycle,
            $"new records in {system}{path}");
    }

    private void CheckUpdated(Cycle cycle)
    {
        var updates = cycle.Writes.Count(write => write.Method == "PATCH"
            || (write.System == "youtrack" && write.Path.StartsWith("/hub/api/rest/users/", StringComparison.Ordinal)));
        Equal(cycle.Report[People.Name].Updated, updates, cycle, "updates");
        Equal(cycle.Report.Pairings.Sum(row => row.Created + row.Updated), cycle.Writes.Count, cycle, "writes");

        foreach (var (link, agreed) in People.Links)
        {
            // Nothing is written for a user who is out of scope, or whose address Hub did not show.
            if (cycle.Before.Users.Single(user => user.Id == link.User) is not { InScope: true, Email: not null })
                continue;

            var party = MatchingPairing.Canonical(cycle.After.ContactPerson(link.Party).Email);
            var user = MatchingPairing.Canonical(cycle.After.User(link.User).Email);
            Equal((agreed, agreed), (party, user), cycle, $"{link}");
        }
    }

    private static void Equal<T>(T expected, T actual, Cycle cycle, string what) =>
        Assert.True(
            Equals(expected, actual),
            $"Seed {cycle.Seed}, {what}: expected {expected}, got {actual}.\n{cycle.Open}");

    private static void SameList(IEnumerable<string> expected, IEnumerable<string> actual, Cycle cycle, string what) =>
        Assert.True(
            expected.SequenceEqual(actual),
            $"Seed {cycle.Seed}, {what}:\nexpected {string.Join(", ", expected)}\n"
                + $"got      {string.Join(", ", actual)}");
}
