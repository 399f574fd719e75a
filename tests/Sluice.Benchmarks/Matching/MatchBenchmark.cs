using Sluice.Benchmarks.Harness;
using Sluice.Benchmarks.People;
using Sluice.Pipeline;
using Sluice.Stores.Sqlite;

namespace Sluice.Benchmarks.Matching;

/// <summary>
/// Finding each other's counterpart among the records of two systems that were both listed: the decisions of the match
/// stage over the store, against a join in memory. Listing and carrying out are not in it.
/// </summary>
internal sealed class MatchBenchmark : IBenchmark
{
    private const int Page = 500;
    private static readonly DateTimeOffset At = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public string Name => "match";

    public async Task<Measured> RunAsync(Effort effort, Action<string> progress, CancellationToken token)
    {
        var people = effort.Population(20_000, 1_000_000);
        var rounds = people > 100_000 ? 1 : 5;
        using var folder = new TemporaryFolder();
        progress($"match: {people} keys a side are stored");
        var left = Keys(people, effort.Seed);
        var right = left.Reverse().ToArray();
        await using var store = await SqliteStore.OpenAsync(folder.File("match.db"), StoreAccess.Own);
        await ObserveAsync(store, Side.Left, left);
        await ObserveAsync(store, Side.Right, right);

        progress("match: decisions");
        var first = await Pairs.RunAsync(
            watch => watch.Processor, rounds, people,
            async _ =>
            {
                await ForgetAsync(store);
                await DecideAsync(store, people, token);
            },
            _ => JoinAsync(left, right), isFloorShort: true);
        var next = await Pairs.RunAsync(
            watch => watch.Processor, rounds, people, _ => DecideAsync(store, people, token),
            _ => JoinAsync(left, right), isFloorShort: true);

        return new(Name, $"{people} keys against {people}, one rule", effort.Seed,
        [
            new("match stage against a hash join, the first time", first.Ratio, "x", 1.3),
            new("match stage against a hash join, when it looked before", next.Ratio, "x", 1.3),
            new("match stage: a pair the first time", first.Subject, "ns"),
            new("match stage: a pair when it looked before", next.Subject, "ns"),
            new("hash join: a pair", next.Floor, "ns"),
            new("match stage: allocated a pair the first time", first.Bytes, "B"),
        ])
        {
            Note = "The join knows keys only; the stage also reads what ended, what people decided, scope and rivals.",
        };
    }

    // What a store keeps in mind goes with a transaction that fails.
    private static async Task ForgetAsync(SqliteStore store)
    {
        try
        {
            await store.SetLinkStateAsync(-1, LinkState.Ended, At);
        }
        catch (InvalidOperationException)
        {
        }
    }

    private static async Task DecideAsync(SqliteStore store, int people, CancellationToken token)
    {
        var nothing = new Topology([], [], [], new Dictionary<string, SystemPolicy>());
        var match = new MatchStage(store, new(nothing, store), new());
        var found = 0;
        await foreach (var decision in match.MatchedAsync(PeopleWorld.Pairing, token))
            found += decision is LinkDecision ? 1 : 0;
        Expect(found, people);
    }

    private static Task JoinAsync(string[] left, string[] right)
    {
        Expect(HashJoin.Count(left, right), left.Length);
        return Task.CompletedTask;
    }

    private static string[] Keys(int people, long seed) =>
        [.. Enumerable.Range(0, people).Select(person => Person.Address(person, seed))];

    private static async Task ObserveAsync(SqliteStore store, Side side, string[] keys)
    {
        var descriptor = PeopleWorld.Pairing.Descriptor;
        var entity = descriptor[side].Name;
        var listing = await store.BeginExtractionAsync(entity, At);
        foreach (var page in keys.Index().Chunk(Page))
            await store.ObserveAsync(
                listing,
                [
                    .. page.Select(key => new Observation(
                        $"{key.Index}", new(entity, $"{key.Index}"), key.Item, true, At,
                        [new(descriptor.Name, side, true, [MatchKey.Email(key.Item)])], [])),
                ]);
        await store.CompleteExtractionAsync(listing, At);
    }

    private static void Expect(int found, int expected)
    {
        if (found != expected)
            throw new InvalidOperationException($"{expected} pairs are to be found, not {found}.");
    }
}
