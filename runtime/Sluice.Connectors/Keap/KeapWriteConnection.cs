using Sluice.Connectors.Entities;
using Sluice.Connectors.Http;
using Sluice.Connectors.Keap.Rest;
using Sluice.Connectors.Writing;

namespace Sluice.Connectors.Keap;

/// <summary>Keap, to write to.</summary>
internal sealed class KeapWriteConnection : IWriteConnection
{
    private readonly Sends _sends;
    private readonly Reads _reads;
    private readonly NamedPaths _named;

    /// <param name="exchange">Makes single calls.</param>
    /// <param name="keap">What is written.</param>
    /// <param name="look">What is looked at before something is written, and after.</param>
    /// <param name="named">What documents name.</param>
    public KeapWriteConnection(
        Exchange<KeapOptions> exchange, IKeapWrites keap, IKeapReads look, NamedPaths named)
    {
        (_sends, _reads, _named) = (new(exchange), new(exchange), named);
        Sinks =
        [
            Sink(
                KeapEntities.Companies, keap.CreateCompanyAsync, keap.UpdateCompanyAsync, null,
                KeapEntities.CompanyExtras, look.GetCompanyAsync),
            Sink(
                KeapEntities.Contacts, keap.CreateContactAsync, keap.UpdateContactAsync, keap.DeleteContactAsync,
                KeapEntities.ContactExtras, look.GetContactAsync),
            Sink(
                KeapEntities.Products, keap.CreateProductAsync, keap.UpdateProductAsync, keap.DeleteProductAsync,
                [], (id, _, token) => look.GetProductAsync(id, token)),
        ];
    }

    public string System => KeapOptions.SystemName;

    public IReadOnlyList<ISink> Sinks { get; }

    private EntitySink<T> Sink<T>(
        Entity<T> entity,
        Func<string, CancellationToken, Task<HttpResponseMessage>> create,
        Func<long, string, CancellationToken, Task<HttpResponseMessage>> update,
        Func<long, CancellationToken, Task<HttpResponseMessage>>? delete,
        IReadOnlyList<string> extras,
        Func<long, string, CancellationToken, Task<HttpResponseMessage>> get)
        where T : class
    {
        var asked = string.Join(',', extras);
        var shown = new KeapExtras<T>(entity, extras, (key, token) => get(RecordKey.Number(key), asked, token));
        return new(
            entity, _sends, create, (key, body, token) => update(RecordKey.Number(key), body, token),
            RecordKey.IsNumber)
        {
            Delete = delete is null ? null : (key, token) => delete(RecordKey.Number(key), token),
            LookBefore = new LastLook(_reads, entity.Name, shown.GetAsync, ReplacedMembers.Are).AtAsync,
            Complete = (record, token) => shown.CompleteAsync(record, _named, _reads, token),
        };
    }
}
