namespace Sluice.Pipeline;

/// <summary>Where the updates of one side of a link go.</summary>
internal sealed record UpdateTarget(
    PairingTurn Turn, Settlement Settlement, Side Side, IRequestBuilder Requests, ISink Sink);
