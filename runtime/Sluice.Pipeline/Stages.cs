using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Threading.Channels;

namespace Sluice.Pipeline;

/// <summary>Runs stages side by side, joined by bounded channels.</summary>
internal static class Stages
{
    /// <summary>A channel from one stage to one or several that makes the faster ones wait.</summary>
    public static Channel<T> Channel<T>(int capacity) =>
        System.Threading.Channels.Channel.CreateBounded<T>(new BoundedChannelOptions(capacity)
        {
            FullMode = BoundedChannelFullMode.Wait,
            SingleWriter = true,
        });

    /// <summary>
    /// Runs all stages to their end. The first that fails stops the others, and its failure is the one that is seen:
    /// what the others report by then is only that they were stopped.
    /// </summary>
    public static async Task RunAsync(CancellationToken token, params Func<CancellationToken, Task>[] stages)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        ExceptionDispatchInfo? first = null;

        await Task.WhenAll(stages.Select(async stage =>
        {
            try
            {
                await stage(stop.Token);
            }
            catch (Exception exception)
            {
                Interlocked.CompareExchange(ref first, ExceptionDispatchInfo.Capture(exception), null);
                stop.Cancel();
            }
        }));

        first?.Throw();
    }

    /// <summary>Reads a channel to its end; what it still holds is not handed out once the token says stop.</summary>
    public static async IAsyncEnumerable<T> DrainAsync<T>(
        ChannelReader<T> reader, [EnumeratorCancellation] CancellationToken token)
    {
        while (await reader.WaitToReadAsync(token))
            while (reader.TryRead(out var item))
            {
                token.ThrowIfCancellationRequested();
                yield return item;
            }
    }

    /// <summary>
    /// Feeds a channel and completes it, whatever happens: how it ended shows in <see cref="RunAsync"/> only. The next
    /// item is asked for when there is room for it, so that the source is never further ahead than the channel holds.
    /// </summary>
    public static async Task FeedAsync<T>(Channel<T> channel, IAsyncEnumerable<T> items, CancellationToken token)
    {
        try
        {
            await using var next = items.GetAsyncEnumerator(token);
            while (await channel.Writer.WaitToWriteAsync(token) && await next.MoveNextAsync())
                await channel.Writer.WriteAsync(next.Current, token);
        }
        finally
        {
            channel.Writer.TryComplete();
        }
    }
}
