using Sluice.EndToEnd.Tests.World;

namespace Sluice.EndToEnd.Tests.Oracles;

/// <summary>What must hold when all has come to rest, told from the systems' side.</summary>
/// <param name="scene">The host and its systems, settled after their first synchronization.</param>
/// <param name="before">The systems at that time.</param>
/// <param name="crowd">What people have done since.</param>
internal sealed class EndState(Scene scene, Dump before, Crowd crowd)
{
    // The document creates and copies nothing else.
    private static readonly string[] Created = ["contacts", "companies", "customers"];

    private readonly DateTimeOffset _since = TimeProvider.System.GetUtcNow();

    /// <param name="log">All requests since.</param>
    /// <param name="journal">All lines of the journal, those of stores that were replaced included.</param>
    public async Task CheckAsync(IReadOnlyList<LogEntry> log, IReadOnlyList<JournalLine> journal)
    {
        var after = await scene.Sandbox.DumpAsync();
        foreach (var link in crowd.Links)
            Converged(link, after);
        OneEach(after, log);
        Kept(after, log);
        OnlyWhatIsLinked(log);
        Announced(log, journal);
        await NoSecretAsync();
    }

    /// <summary>The host's own: people add users, groups and organizations by the vendors' interfaces, the host never
    /// does.</summary>
    public static IEnumerable<LogEntry> HostWrites(IEnumerable<LogEntry> log) => log.Where(entry =>
        entry.IsWrite && entry.Method != "DELETE"
        && !(entry.System == "youtrack"
            && entry.Place.Split('/')[^1] is "users" or "usergroups" or "organizations"));

    // I1, I3: both show the last value that was given to the one side that was edited, or to either; or what they had.
    private void Converged((string Party, string User) link, Dump after)
    {
        var (party, user) = (after.ContactPerson(link.Party).Email, after.User(link.User).Email);
        var (ofParty, ofUser) = crowd.Last(link);
        string?[] possible = ofParty is null && ofUser is null
            ? [before.ContactPerson(link.Party).Email]
            : [ofParty ?? ofUser, ofUser ?? ofParty];

        Holds(
            MatchingPairing.Canonical(party) == MatchingPairing.Canonical(user)
            && possible.Select(MatchingPairing.Canonical).Contains(MatchingPairing.Canonical(party)),
            $"I1, I3: {link} shows '{party}' and '{user}', and should show {string.Join(" or ", possible)}.");
    }

    // I2, I5: what was created since is one counterpart for each record that came, and no other.
    private void OneEach(Dump after, IReadOnlyList<LogEntry> log)
    {
        Check("keap", "/crm/rest/v1/contacts", after.KeapNames, crowd.People);
        Check("customcrm", "/api/contacts", after.CrmContacts, crowd.People);
        Check("keap", "/crm/rest/v1/companies", after.KeapCompanies, crowd.Organizations);
        Check("customcrm", "/api/customers", after.CrmCustomers, crowd.Organizations);

        void Check(
            string system, string path, IReadOnlyDictionary<string, string?> shown, IEnumerable<string> wanted)
        {
            var made = log
                .Where(entry => entry is { Method: "POST", Committed: true } && entry.System == system
                    && entry.Place == path)
                .Select(entry => shown.GetValueOrDefault(entry.Id!) ?? $"{entry.Id}, which is gone")
                .Order(StringComparer.Ordinal).ToList();
            var each = wanted.Order(StringComparer.Ordinal).ToList();
            Holds(
                each.SequenceEqual(made),
                $"I2: {system}{path} got too much: {string.Join(", ", Without(made, each))}; and too little: "
                    + $"{string.Join(", ", Without(each, made))}.");
        }
    }

    // I5: what is gone was deleted by a person.
    private void Kept(Dump after, IReadOnlyList<LogEntry> log)
    {
        var gone = before.Records.Except(after.Records).ToHashSet();
        Holds(gone.SetEquals(crowd.Deleted), $"I5: gone is {string.Join(", ", gone.Except(crowd.Deleted))}.");
        Holds(
            log.Count(entry => entry.Method == "DELETE") == crowd.Deleted.Count,
            "I5: the host deleted something.");
    }

    // I6: what is in review, or was never linked, was not written to.
    private void OnlyWhatIsLinked(IReadOnlyList<LogEntry> log)
    {
        foreach (var write in HostWrites(log).Where(entry => entry.Committed))
            Holds(
                Created.Contains(write.Place.Split('/')[^1])
                || crowd.Links.Any(link =>
                    write.Place.EndsWith($"/users/{link.User}", StringComparison.Ordinal)
                    || write.Place.EndsWith($"/ContactPersons/{link.Party}", StringComparison.Ordinal)),
                $"I6: {write.Method} {write.System}{write.Path} is nothing that may be written.");
    }

    // I7: a line of its own for each write that was done, and some line for each that was sent.
    private void Announced(IReadOnlyList<LogEntry> log, IReadOnlyList<JournalLine> journal)
    {
        var lines = journal.Where(line => line.At >= _since).ToList();
        var left = lines.ToList();
        foreach (var write in HostWrites(log))
        {
            Holds(
                lines.Any(line => line.Announces(write)),
                $"I7: no line announces {write.Method} {write.System}{write.Path} of {write.Time:O}.");
            Holds(
                !write.Committed || left.Remove(left.Find(line => line.Announces(write))!),
                $"I7: no line is left for {write.Method} {write.System}{write.Path} of {write.Time:O}.");
        }
    }

    // I8: what was printed is looked through after each process.
    private async Task NoSecretAsync()
    {
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(scene.StoreFile)!, "store.db*"))
        {
            var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
            foreach (var secret in scene.Secrets())
                Holds(
                    bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(secret)) < 0,
                    $"I8: a secret stands in {Path.GetFileName(file)}.");
        }
    }

    private static List<string> Without(IEnumerable<string> all, IEnumerable<string> some)
    {
        var left = all.ToList();
        foreach (var one in some)
            left.Remove(one);
        return left;
    }

    private void Holds(bool condition, string what) => Assert.True(condition, $"{scene.Sandbox}: {what}");
}
