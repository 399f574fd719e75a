using Sluice.EndToEnd.Tests.World;

namespace Sluice.EndToEnd.Tests.Oracles;

/// <summary>
/// One counterpart for each record that can have one: told from log and dump, however many runs and crashes it took.
/// </summary>
/// <remarks>Holds as long as nobody renamed or deleted what had its counterpart already.</remarks>
internal static class Counterparts
{
    /// <param name="sandbox">The systems.</param>
    /// <param name="only">The one system that may be written to; null for all.</param>
    public static async Task CheckAsync(SandboxUnderTest sandbox, string? only = null)
    {
        var dump = await sandbox.DumpAsync();
        var log = await sandbox.LogAsync();
        Check("keap", "/crm/rest/v1/contacts", dump.KeapContacts, Origins.Users(dump, user => user.Email ?? ""));
        Check("customcrm", "/api/contacts", dump.CrmContacts, Origins.Users(dump, Origins.FamilyName));
        var organizations = Origins.Groups(dump).Concat(Origins.Organizations(dump)).ToList();
        Check("keap", "/crm/rest/v1/companies", dump.KeapCompanies, organizations);
        Check("customcrm", "/api/customers", dump.CrmCustomers, organizations);

        void Check(string system, string path, IReadOnlyDictionary<string, string?> shown, IEnumerable<Origin> origins)
        {
            if (system != (only ?? system))
                return;

            var made = log
                .Where(entry => entry is { Method: "POST", Committed: true }
                    && entry.System == system && entry.Path == path)
                .Select(entry => shown[entry.Id!] ?? "").Order(StringComparer.Ordinal);
            var wanted = origins.Where(origin => origin.InScope && origin.CanBeMade).Select(origin => origin.Shown)
                .Order(StringComparer.Ordinal);
            Assert.True(
                wanted.SequenceEqual(made),
                $"{sandbox}, {system}{path}:\nexpected {string.Join(", ", wanted)}\n"
                    + $"got      {string.Join(", ", made)}");
        }
    }
}
