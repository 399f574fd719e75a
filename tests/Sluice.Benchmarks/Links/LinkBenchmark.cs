using Sluice.Benchmarks.Harness;
using Sluice.Benchmarks.People;
using Sluice.Pipeline;

namespace Sluice.Benchmarks.Links;

/// <summary>
/// What a linked record costs in a cycle that finds nothing to do on it. The records are in memory beforehand, so that
/// neither network nor parsing is in it; all else that a cycle does with a page is.
/// </summary>
internal sealed class LinkBenchmark : IBenchmark
{
    private const int Rounds = 9;
    private const int Fields = 12;

    public string Name => "link";

    public async Task<Measured> RunAsync(Effort effort, Action<string> progress, CancellationToken token)
    {
        var people = effort.Population(5_000, 100_000);
        progress("link: links are made");
        await using var world = await PeopleWorld.StartAsync(people, effort.Seed, isKept: true);
        await world.ApproveAsync(token);
        var report = await world.Cycles.RunAsync(null, token);
        if (report.Pairings[0] is not { Linked: var linked } || linked != people)
            throw new InvalidOperationException($"{people} links were to be made, not {report.Pairings[0].Linked}.");

        progress("link: idle cycles");
        var texts = Texts(effort.Seed);
        var cycles = await Pairs.RunAsync(
            watch => watch.Processor, Rounds, 2 * people, _ => world.Cycles.RunAsync(null, token),
            _ => CompareAsync(texts, 2 * people), isFloorShort: true);

        var records = Enumerable.Range(0, 500).Select(i => Person.User(i, effort.Seed)).ToList();
        var hashes = await Pairs.RunAsync(
            watch => watch.Processor, Rounds, 100 * records.Count, _ => HashAsync(records, 100),
            _ => CompareAsync(texts, 100 * records.Count), isFloorShort: true);

        return new(Name, $"{people} links, both records of each listed", effort.Seed,
        [
            new("an idle cycle: a record", cycles.Subject, "ns"),
            new("an idle cycle: allocated a record", cycles.Bytes, "B", 0),
            new("an idle cycle: against twelve string compares", cycles.Ratio, "x", 0.15),
            new("of it the hash of its content", hashes.Subject, "ns"),
            new("of it the hash of its content: allocated", hashes.Bytes, "B"),
            new("twelve string compares", cycles.Floor, "ns"),
        ])
        {
            Note = "From a page in memory to its end: hash, look-up in the store, channel, turn of the pairing.",
        };
    }

    // Both sides of twelve fields that are the same, as a comparison without a memory would look at them.
    private static (string Left, string Right)[] Texts(long seed) =>
    [
        .. Enumerable.Range(0, Fields).Select(field => (
            Person.Address(field, seed), new string(Person.Address(field, seed).AsSpan()))),
    ];

    private static Task CompareAsync((string Left, string Right)[] texts, int records)
    {
        var same = 0;
        for (var record = 0; record < records; record++)
            foreach (var (left, right) in texts)
                same += string.Equals(left, right, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        return same == records * Fields
            ? Task.CompletedTask
            : throw new InvalidOperationException("They are the same.");
    }

    private static Task HashAsync(IReadOnlyList<Record> records, int times)
    {
        var length = 0;
        for (var time = 0; time < times; time++)
            foreach (var record in records)
                length += RecordHash.Of(record.Raw).Length;
        return length > 0 ? Task.CompletedTask : throw new InvalidOperationException("A hash has letters.");
    }
}
