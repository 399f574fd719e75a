using System.Text.Json;

namespace Sluice.Connectors.Tests.Wire;

/// <summary>Methods for everything that the subset allows.</summary>
[Headers("Accept: application/json", "X-Static: interface")]
internal interface IWire
{
    [Get("/companies")]
    Task<IApiResponse<WirePage>> ListAsync(int limit, long offset, [AliasAs("$top")] int? top, CancellationToken token);

    [Get("/companies/{id}/notes/{noteId}")]
    Task<IApiResponse<WireRecord>> ReadAsync(string id, [AliasAs("noteId")] long note, CancellationToken token);

    [Get("/by/{Key}")]
    Task<IApiResponse> HeadOfAsync(Guid key, CancellationToken token);

    [Get("/search")]
    Task<IApiResponse<WirePage>> SearchAsync(
        [AliasAs("$filter")] string? filter, string? fields, decimal? price, Guid? id, CancellationToken token);

    [Get("/lists")]
    Task<IApiResponse> ListsAsync(
        IReadOnlyList<string?>? plain, [Query(CollectionFormat.Csv)] int[] csv,
        [Query(CollectionFormat.Multi)] List<string?> multi,
        [Query(CollectionFormat.Pipes)] IEnumerable<long> pipes, CancellationToken token);

    [Get("/values")]
    Task<IApiResponse> ValuesAsync(
        decimal[] prices, [Query(CollectionFormat.Multi)] Guid[] ids,
        [Query(CollectionFormat.Pipes, Format = "0.00")] IReadOnlyCollection<decimal> amounts,
        [Query(Format = "D8")] int number, CancellationToken token);

    [Get("/dates")]
    Task<IApiResponse> DatesAsync(
        [Query(Format = "yyyy-MM-dd")] DateOnly day, [Query(Format = "yyyy-MM-ddTHH:mm:ss.fffZ")] DateTimeOffset? since,
        [Query(Format = "s")] DateTime at, [Query(CollectionFormat.Multi, Format = "MM/yyyy")] DateOnly[] months,
        CancellationToken token);

    [Headers("X-Static: method", "X-More: a: b", "Accept")]
    [Get("/headers")]
    Task<IApiResponse> HeadersAsync(
        [Header("X-Given")] string? given, [Header("X-More")] string? more, CancellationToken token);

    [Post("/companies")]
    Task<IApiResponse<WireRecord>> CreateAsync([Body(buffered: true)] WireRecord? company, CancellationToken token);

    [Headers("Content-Type: application/json-patch+json")]
    [Patch("/companies/{id}")]
    Task<IApiResponse<WireRecord>> PatchAsync(
        string id, [Body(buffered: true)] WireRecord[] operations, CancellationToken token);

    [Headers("Content-Type: application/json")]
    [Put("/companies/{id}")]
    Task<HttpResponseMessage> PutAsync(
        string id, [Body(buffered: true)] string json, [Query] string? mask, CancellationToken token);

    [Put("/companies/{id}/tags")]
    Task<IApiResponse> TagAsync(
        int id, [Query(CollectionFormat.Multi)] string[] tags, [Header("If-Match")] string? version,
        CancellationToken token);

    [Post("/text")]
    Task<IApiResponse<string>> TextAsync([Body(buffered: true)] string text, CancellationToken token);

    [Post("/form")]
    Task<IApiResponse<JsonElement>> FormAsync([Body(buffered: true)] HttpContent form, CancellationToken token);

    [Post("/stream")]
    Task<IApiResponse> StreamAsync([Body(buffered: true)] Stream bytes, CancellationToken token);

    [Post("/element")]
    Task<IApiResponse> ElementAsync([Body(buffered: true)] JsonElement element, CancellationToken token);

    [Post("/nothing")]
    Task<IApiResponse> NothingAsync(CancellationToken token);

    [Delete("/companies/{id}")]
    Task<IApiResponse> DeleteAsync(string id, CancellationToken token);

    [Get("/unknown")]
    Task<IApiResponse<WireUnknown>> UnknownAsync(CancellationToken token);

    [Get("/raw")]
    Task<HttpResponseMessage> RawAsync(CancellationToken token);

    [Get("/keyword")]
    Task<IApiResponse> KeywordAsync(string @class, CancellationToken token);
}
