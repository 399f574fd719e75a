namespace Sluice.EndToEnd.Tests.World;

/// <summary>Edits that people make between two cycles, drawn at random.</summary>
internal sealed class Edits(SandboxUnderTest sandbox, Random random)
{
    private int _fresh;

    /// <summary>Makes one edit.</summary>
    /// <param name="links">Contact persons and users that are linked.</param>
    /// <returns>What was edited.</returns>
    public async Task<string> MakeAsync(IReadOnlyCollection<(string Party, string User)> links)
    {
        var dump = await sandbox.DumpAsync();
        var (party, user) = One([.. links.Where(link =>
            dump.Users.Any(user => user.Id == link.User)
            && dump.ContactPersons.Any(person => person.Key == link.Party))]);
        var fresh = $"fresh{++_fresh}";
        var address = $"{fresh}@moved.example";
        switch (random.Next(18))
        {
            case 0:
                return $"new user {await sandbox.Vendors.AddUserAsync(fresh, $"New {fresh}", address)}";
            case 1:
                return $"new user without e-mail {await sandbox.Vendors.AddUserAsync(fresh, $"New {fresh}", null)}";
            case 2 when dump.Users.FirstOrDefault(known => known.InScope && string.IsNullOrEmpty(known.Email))
                is { } without:
                await sandbox.Vendors.SetEmailAsync(without.Id, address);
                return $"user {without.Id} gets an e-mail";
            case 3:
                await sandbox.Vendors.SetEmailAsync(user, address);
                return $"user {user} gets another e-mail";
            case 4:
                await sandbox.Vendors.SetContactPersonEmailAsync(party, address);
                return $"contact person {party} gets another e-mail";
            case 5:
                await sandbox.Vendors.SetContactPersonEmailAsync(party, $"p{address}");
                await sandbox.Vendors.SetEmailAsync(user, $"y{address}");
                return $"both {party} and {user} get another e-mail";
            case 6:
                await sandbox.Vendors.SetContactPersonEmailAsync(party, null);
                return $"contact person {party} loses the e-mail";
            case 7:
                await sandbox.Vendors.SetEmailAsync(user, "");
                return $"user {user} loses the e-mail";
            case 8:
                await sandbox.Vendors.AddGroupAsync($"Group {fresh}");
                return "new group";
            case 9:
                await sandbox.Vendors.AddOrganizationAsync(fresh, $"Organization {fresh}");
                return "new organization";
            case 10:
                await sandbox.Vendors.BanAsync(user, true);
                return $"user {user} is banned";
            case 11 when dump.Users.FirstOrDefault(known => known.IsBanned) is { } banned:
                await sandbox.Vendors.BanAsync(banned.Id, false);
                return $"user {banned.Id} is let in again";
            case 12:
                var person = One(dump.Customers);
                await sandbox.EditAsync(
                    "powerofficego", "customers", person.Id, new() { ["IsPerson"] = !person.InScope });
                return $"customer {person.Id} {(person.InScope ? "stops being" : "becomes")} a person";
            case 13:
                var group = One([.. dump.Groups.Where(group => !group.IsBuiltIn)]);
                await sandbox.Vendors.RenameGroupAsync(group.HubId, $"Renamed {fresh}");
                return $"group {group.HubId} is renamed";
            case 14:
                var twin = One(dump.Users).Email;
                await sandbox.Vendors.AddUserAsync(fresh, $"New {fresh}", twin?.ToUpperInvariant());
                return $"new user with the e-mail '{twin}', which somebody has, in other case";
            case 15:
                var same = One(dump.Users).Email?.Trim();
                await sandbox.Vendors.AddContactPersonAsync(
                    dump.Customers.First(customer => !customer.InScope).Id, "New", fresh,
                    string.IsNullOrEmpty(same) ? address : same);
                return $"new contact person with the e-mail '{same}', which a user has";
            case 16:
                await sandbox.Vendors.DeleteContactPersonAsync(party);
                return $"contact person {party}, linked to {user}, is deleted";
            default:
                await sandbox.Vendors.DeleteUserAsync(user, dump.Users.First(known => known.IsGuest).Id);
                return $"user {user} is deleted";
        }
    }

    private T One<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];
}
