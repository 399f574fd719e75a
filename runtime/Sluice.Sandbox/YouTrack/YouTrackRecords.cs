using System.Text.Json.Nodes;
using Sluice.Sandboxes.Data;

namespace Sluice.Sandboxes.YouTrack;

/// <summary>What is in YouTrack at first.</summary>
internal static class YouTrackRecords
{
    public static YouTrackTables From(Population population, bool keepsOrganizations)
    {
        var random = population.Random.Fork("youtrack");
        var tables = new YouTrackTables(random.Fork("ids"), keepsOrganizations);
        AddAccounts(tables);
        AddUsers(tables, population);
        AddGroups(tables, population, random);
        AddOrganizations(tables, population);
        YouTrackWork.AddTo(tables);
        return tables;
    }

    private static void AddAccounts(YouTrackTables tables)
    {
        var guest = tables.Users.Add(tables.NewUser("guest", Stamp.Beginning));
        guest.Body["guest"] = true;

        var own = tables.Users.Add(tables.NewUser("sluice", Stamp.Beginning));
        own.Body["name"] = "Sluice Service";
        own.Body["profile"] = Address("sluice@grimsund.example", verified: true);
    }

    private static void AddUsers(YouTrackTables tables, Population population)
    {
        var numbers = Population.Range(Persona.Anchors, 188).Where(number => number != Persona.WithoutAccent);
        var made = Stamp.Beginning;
        foreach (var person in population.InOrderOf("youtrack users", numbers))
        {
            made += TimeSpan.FromMinutes(37);
            AddUser(tables, person, $"{person.GivenName}.{person.FamilyName}".ToLowerInvariant(), person.Email, made);
            if (person.Number == Persona.TwoUsers)
                AddUser(tables, person, "second.account", person.Email.ToUpperInvariant(), made);
        }
    }

    private static void AddUser(YouTrackTables tables, Person person, string login, string email, DateTimeOffset made)
    {
        var row = tables.Users.Add(tables.NewUser(login, made));
        row.Body["name"] = person.FullName;
        row.Body["profile"] = person.Number switch
        {
            Persona.NoEmail => new JsonObject { ["email"] = null },
            Persona.BlankEmail => Address(string.Empty, verified: true),
            Persona.Unverified or Persona.Unverified + 1 => Address(email, verified: false),
            Persona.OnlyUnverified => new JsonObject
            {
                ["email"] = null,
                ["unverifiedEmail"] = new JsonObject { ["verified"] = false, ["email"] = email },
            },
            _ => Address(email, verified: true),
        };
        if (person.Number != Persona.Banned)
            return;

        row.Body["banned"] = true;
        row.Body["banReason"] = "Left the company";
    }

    private static JsonObject Address(string email, bool verified) =>
        new() { ["email"] = new JsonObject { ["verified"] = verified, ["email"] = email } };

    private static void AddGroups(YouTrackTables tables, Population population, SeededRandom random)
    {
        foreach (var (name, flag) in new[] { ("All Users", "allUsers"), ("Registered Users", "registeredUsers") })
        {
            var builtIn = tables.UserGroups.Add(tables.NewUserGroup(name)).Body;
            builtIn[flag] = true;
            builtIn["implicit"] = true;
            builtIn["immutable"] = true;
            builtIn["removable"] = false;
        }

        var numbers = Population.Range(15, 60);
        foreach (var organisation in population.InOrderOf("youtrack groups", numbers, Population.Range(0, 15)))
        {
            var group = tables.UserGroups.Add(tables.NewUserGroup(organisation.Name));
            group.Body["description"] = $"Customer in {organisation.City}";
            var members = random.Shuffled(Enumerable.Range(2, tables.Users.Rows.Count - 2)).Take(3 + random.Below(6));
            var references = members.Select(index => new JsonObject { ["id"] = tables.Users.Rows[index].Id });
            group.Body["users"] = new JsonArray([.. references]);
        }
    }

    private static void AddOrganizations(YouTrackTables tables, Population population)
    {
        var made = Stamp.Beginning;
        var numbers = Population.Range(69, 111).Concat(Population.Range(20, 23));
        foreach (var organisation in population.InOrderOf("youtrack organizations", numbers, Population.Range(60, 69)))
        {
            made += TimeSpan.FromMinutes(91);
            var key = organisation.Domain.Split('.')[0].ToUpperInvariant();
            var row = tables.Organizations.Add(tables.NewOrganization(organisation.Name, key, made));
            row.Body["emailDomain"] = organisation.Domain;
        }
    }
}
