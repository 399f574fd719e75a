using Sluice.Stores.Sqlite;

namespace Sluice.Stores.Tests;

/// <summary>
/// What an owner keeps in mind of matches against what is stored: whoever only looks keeps nothing in mind.
/// </summary>
public sealed class MatchMemoryTests(ITestOutputHelper output)
{
    private const string Pairing = "a/b";
    private static readonly Side[] Sides = [Side.Left, Side.Right];
    private static readonly EntityName[] Entities = [new("A", "As"), new("B", "Bs")];
    private static readonly string?[] Keys =
    [
        null, null, "1@x.y", "2@x.y", "3@x.y", "4@x.y", "5@x.y", "6@x.y", "7@x.y", "8@x.y", "9@x.y",
    ];

    private static readonly DateTimeOffset Noon = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task What_an_owner_keeps_in_mind_is_what_is_stored_whatever_happens_to_records_and_links()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        for (var round = 0; round < 8; round++)
            await HoldAsync(new(seed + round), $"seed {seed}, round {round}");
    }

    [Fact]
    public async Task Whoever_is_known_to_be_paired_or_alone_is_shown_only_where_that_is_wanted()
    {
        using var folder = new StoreFolder();
        await using var store = await folder.OwnAsync();
        await SeeAsync(store, Side.Left, ("both", "1@x.y"), ("alone", "2@x.y"), ("two", "3@x.y"));
        await SeeAsync(store, Side.Right, ("both", "1@x.y"), ("one", "3@x.y"), ("other", "3@x.y"));
        await LearnAsync(store);

        Assert.Equal(["two"], await KeysAsync(store, Side.Left, Standings.None));
        Assert.Equal(["both", "two"], await KeysAsync(store, Side.Left, Standings.Paired));
        Assert.Equal(["alone", "two"], await KeysAsync(store, Side.Left, Standings.Alone));
        Assert.Equal(["both", "alone", "two"], await KeysAsync(store, Side.Left, Standings.All));
    }

    private static async Task HoldAsync(Random random, string where)
    {
        using var folder = new StoreFolder();
        await using var store = await folder.OwnAsync();
        await using var look = await LookAsync(folder, store);
        for (var step = 0; step < 120; step++)
        {
            var what = await ChangeAsync(store, random);
            foreach (var side in Sides)
                foreach (var wanted in new[] { Standings.None, Standings.Paired, Standings.Alone, Standings.All })
                    if (await WrongAsync(store, look, side, wanted) is { } wrong)
                        Assert.Fail($"{where}, step {step} ({what}), {side}, {wanted}: {wrong}");
        }
    }

    // The store is made before anybody can look at it.
    private static async Task<SqliteStore> LookAsync(StoreFolder folder, SqliteStore store)
    {
        foreach (var side in Sides)
            await SeeAsync(store, side);
        return await folder.LookAsync();
    }

    private static async Task<string?> WrongAsync(SqliteStore store, SqliteStore look, Side side, Standings wanted)
    {
        var stored = await UnlinkedAsync(look, side, Standings.All);
        var known = await UnlinkedAsync(store, side, wanted);
        var wantedOnes = new List<Unlinked>();
        foreach (var record in stored)
            if (known.Contains(record) || (await StandingAsync(look, side, record) is not { } standing)
                || wanted.HasFlag(standing))
                wantedOnes.Add(record);
        if (!known.SequenceEqual(wantedOnes))
            return $"{Words(known)} is shown in place of {Words(wantedOnes)}";

        var (matches, rows) = (await MatchesAsync(store, side, stored), await MatchesAsync(look, side, stored));
        return stored.Index().Where(record => matches[record.Index] != rows[record.Index])
            .Select(record => $"{record.Item.Key}: {matches[record.Index]} in place of {rows[record.Index]}")
            .FirstOrDefault();
    }

    private static async Task<Standings?> StandingAsync(SqliteStore look, Side side, Unlinked record)
    {
        if (record is { HasEnded: true } or { PartedFrom: not null })
            return null;

        var (across, rivals, taken) = (await look.MatchesAsync(Pairing, side, [record.Observation]))[0];
        return across switch
        {
            [] => Standings.Alone,
            [var only] when rivals.Count == 0 && taken is null
                && (await UnlinkedAsync(look, side.Other(), Standings.All))
                    .Any(other => other is { HasEnded: false, PartedFrom: null } && other.Key == only.Key) =>
                Standings.Paired,
            _ => null,
        };
    }

    private static async Task<string> ChangeAsync(SqliteStore store, Random random)
    {
        var side = Sides[random.Next(2)];
        var (key, other) = ($"{random.Next(9)}", $"{random.Next(9)}");
        switch (random.Next(8))
        {
            case < 4:
                var (mail, phone) = (Keys[random.Next(Keys.Length)], Keys[random.Next(Keys.Length)]);
                var (counts, isIn) = (random.Next(8) > 0, random.Next(8) > 0);
                var listing = await store.BeginExtractionAsync(Entities[(int)side], Noon);
                await store.ObserveAsync(listing, [Seen(side, key, mail, phone, counts, isIn)]);
                return $"{side} {key} shows {mail}, {phone}, {counts}, {isIn}";
            case 4:
                var gone = await store.BeginExtractionAsync(Entities[(int)side], Noon);
                await store.CompareAsync(
                    gone, [.. Enumerable.Range(0, 9).Where(_ => random.Next(5) > 0).Select(seen =>
                        new Glimpse($"{seen}", "", true))]);
                await store.CompleteExtractionAsync(gone, Noon);
                return $"some of {side} are gone";
            case 5 when await store.FindLinkAsync(Pairing, side, key) is { Link: var link }:
                var state = new[] { LinkState.Live, LinkState.Tombstone, LinkState.Ended }[random.Next(3)];
                await store.SetLinkStateAsync(link.Id, state, Noon);
                return $"{side} {key} is {state}";
            case 6:
                var (left, right) = side == Side.Left ? (key, other) : (other, key);
                if (await store.FindLinkAsync(Pairing, Side.Left, left) is not null
                    || await store.FindLinkAsync(Pairing, Side.Right, right) is not null
                    || await store.AreToldApartAsync(Pairing, Side.Left, left, right))
                    return "nothing";
                var apart = random.Next(3) == 0 ? LinkState.Negative : LinkState.Live;
                await store.LinkAsync(new(
                    new(0, Pairing, left, right, apart, LinkOrigin.Match)
                    {
                        Left = new(Entities[0], left),
                        Right = new(Entities[1], right),
                    }, [], Dirty: false, Noon));
                return $"{left} and {right} are {apart}";
            case 7 when random.Next(10) == 0:
                await store.LeaveAsync([new(0, "forget", key, "", Noon)]);
                await store.SettleAsync(new(
                    (await store.WaitingAsync())[0].Id, IsApplied: true, "", Noon,
                    [new RecordForgotten(new(Entities[(int)side], key))]));
                return $"{side} {key} is forgotten";
            default:
                return "nothing";
        }
    }

    // So often that it pays to keep in mind who shares keys with whom.
    private static async Task LearnAsync(SqliteStore store)
    {
        for (var times = 0; times < 20; times++)
            foreach (var side in Sides)
                await MatchesAsync(store, side, await UnlinkedAsync(store, side, Standings.All));
    }

    private static async Task SeeAsync(SqliteStore store, Side side, params (string Key, string Mail)[] records)
    {
        var listing = await store.BeginExtractionAsync(Entities[(int)side], Noon);
        await store.ObserveAsync(
            listing,
            [.. records.Select(record => Seen(side, record.Key, record.Mail, null, inScope: true, isIn: true))]);
        await store.CompleteExtractionAsync(listing, Noon);
    }

    private static Observation Seen(
        Side side, string key, string? mail, string? phone, bool inScope, bool isIn) => new(
        key, new(Entities[(int)side], key), $"{mail} {phone} {inScope} {isIn}", inScope, Noon,
        [new PairingView(Pairing, side, isIn, [MatchKey.Email(mail), MatchKey.Exact(phone)])], Dirty: []);

    private static ValueTask<IReadOnlyList<Unlinked>> UnlinkedAsync(SqliteStore store, Side side, Standings wanted) =>
        store.UnlinkedAsync(Pairing, side, Entities[(int)side], 0, 100, wanted);

    private static async Task<string[]> KeysAsync(SqliteStore store, Side side, Standings wanted) =>
        [.. (await UnlinkedAsync(store, side, wanted)).Select(record => record.Key)];

    private static async Task<string[]> MatchesAsync(SqliteStore store, Side side, IReadOnlyList<Unlinked> records) =>
        [.. (await store.MatchesAsync(Pairing, side, [.. records.Select(record => record.Observation)]))
            .Select(match => $"{Words(match.Across)} | {Words(match.Rivals)} | {match.Taken}")];

    private static string Words<T>(IEnumerable<T> records) => string.Join(", ", records);
}
