using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace Sluice.Pipeline;

/// <summary>Lists one entity once for all pairings, and stores what is new or changed of it.</summary>
internal sealed class ExtractStage(
    Topology topology, Lenses lenses, IStore store, PipelineOptions options, TimeProvider clock, RecentRecords recent,
    FreshEdits fresh, VanishedValues vanished, ILogger log)
{
    private readonly MissingCheck _missing = new(store, options);

    public async Task<ExtractionOutcome> RunAsync(
        EntityName entity, IReadOnlyList<IListingWatch> watches, Action<int>? progress, CancellationToken token)
    {
        var source = topology.Source(entity);
        if (source is null)
            return new(
                entity, null, 0, $"{entity.System} is not configured.", $"Add the section Systems:{entity.System}.",
                []);

        var extraction = await store.BeginExtractionAsync(entity, clock.GetUtcNow());
        var observer = new Observer(lenses.Of(entity), clock, fresh, vanished);
        var intake = new Intake(extraction, store, observer, recent, watches);
        var pages = Stages.Channel<Page>(options.Buffer);
        try
        {
            await Stages.RunAsync(
                token,
                stop => Stages.FeedAsync(pages, PagesAsync(source, stop), stop),
                async stop =>
                {
                    await foreach (var page in Stages.DrainAsync(pages.Reader, stop))
                    {
                        await intake.TakeAsync(page);
                        progress?.Invoke(intake.Seen);
                    }
                });
        }
        catch (RemoteException failure)
        {
            log.LogWarning("{Entity} could not be listed: {Reason} {Fix}", entity, failure.Message, failure.Fix);
            return Outcome(intake.Seen, failure.Message, failure.Fix);
        }

        if (intake.EndProof is not { } proof)
            return Outcome(
                intake.Seen, $"The listing of {entity} ended without a proof that it was complete.",
                "Nothing: it is listed again in the next cycle.");

        string? left;
        try
        {
            left = await _missing.LeftOutAsync(
                source, extraction, record => intake.TakeAsync(new([record], []) { EndProof = proof }), token);
        }
        catch (RemoteException failure)
        {
            return Outcome(intake.Seen, failure.Message, failure.Fix);
        }

        if (left is not null)
            return Outcome(
                intake.Seen, $"The listing of {entity} left out {left}, which is there: it was not complete.",
                "Nothing: it is listed again in the next cycle.");

        var end = await store.CompleteExtractionAsync(extraction, clock.GetUtcNow());
        log.LogInformation("{Entity}: {Seen} records, {Gone} gone ({Proof})", entity, end.Seen, end.Gone, proof);
        return Outcome(end.Seen, null, null);

        ExtractionOutcome Outcome(int seen, string? problem, string? fix) =>
            new(entity, extraction, seen, problem, fix, intake.Bad)
        {
            Failed = observer.Failed,
            Blind = intake.Unknown is { } bad ? $"{bad.Key} cannot be read ({bad.Reason})"
                : observer.Unkeyed is { } key ? $"a match rule fails on {key}"
                : null,
        };
    }

    /// <summary>A connector that breaks stops what depends on it, like a system that does.</summary>
    private static async IAsyncEnumerable<Page> PagesAsync(
        ISource source, [EnumeratorCancellation] CancellationToken token)
    {
        await using var pages = source.ListAsync(token).GetAsyncEnumerator(token);
        for (; ;)
        {
            try
            {
                if (!await pages.MoveNextAsync())
                    yield break;
            }
            catch (Exception exception) when (exception is not RemoteException && !token.IsCancellationRequested)
            {
                throw new RemoteException(
                    source.Entity.System, RemoteFailure.Malformed,
                    $"The connector failed while it listed {source.Entity}: "
                        + $"{exception.GetType().Name}: {exception.Message}",
                    "Report it: a connector should say what is wrong with an answer.", exception);
            }

            yield return pages.Current;
        }
    }
}
