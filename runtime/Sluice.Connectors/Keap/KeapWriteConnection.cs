using Sluice.Connectors.Entities;
using Sluice.Connectors.Http;
using Sluice.Connectors.Keap.Rest;
using Sluice.Connectors.Writing;

namespace Sluice.Connectors.Keap;

/// <summary>Keap, to write to.</summary>
internal sealed class KeapWriteConnection : IWriteConnection
{
    public KeapWriteConnection(Exchange<KeapOptions> exchange, IKeapWrites keap)
    {
        var sends = new Sends(exchange);
        Sinks =
        [
            new EntitySink<Company>(
                KeapEntities.Companies, sends, keap.CreateCompanyAsync,
                (key, body, token) => keap.UpdateCompanyAsync(RecordKey.Number(key), body, token),
                RecordKey.IsNumber),
            new EntitySink<Contact>(
                KeapEntities.Contacts, sends, keap.CreateContactAsync,
                (key, body, token) => keap.UpdateContactAsync(RecordKey.Number(key), body, token),
                RecordKey.IsNumber)
            {
                Delete = (key, token) => keap.DeleteContactAsync(RecordKey.Number(key), token),
            },
            new EntitySink<Product>(
                KeapEntities.Products, sends, keap.CreateProductAsync,
                (key, body, token) => keap.UpdateProductAsync(RecordKey.Number(key), body, token),
                RecordKey.IsNumber)
            {
                Delete = (key, token) => keap.DeleteProductAsync(RecordKey.Number(key), token),
            },
        ];
    }

    public string System => KeapOptions.SystemName;

    public IReadOnlyList<ISink> Sinks { get; }
}
