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
        for (var round = 0; round < 20; round++)
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
        for (var step = 0; step < 100; step++)
        {
            var what = await ChangeAsync(store, random);

            // What is asked makes more known: what is asked first, and what not, is left to chance.
            foreach (var side in Sides.Where(_ => random.Next(4) > 0).OrderBy(_ => random.Next()))
                if (await WrongAsync(store, look, side, (Standings)random.Next(4)) is { } wrong)
                    Assert.Fail($"{where}, step {step} ({what}), {side}, {wrong}");
        }
    }

    // The store is made before anybody can look at it.
    private static async Task<SqliteStore> LookAsync(StoreFolder folder, SqliteStore store)
    {
        foreach (var side in Sides)
            await SeeAsync(store, side);
        return await folder.LookAsync();
    }

    private static async Task<string?> WrongAsync(
        SqliteStore store, SqliteStore look, Side side, Standings wanted)
    {
        var stored = await UnlinkedAsync(look, side, Standings.All);
        var rows = await look.MatchesAsync(Pairing, side, [.. stored.Select(record => record.Observation)]);
        var others = (await UnlinkedAsync(look, side.Other(), Standings.All)).Where(IsPlain)
            .Select(other => other.Key).ToHashSet(StringComparer.Ordinal);
        var known = await UnlinkedAsync(store, side, wanted);
        var expected = stored.Zip(rows).Where(record =>
                known.Contains(record.First) || Standing(record.First, record.Second, others) is not { } standing
                || wanted.HasFlag(standing))
            .Select(record => record.First).ToList();
        if (!known.SequenceEqual(expected))
            return $"{wanted}: {Words(known)} is shown in place of {Words(expected)}";

        var matches = await store.MatchesAsync(Pairing, side, [.. stored.Select(record => record.Observation)]);
        return stored.Index().Where(record => Words(matches[record.Index]) != Words(rows[record.Index]))
            .Select(record =>
                $"{record.Item.Key}: {Words(matches[record.Index])} in place of {Words(rows[record.Index])}")
            .FirstOrDefault();
    }

    private static Standings? Standing(Unlinked record, Match match, HashSet<string> others) => match.Across switch
    {
        _ when !IsPlain(record) => null,
        [] => Standings.Alone,
        [var only] when match.Rivals.Count == 0 && others.Contains(only.Key) => Standings.Paired,
        _ => null,
    };

    private static bool IsPlain(Unlinked record) => record is { HasEnded: false, PartedFrom: null };

    private static async Task<string> ChangeAsync(SqliteStore store, Random random)
    {
        var side = Sides[random.Next(2)];
        var (key, other) = ($"{random.Next(9)}", $"{random.Next(9)}");
        switch (random.Next(14))
        {
            case < 9:
                var (mail, phone) = random.Next(4) == 0
                    ? (null, null)
                    : (Keys[random.Next(Keys.Length)], Keys[random.Next(Keys.Length)]);
                var (counts, isIn) = (random.Next(8) > 0, random.Next(8) > 0);
                var listing = await store.BeginExtractionAsync(Entities[(int)side], Noon);
                await store.ObserveAsync(listing, [Seen(side, key, mail, phone, counts, isIn)]);
                return $"{side} {key} shows {mail}, {phone}, {counts}, {isIn}";
            case < 11:
                var gone = await store.BeginExtractionAsync(Entities[(int)side], Noon);
                await store.CompareAsync(
                    gone, [.. Enumerable.Range(0, 9).Where(_ => random.Next(5) > 0).Select(seen =>
                        new Glimpse($"{seen}", "", true))]);
                await store.CompleteExtractionAsync(gone, Noon);
                return $"some of {side} are gone";
            case 11 when await store.FindLinkAsync(Pairing, side, key) is { Link: var link }:
                var state = new[] { LinkState.Live, LinkState.Tombstone, LinkState.Ended }[random.Next(3)];
                await store.SetLinkStateAsync(link.Id, state, Noon);
                return $"{side} {key} is {state}";
            case 12:
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
            case 13 when random.Next(10) == 0:
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
                await store.MatchesAsync(
                    Pairing, side,
                    [.. (await UnlinkedAsync(store, side, Standings.All)).Select(record => record.Observation)]);
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

    private static string Words(Match match) => $"{Words(match.Across)} | {Words(match.Rivals)} | {match.Taken}";

    private static string Words<T>(IEnumerable<T> records) => string.Join(", ", records);
}
