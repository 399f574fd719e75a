namespace Sluice.Connectors.Http;

/// <summary>A call that waits for its turn.</summary>
internal sealed class Waiter()
    : TaskCompletionSource<Turn>(TaskCreationOptions.RunContinuationsAsynchronously);
