using System.Runtime.CompilerServices;
using System.Text.Json;
using Sluice.Connectors.Entities;
using Sluice.Connectors.Http;
using Sluice.Connectors.YouTrack.Rest;

namespace Sluice.Connectors.YouTrack.Organizations;

/// <summary>
/// Organizations, which moved with version 2026.1. Where they are not found, it asks whether they are where the other
/// dialect has them: a server that was upgraded must not read as one from which all of them were deleted.
/// </summary>
internal sealed class OrganizationSource(
    ISource source, Reads reads, YouTrackOptions options, IHubReads hub, IYouTrackReads youTrack) : ISource
{
    private const string What = "Organizations";

    private readonly Failures _failures = new(options);
    private readonly OrganizationWords _words = new(options);

    public EntityName Entity => source.Entity;

    public EntityName PhysicalEntity => source.PhysicalEntity;

    private bool IsHub => options.Dialect == YouTrackDialect.Hub;

    public async IAsyncEnumerable<Page> ListAsync([EnumeratorCancellation] CancellationToken token)
    {
        await using var pages = source.ListAsync(token).GetAsyncEnumerator(token);
        for (var isFirst = true; await MoveAsync(pages, token); isFirst = false)
        {
            // What an upgraded server's Hub says is not documented; nothing at all would be one way.
            if (isFirst && IsHub && IsEmpty(pages.Current) && await IsElsewhereAsync(token) == true)
                throw _words.Elsewhere(200);

            yield return pages.Current;
        }
    }

    public async Task<Record?> ReadAsync(string key, CancellationToken token)
    {
        Record? record;
        try
        {
            record = await source.ReadAsync(key, token);
        }
        catch (RemoteException failure) when (MayBeDialect(failure))
        {
            throw await ToldAsync(failure, (await FirstAsync(token))?.Status, token);
        }

        // Whoever is not there is taken for deleted.
        if (record is null && RecordKey.IsSafe(key))
            await ConfirmAsync(token);

        return record;
    }

    private static bool MayBeDialect(RemoteException failure) =>
        failure.Failure is RemoteFailure.Malformed or RemoteFailure.RightMissing;

    private static bool IsEmpty(Page page) => page is { Records.Count: 0, Bad.Count: 0, Total: null or 0 };

    private async Task<bool> MoveAsync(IAsyncEnumerator<Page> pages, CancellationToken token)
    {
        try
        {
            return await pages.MoveNextAsync();
        }
        catch (RemoteException failure) when (MayBeDialect(failure))
        {
            throw await ToldAsync(failure, (await FirstAsync(token))?.Status, token);
        }
    }

    private async Task ConfirmAsync(CancellationToken token)
    {
        var answer = await reads.TryAsync(What, stop => List(IsHub, stop), token);
        if (!answer.IsSuccess)
            throw await ToldAsync(_failures.Of(What, answer), answer.Status, token);
        if (IsHub && !Shows(answer) && await IsElsewhereAsync(token) == true)
            throw _words.Elsewhere(answer.Status);
    }

    /// <summary>What is to be said of a failure, once more is known.</summary>
    private async Task<RemoteException> ToldAsync(RemoteException failure, int? status, CancellationToken token)
    {
        if (status is not (404 or 410) && !(IsHub && status == 403))
            return failure;

        return await IsElsewhereAsync(token) switch
        {
            true => _words.Elsewhere(status.Value),

            // Versions before 2026.1 know no such path, so the right is what is missing.
            false when status == 403 => failure,
            _ => new(failure.System, failure.Failure, failure.Message, failure.Fix + _words.Hint, failure),
        };
    }

    /// <summary>Whether the other dialect's place has organizations; null where it lets nobody see.</summary>
    private async Task<bool?> IsElsewhereAsync(CancellationToken token)
    {
        try
        {
            var answer = await reads.TryAsync(What, stop => List(!IsHub, stop), token);
            return answer switch
            {
                { Status: 401 or 403 } => null,
                { IsSuccess: true, IsWebPage: false } => answer.Json() is { } body && Lists(body, !IsHub) is not null,
                _ => false,
            };
        }
        catch (RemoteException)
        {
            return false;
        }
    }

    private async Task<Answer?> FirstAsync(CancellationToken token)
    {
        try
        {
            return await reads.TryAsync(What, stop => List(IsHub, stop), token);
        }
        catch (RemoteException)
        {
            return null;
        }
    }

    private Task<HttpResponseMessage> List(bool ofHub, CancellationToken token) => ofHub
        ? hub.ListOrganizationsAsync("id", 0, 1, token)
        : youTrack.ListOrganizationsAsync("id", 0, 1, token);

    private bool Shows(Answer answer) => answer.Json() is { } body && Lists(body, IsHub) > 0;

    // How many an answer lists; null where it is no list of the one who was asked.
    private static int? Lists(JsonElement body, bool ofHub)
    {
        if (ofHub && (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("organizations", out body)))
            return null;

        return body.ValueKind == JsonValueKind.Array ? body.GetArrayLength() : null;
    }
}
