using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Connectors.Entities;
using Sluice.Connectors.Http;
using Sluice.Connectors.Listing;
using Sluice.Connectors.Rest.Reading;
using Sluice.Connectors.Rest.Settings;
using Sluice.Connectors.Writing;

namespace Sluice.Connectors.Rest.Writing;

/// <summary>Looks at what is there before something is written, where the settings ask for that.</summary>
/// <param name="system">The system.</param>
/// <param name="options">The entity's settings.</param>
/// <param name="entity">The entity.</param>
/// <param name="paths">What documents name of it.</param>
internal sealed class Preparation<T>(
    RestSystem system, EntityOptions options, Entity<T> entity, IReadOnlyList<string> paths)
    where T : class
{
    private readonly RestSource<T> _source = new(system, options, entity, paths);
    private readonly Reads _reads = new(system.Exchange);
    private readonly Slices _slices = new(system.Failures);
    private readonly RestKeys _keys = new(options.Key);

    /// <summary>The request as it can be sent, or why it is not.</summary>
    public async Task<(WriteRequest Prepared, WriteResult? Refused)> OfAsync(
        WriteRequest request, CancellationToken token)
    {
        try
        {
            return request.Key is { } key
                ? await UpdateAsync(request, key, token)
                : (request, await CreateAsync(new(request.Body), token));
        }
        catch (RemoteException cause)
        {
            return (request, WriteResult.NotDone($"{cause.Message} {cause.Fix}"));
        }
    }

    private async Task<(WriteRequest Prepared, WriteResult? Refused)> UpdateAsync(
        WriteRequest request, string key, CancellationToken token)
    {
        if (options.Concurrency == ConcurrencyStyle.None && request.IfVersion is { } before)
            return (request with { IfVersion = null }, await MovedAsync(key, before, token));

        var isFull = options.Updates.Style == UpdateStyle.Full;
        var isKnown = options.Concurrency switch
        {
            ConcurrencyStyle.ETag => request.IfVersion is not null,
            ConcurrencyStyle.Modified => false,
            _ => true,
        };
        if (!isFull && isKnown)
            return (request, null);

        var what = $"{entity.Name.Entity} {key}";
        var answer = await _reads.AskAsync(what, stop => GetAsync(key, stop), token);
        if (!answer.IsSuccess || Record(what, answer) is not { ValueKind: JsonValueKind.Object } now)
            return (request, Gone(what));

        var version = options.Concurrency switch
        {
            ConcurrencyStyle.ETag => EntityTag.Of(answer) ?? throw system.Failures.Shape(what, "an ETag was expected"),
            ConcurrencyStyle.Modified => JsonPlace.Text(now, options.Modified!),
            _ => null,
        };
        if (version != request.IfVersion && request.IfVersion is not null)
            return (request, WriteResult.NotDone(new MovedException(what).Message));

        var body = isFull
            ? FullBody.Of(
                JsonNode.Parse(now.GetRawText())!.AsObject(), JsonNode.Parse(request.Body)!.AsObject(),
                options.Unwritable)
            : request.Body;
        return (request with { Body = body, IfVersion = version }, null);
    }

    // What goes along as it was read would undo what somebody changed there meanwhile.
    private async Task<WriteResult?> MovedAsync(string key, string before, CancellationToken token)
    {
        var what = $"{entity.Name.Entity} {key}";
        return await _source.ReadAsync(key, token) is not { } now
            || !string.Equals(now.Key, key, StringComparison.OrdinalIgnoreCase) ? Gone(what)
            : ReplacedMembers.Are(before, now.Raw) ? null
            : WriteResult.NotDone(new MovedException(what).Message);
    }

    private static WriteResult Gone(string what) =>
        WriteResult.NotDone($"{what} is not there any more; the next cycle looks at it anew.");

    // Who has the key or reference already must not get a second self, and must not be replaced.
    private async Task<WriteResult?> CreateAsync(NewRecord created, CancellationToken token)
    {
        switch (options.Idempotency.Style)
        {
            case IdempotencyStyle.Upsert:
                var address = system.Caller.Address(options.Get!.Fill(
                    place => created.Place(place == EntityProblems.WholeKey ? options.Key[0] : place))!);
                var answer = await _reads.AskAsync(
                    $"new {entity.Name.Entity}", stop => system.Caller.GetAsync(address, stop), token);
                return answer.IsSuccess
                    ? Taken(string.Join('/', options.Key), string.Join('/', options.Key.Select(created.Place)))
                    : null;
            case IdempotencyStyle.Reference:
                return await ReferenceAsync(created, options.Idempotency.Reference!, token);
            default:
                return null;
        }
    }

    private async Task<WriteResult?> ReferenceAsync(NewRecord created, string member, CancellationToken token)
    {
        if (created.Place(member) is not { } reference)
            return WriteResult.Rejected(
                $"A new {entity.Name.Entity} has no {member}, which {options.Place}:Idempotency wants to tell it by.");

        return await new RestReference<T>(system, options, entity).IsTakenAsync(reference, token)
            ? Taken(member, reference)
            : null;
    }

    private WriteResult Taken(string member, string value) => WriteResult.Rejected(
        $"There is a {entity.Name.Entity} with the {member} '{value}' already: nothing is made beside it, or over it. "
        + "Where the two are the same, link them.");

    private JsonElement? Record(string what, Answer answer)
    {
        var body = _slices.Json(what, answer);
        return options.Envelope.Item is { } item ? JsonPlace.Find(body, item) : body;
    }

    private Task<HttpResponseMessage> GetAsync(string key, CancellationToken token) =>
        system.Caller.GetAsync(system.Caller.Address(options.Get!.Fill(_keys.Places(key))!), token);
}
