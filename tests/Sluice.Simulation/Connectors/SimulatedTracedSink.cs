using Sluice.Connectors.Writing;

namespace Sluice.Simulation;

/// <summary>Writes an entity whose records bear a reference.</summary>
internal sealed class SimulatedTracedSink(ReferencingSink sink, References references) : ITracedSink
{
    public EntityName Entity => sink.Entity;

    public Task<WriteResult> SendAsync(WriteRequest request, CancellationToken token) =>
        sink.SendAsync(Named(request), token);

    public bool IsTraced(WriteRequest create) => sink.IsTraced(Named(create));

    public Task<Record?> FindMadeAsync(WriteRequest create, CancellationToken token) =>
        sink.FindMadeAsync(Named(create), token);

    private WriteRequest Named(WriteRequest request) => request.Intent is { } identity
        ? request with { Intent = references.Of(identity) }
        : request;
}
