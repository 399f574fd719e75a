using Microsoft.Extensions.Logging;

namespace Sluice.Pipeline;

/// <summary>Lists one entity once for all pairings, and stores what is new or changed of it.</summary>
internal sealed class ExtractStage(
    Topology topology, IStore store, PipelineOptions options, TimeProvider clock, RecentRecords recent, ILogger log)
{
    public async Task<ExtractionOutcome> RunAsync(
        EntityName entity, IReadOnlyList<IListingWatch> watches, Action<int>? progress, CancellationToken token)
    {
        var source = topology.Source(entity);
        if (source is null)
            return new(entity, null, 0, $"{entity.System} is not configured.", $"Add the section Systems:{entity.System}.", []);

        var extraction = await store.BeginExtractionAsync(entity, clock.GetUtcNow());
        var intake = new Intake(entity, Views(entity), extraction, store, clock, recent, watches);
        var pages = Stages.Channel<Page>(options.Buffer);
        try
        {
            await Stages.RunAsync(
                token,
                stop => Stages.FeedAsync(pages.Writer, source.ListAsync(stop), stop),
                async stop =>
                {
                    await foreach (var page in pages.Reader.ReadAllAsync(stop))
                    {
                        await intake.TakeAsync(page);
                        progress?.Invoke(intake.Seen);
                    }
                });
        }
        catch (RemoteException failure)
        {
            log.LogWarning("{Entity} could not be listed: {Reason} {Fix}", entity, failure.Message, failure.Fix);
            return new(entity, extraction, intake.Seen, failure.Message, failure.Fix, intake.Bad);
        }

        if (intake.EndProof is not { } proof)
            return new(
                entity, extraction, intake.Seen, $"The listing of {entity} ended without a proof that it was complete.",
                "Nothing: it is listed again in the next cycle.", intake.Bad);

        var end = await store.CompleteExtractionAsync(extraction, clock.GetUtcNow());
        log.LogInformation("{Entity}: {Seen} records, {Gone} gone ({Proof})", entity, end.Seen, end.Gone, proof);
        return new(entity, extraction, end.Seen, null, null, intake.Bad);
    }

    private List<(Pairing Pairing, Side Side)> Views(EntityName entity) =>
    [
        .. from pairing in topology.Pairings
           from side in new[] { Side.Left, Side.Right }
           where pairing.Descriptor[side].Name == entity
           select (pairing, side),
    ];
}
