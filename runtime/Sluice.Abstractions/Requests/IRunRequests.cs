namespace Sluice;

/// <summary>
/// Runs that other processes ask the owner of the store for. Whoever asks keeps saying so; a request that nobody
/// extends lapses, and none is taken up twice.
/// </summary>
public interface IRunRequests
{
    /// <summary>Leaves a request for the owner. Works while another process owns the store.</summary>
    /// <param name="scope">
    /// What the run is confined to, as JSON. A record is named in it by <c>key</c>, beside a <c>pairing</c> or none;
    /// the key of one that was forgotten is not kept.
    /// </param>
    /// <param name="at">Now.</param>
    /// <param name="until">When it lapses, unless it is extended.</param>
    /// <returns>Its number.</returns>
    ValueTask<long> AskAsync(string scope, DateTimeOffset at, DateTimeOffset until);

    /// <summary>A request; null where there is none of this number.</summary>
    ValueTask<RunRequest?> FindRequestAsync(long request);

    /// <summary>
    /// The requests that no owner has taken up, in the order they were left; without those that have lapsed, which
    /// none takes up, whether or not an owner has looked since.
    /// </summary>
    /// <param name="at">Now.</param>
    ValueTask<IReadOnlyList<RunRequest>> WaitingRequestsAsync(DateTimeOffset at);

    /// <summary>
    /// Says that somebody still waits for a request. Works while another process owns the store; does nothing where it
    /// has lapsed.
    /// </summary>
    ValueTask ExtendAsync(long request, DateTimeOffset until);

    /// <summary>
    /// Takes a request away, with its answer, unless the owner is carrying it out. Works while another process owns the
    /// store.
    /// </summary>
    /// <returns>How far it was; null where it is being carried out, or there is none.</returns>
    ValueTask<RequestState?> RemoveAsync(long request);

    /// <summary>
    /// For the owner: takes up the oldest request that waits, under its epoch. Those that have lapsed are marked so,
    /// and answers that nobody fetched are erased. Where there is nothing to do, it writes nothing.
    /// </summary>
    /// <param name="at">Now.</param>
    /// <returns>The request with its scope; null where none waits.</returns>
    ValueTask<RunRequest?> TakeUpAsync(DateTimeOffset at);

    /// <summary>For the owner: stores what came of a request that it has taken up.</summary>
    /// <param name="request">The request's number.</param>
    /// <param name="run">The run that carried it out; null where none did.</param>
    /// <param name="answer">What to tell whoever asked, as JSON.</param>
    ValueTask AnswerAsync(long request, long? run, string answer);
}
