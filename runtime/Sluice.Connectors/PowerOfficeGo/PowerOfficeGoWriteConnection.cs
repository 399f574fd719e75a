using Sluice.Connectors.Entities;
using Sluice.Connectors.Http;
using Sluice.Connectors.PowerOfficeGo.Rest;
using Sluice.Connectors.Writing;

namespace Sluice.Connectors.PowerOfficeGo;

/// <summary>PowerOffice Go, to write to.</summary>
internal sealed class PowerOfficeGoWriteConnection : IWriteConnection
{
    public PowerOfficeGoWriteConnection(
        Exchange<PowerOfficeGoOptions> exchange, IPowerOfficeGoWrites go, IPowerOfficeGoReads look)
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
            Sink(
                PowerOfficeGoEntities.Departments, go.CreateDepartmentAsync, go.UpdateDepartmentAsync,
                go.DeleteDepartmentAsync),
            Sink(
                PowerOfficeGoEntities.Employees, go.CreateEmployeeAsync, go.UpdateEmployeeAsync,
                go.DeleteEmployeeAsync),
            Sink(
                PowerOfficeGoEntities.Products, go.CreateProductAsync, go.UpdateProductAsync, go.DeleteProductAsync),
            new SalesOrderSink(
                new(
                    PowerOfficeGoEntities.SalesOrders, sends, go.CreateSalesOrderAsync, go.UpdateSalesOrderAsync,
                    key => Guid.TryParseExact(key, "D", out _), SalesOrderLines.Refuse)
                {
                    Delete = go.DeleteSalesOrderAsync,
                },
                sends, new(exchange), go, look),
            Suppliers(PowerOfficeGoEntities.Suppliers),
            Suppliers(PowerOfficeGoEntities.SupplierPersons),
        ];

        EntitySink<Customer> Customers(Entity<Customer> entity) =>
            Sink(entity, go.CreateCustomerAsync, go.UpdateCustomerAsync, go.DeleteCustomerAsync);

        EntitySink<Supplier> Suppliers(Entity<Supplier> entity) =>
            Sink(entity, go.CreateSupplierAsync, go.UpdateSupplierAsync, go.DeleteSupplierAsync);

        EntitySink<T> Sink<T>(
            Entity<T> entity,
            Func<string, CancellationToken, Task<HttpResponseMessage>> create,
            Func<long, string, CancellationToken, Task<HttpResponseMessage>> update,
            Func<long, CancellationToken, Task<HttpResponseMessage>> delete)
            where T : class => new(
                entity, sends, create, (key, body, token) => update(RecordKey.Number(key), body, token),
                RecordKey.IsNumber)
            {
                Delete = (key, token) => delete(RecordKey.Number(key), token),
            };
    }

    public string System => PowerOfficeGoOptions.SystemName;

    public IReadOnlyList<ISink> Sinks { get; }
}
