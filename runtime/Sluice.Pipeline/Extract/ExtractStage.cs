using Microsoft.Extensions.Logging;

namespace Sluice.Pipeline;

/// <summary>Lists one entity once for all pairings, and stores what is new or changed of it.</summary>
internal sealed class ExtractStage(
    Topology topology, Lenses lenses, IStore store, PipelineOptions options, TimeProvider clock, RecentRecords recent,
    Hints hints, ReferenceBook references, Settling settling, ILogger log)
{
    private readonly HintedRecords _hinted = new(hints, log);
    private readonly StartingPoint _start = new(topology, options, clock, log);
    private readonly MissingCheck _missing = new(store, options);
    private readonly CountCheck _count = new(log);

    /// <param name="entity">What is listed.</param>
    /// <param name="watches">Who has to see every record; then everything is listed.</param>
    /// <param name="waiting">How many open items would cost a call each if their records were not listed.</param>
    /// <param name="progress">Told how many records there were so far.</param>
    /// <param name="token">Stops it.</param>
    public async Task<ExtractionOutcome> RunAsync(
        EntityName entity, IReadOnlyList<IListingWatch> watches, int waiting, Action<int>? progress,
        CancellationToken token)
    {
        var source = topology.Source(entity);
        if (source is null)
            return new(
                entity, null, 0, $"{entity.System} is not configured.", $"Add the section Systems:{entity.System}.",
                []);

        var lens = lenses.Fingerprint(entity);
        var extraction = await store.BeginExtractionAsync(entity, clock.GetUtcNow());
        var known = await store.ShownPathsAsync(entity);
        var from = known.Any(path => path.LostAt is not null)
            ? null
            : _start.Of(source, extraction, lens, watches.Count > 0, waiting);
        try
        {
            var listed = await ListAsync(source, extraction, from, known, watches, progress, token);
            if (listed.Expected is not { } expected
                || (!listed.IsDoubtful && !await _count.DiffersAsync(source, expected, token)))
                return listed;
        }
        catch (RemoteException refused) when (from is not null && refused.Failure == RemoteFailure.Malformed)
        {
            log.LogInformation(
                "{Entity}: its changes cannot be listed, all of it is: {Reason}", entity, refused.Message);
        }

        // What its changes showed is stored; when that was edited is known no better by now.
        var again = await store.BeginExtractionAsync(entity, clock.GetUtcNow());
        return await ListAsync(
            source, again with { PreviousAt = extraction.PreviousAt }, null, known, watches, progress, token);
    }

    private async Task<ExtractionOutcome> ListAsync(
        ISource source, Extraction extraction, string? from, IReadOnlyList<ShownPath> known,
        IReadOnlyList<IListingWatch> watches, Action<int>? progress, CancellationToken token)
    {
        var entity = extraction.Entity;
        var sight = new Sight(lenses.Paths(entity));
        var unchangedAt = UnchangedAt(source, extraction);
        var observer = new Observer(lenses, entity, unchangedAt, clock);
        var intake = new Intake(
            extraction, from is not null, store, observer, recent, watches, await store.ForgottenAsync(), references,
            options.Protections, sight);
        var pages = Stages.Channel<Page>(options.Buffer);
        try
        {
            await Stages.RunAsync(
                token,
                stop => Stages.FeedAsync(pages, GuardedSource.PagesAsync(source, from, stop), stop),
                async stop =>
                {
                    await foreach (var page in Stages.DrainAsync(pages.Reader, stop))
                    {
                        await intake.TakeAsync(page);
                        progress?.Invoke(intake.Seen);
                    }
                });
        }
        catch (RemoteException failure) when (from is null || failure.Failure != RemoteFailure.Malformed)
        {
            log.LogWarning("{Entity} could not be listed: {Reason} {Fix}", entity, failure.Message, failure.Fix);
            return Outcome(intake.Seen, failure.Message, failure.Fix);
        }

        if (intake.EndProof is not { } proof)
            return Outcome(
                intake.Seen, $"The listing of {entity} ended without a proof that it was complete.",
                "Nothing: it is listed again in the next cycle.");

        // What is shown by other means from here on is no part of what the listing had to show.
        var (listed, there, asked) = (intake.Seen, intake.Shown, intake.Pages);
        await _hinted.ReadAsync(source, ShowAsync, token);
        if (from is not null)
        {
            var changes = await store.CompleteChangesAsync(extraction);
            log.LogInformation("{Entity}: {Seen} changed since {Cursor} ({Proof})", entity, changes.Seen, from, proof);
            return Outcome(changes.Seen, null, null) with
            {
                Expected = changes.Expected,
                IsDoubtful = sight.IsDoubtful(known),
            };
        }

        string? left;
        try
        {
            left = await _missing.LeftOutAsync(source, extraction, intake.Unknowns, TakeAsync, token);
        }
        catch (RemoteException failure)
        {
            return Outcome(intake.Seen, failure.Message, failure.Fix);
        }

        if (left is not null)
            return Outcome(
                intake.Seen, $"The listing of {entity} left out {left}, which is there: it was not complete.",
                "Nothing: it is listed again in the next cycle.");

        var shown = sight.After(known, extraction.StartedAt);
        if (!shown.SequenceEqual(known))
            await store.KeepShownPathsAsync(entity, shown);

        // A system that answers with nothing once may have forgotten how to list: no changes are counted from there.
        var isBasis = intake.IsClear && listed > 0;
        var end = await store.CompleteExtractionAsync(
            extraction, clock.GetUtcNow(), asked, isBasis ? observer.Lens : null, intake.Cursor,
            settling.ShownBefore(entity.System, extraction.StartedAt), there);
        log.LogInformation("{Entity}: {Seen} records, {Gone} gone ({Proof})", entity, end.Seen, end.Gone, proof);
        return Outcome(end.Seen, null, null) with { Lost = LostOf(shown) };

        Task ShowAsync(Record record) => TakeAsync(new([record], []));

        Task TakeAsync(Page page) => intake.TakeAsync(page with { EndProof = proof });

        ExtractionOutcome Outcome(int seen, string? problem, string? fix) =>
            new(entity, extraction, seen, problem, fix, intake.Bad)
        {
            IsDelta = from is not null,
            Lost = LostOf(known),
            UnchangedAt = unchangedAt,
            Failed = observer.Failed,
            Blind = intake.Unknown is { } bad ? $"{bad.Key} cannot be read ({bad.Reason})"
                : observer.Unkeyed is { } key ? $"a match rule fails on {key}"
                : null,
        };
    }

    private static IReadOnlyList<ShownPath> LostOf(IReadOnlyList<ShownPath> paths) =>
        [.. paths.Where(path => path.LostAt is not null)];

    // A source that lists changes may not have listed the newest of them, and what it does not list is not looked at.
    private DateTimeOffset? UnchangedAt(ISource source, Extraction extraction) =>
        source is IDeltaSource
            ? extraction.PreviousAt - topology.Policy(source.Entity.System).CursorOverlap
            : extraction.PreviousAt;
}
