using System.Net;
using Sluice.Connectors.Entities;
using Sluice.Connectors.Http;
using Sluice.Connectors.Rest.Reading;
using Sluice.Connectors.Rest.Settings;
using Sluice.Connectors.Writing;

namespace Sluice.Connectors.Rest.Writing;

/// <summary>Writes one entity by its routes. What has to be looked at before is read right before it is sent.</summary>
internal sealed class RestSink<T> : ISink
    where T : class
{
    private readonly RestSystem _system;
    private readonly EntityOptions _options;
    private readonly RestKeys _keys;
    private readonly EntitySink<T> _sink;
    private readonly Preparation<T> _preparation;

    public RestSink(RestSystem system, EntityOptions options, Entity<T> entity, IReadOnlyList<string> paths)
    {
        (_system, _options, _keys) = (system, options, new(options.Key));
        _preparation = new(system, options, entity, paths);
        _sink = new(
            entity, new(system.Exchange), (body, token) => CreateAsync(new(null, body), token),
            (key, body, token) => UpdateAsync(new(key, body), token), _keys.IsKey, Refusal)
        {
            Delete = options.Delete is null ? null : DeleteAsync,
            CreateAs = CreateAsync,
            UpdateIf = UpdateAsync,
            Pick = body => options.Envelope.Item is { } item ? JsonPlace.Find(body, item) : body,
        };
    }

    public EntityName Entity => _sink.Entity;

    public async Task<WriteResult> SendAsync(WriteRequest request, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!request.IsDelete && !_system.Options.ReadOnly && Refusal(request) is null
            && (request.Key is null || _keys.IsKey(request.Key)))
        {
            var (prepared, refused) = await _preparation.OfAsync(request, token);
            if (refused is not null)
                return refused;

            request = prepared;
        }

        return await _sink.SendAsync(request, token);
    }

    private Task<HttpResponseMessage> CreateAsync(WriteRequest request, CancellationToken token)
    {
        var created = new NewRecord(request.Body);
        return _system.Caller.SendAsync(
            _options.Create!.Method, Address(_options.Create.Fill(created.Place)!), request.Body, "application/json",
            _options.Idempotency.Style switch
            {
                IdempotencyStyle.Header => [(_options.Idempotency.Header, request.Intent ?? Guid.NewGuid().ToString())],
                IdempotencyStyle.Upsert => [("If-None-Match", "*")],
                _ => [],
            },
            token);
    }

    private async Task<HttpResponseMessage> UpdateAsync(WriteRequest request, CancellationToken token)
    {
        var tag = _options.Concurrency == ConcurrencyStyle.ETag ? request.IfVersion : null;
        var answer = await _system.Caller.SendAsync(
            _options.Update!.Method, Address(_options.Update.Fill(_keys.Places(request.Key!))!), request.Body,
            _options.Updates.ContentType, tag is null ? [] : [("If-Match", tag)], token);
        if (tag is null || answer.StatusCode != HttpStatusCode.PreconditionFailed)
            return answer;

        answer.Dispose();
        throw new MovedException($"{Entity.Entity} {request.Key}");
    }

    private Task<HttpResponseMessage> DeleteAsync(string key, CancellationToken token) =>
        _system.Caller.SendAsync(
            _options.Delete!.Method, Address(_options.Delete.Fill(_keys.Places(key))!), null, "application/json", [],
            token);

    private Uri Address(string path) => _system.Caller.Address(path);

    // What cannot be sent, as it is or at all.
    private string? Refusal(WriteRequest request) => request switch
    {
        { Key: null } when _options.Create is null => No(nameof(_options.Create)),
        { Key: not null } when _options.Update is null => No(nameof(_options.Update)),
        { Key: null } when _options.Create!.Fill(new NewRecord(request.Body).Place) is null =>
            $"What {_options.Place}:{nameof(_options.Create)} needs ('{_options.Create}') is blank in the new record.",
        _ => null,
    };

    private string No(string route) =>
        $"{Entity} is not written so: {_options.Place}:{route} gives no route for that.";
}
