using Sluice.Connectors.Entities;
using Sluice.Connectors.Http;
using Sluice.Connectors.PowerOfficeGo.Rest;
using Sluice.Connectors.Writing;

namespace Sluice.Connectors.PowerOfficeGo;

/// <summary>PowerOffice Go, to write to.</summary>
internal sealed class PowerOfficeGoWriteConnection : IWriteConnection
{
    public PowerOfficeGoWriteConnection(Exchange<PowerOfficeGoOptions> exchange, IPowerOfficeGoWrites go)
    {
        var sends = new Sends(exchange);
        Sinks =
        [
            new EntitySink<ContactPerson>(
                PowerOfficeGoEntities.ContactPersons, sends,
                (body, token) =>
                {
                    var (contact, rest) = NewContactPerson.Split(body);
                    return go.CreateContactPersonAsync(contact, rest, token);
                },
                (key, body, token) =>
                {
                    var (contact, id) = RecordKey.Pair(key);
                    return go.UpdateContactPersonAsync(contact, id, body, token);
                },
                RecordKey.IsPair, NewContactPerson.Refuse)
            {
                Delete = (key, token) =>
                {
                    var (contact, id) = RecordKey.Pair(key);
                    return go.DeleteContactPersonAsync(contact, id, token);
                },
            },
            Customers(PowerOfficeGoEntities.Customers),
            Customers(PowerOfficeGoEntities.Persons),
        ];

        EntitySink<Customer> Customers(Entity<Customer> entity) => new(
            entity, sends, go.CreateCustomerAsync,
            (key, body, token) => go.UpdateCustomerAsync(RecordKey.Number(key), body, token),
            RecordKey.IsNumber)
        {
            Delete = (key, token) => go.DeleteCustomerAsync(RecordKey.Number(key), token),
        };
    }

    public string System => PowerOfficeGoOptions.SystemName;

    public IReadOnlyList<ISink> Sinks { get; }
}
