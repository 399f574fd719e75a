using Sluice.Benchmarks.Harness;
using Sluice.Pipeline;

namespace Sluice.Benchmarks.Channels;

/// <summary>What it costs to hand records from stage to stage, by the engine's own channels.</summary>
internal sealed class ChannelBenchmark : IBenchmark
{
    private const int PageSize = 512;
    private const int Rounds = 15;

    // What the options say by default.
    private const int Buffer = 4;

    public string Name => "channels";

    public async Task<Measured> RunAsync(Effort effort, Action<string> progress, CancellationToken token)
    {
        var pages = effort.Size(4_000, 40_000);
        var single = effort.Size(200_000, 2_000_000);
        var page = Enumerable.Range(0, PageSize).Select(i => (object)i).ToArray();

        progress("channels: pages");
        var paged = await Pairs.RunAsync(
            watch => watch.Processor, Rounds, pages * PageSize,
            _ => PassAsync(page, pages, hops: 3, Buffer, Look, pages * PageSize, token),
            _ => CallAsync(page, pages), isFloorShort: true);

        progress("channels: single decisions");
        var decisions = await Pairs.RunAsync(
            watch => watch.Processor, Rounds, single,
            _ => PassAsync(new object(), single, hops: 2, Buffer, Look, single, token),
            _ => CallAsync([new()], single), isFloorShort: true);

        return new(Name, $"{pages} pages of {PageSize} records; {single} single decisions", effort.Seed,
        [
            new("pages over three hops: a record", paged.Subject, "ns", 8),
            new("pages over three hops: allocated a record", paged.Bytes, "B"),
            new("a direct call: a record", paged.Floor, "ns"),
            new("single decisions over two hops, as from match to load: a decision", decisions.Subject, "ns"),
        ]);
    }

    // The consumer looks at every record, as every stage does.
    private static async Task PassAsync<T>(
        T item, int items, int hops, int buffer, Func<T, int> look, int expected, CancellationToken token)
    {
        var channels = Enumerable.Range(0, hops).Select(_ => Stages.Channel<T>(buffer)).ToArray();
        var seen = 0;
        await Stages.RunAsync(
            token,
            [
                stop => Stages.FeedAsync(channels[0], RepeatAsync(item, items), stop),
                .. Enumerable.Range(1, hops - 1).Select(hop => (Func<CancellationToken, Task>)(stop =>
                    Stages.FeedAsync(channels[hop], Stages.DrainAsync(channels[hop - 1].Reader, stop), stop))),
                async stop =>
                {
                    await foreach (var next in Stages.DrainAsync(channels[^1].Reader, stop))
                        seen += look(next);
                },
            ]);
        if (seen != expected)
            throw new InvalidOperationException($"{expected} records were sent and {seen} arrived.");
    }

    private static async IAsyncEnumerable<T> RepeatAsync<T>(T item, int times)
    {
        for (var i = 0; i < times; i++)
            yield return item;

        await ValueTask.CompletedTask;
    }

    private static Task CallAsync(object[] page, int pages)
    {
        var seen = 0L;
        for (var i = 0; i < pages; i++)
            seen += Look(page);
        return seen > 0 ? Task.CompletedTask : throw new InvalidOperationException("Nothing was looked at.");
    }

    private static int Look(object[] page)
    {
        var seen = 0;
        foreach (var record in page)
            seen += Look(record);
        return seen;
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static int Look(object record) => record is null ? 0 : 1;
}
