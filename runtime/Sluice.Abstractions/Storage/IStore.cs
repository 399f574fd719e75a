namespace Sluice;

/// <summary>
/// What a host remembers between cycles. Every method is one transaction: all of it happened, or none. Every method
/// that writes takes part in the ownership fence: once another owner opened the store, it fails with
/// <see cref="FencedException"/>.
/// </summary>
/// <remarks>Safe for concurrent use. Times come from the caller; a store never asks a clock.</remarks>
public interface IStore :
    IAccountStore, IObservationStore, ILinkStore, IJournal, IOpenItems, IPlanStore, IBreakerStore, IHistory, IRunStore,
    IRestoreStore, IInbox, IRunRequests, IErasure, IRecordHistory, ISignInStore, IAsyncDisposable
{
    /// <summary>
    /// Which ownership this instance holds; grows by one with every owner. Zero where it was opened to look only.
    /// </summary>
    long Epoch { get; }
}
