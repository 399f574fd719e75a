using Sluice.Connectors.Entities;
using Sluice.Connectors.Http;
using Sluice.Connectors.PowerOfficeGo.Rest;
using Sluice.Connectors.Writing;

namespace Sluice.Connectors.PowerOfficeGo;

/// <summary>PowerOffice Go, to write to.</summary>
internal sealed class PowerOfficeGoWriteConnection : IWriteConnection
{
    public PowerOfficeGoWriteConnection(
        Exchange<PowerOfficeGoOptions> exchange, IPowerOfficeGoWrites go, IPowerOfficeGoReads look, NamedPaths named)
    {
        var (sends, reads) = (new Sends(exchange), new Reads(exchange));
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
            Referencing(
                PowerOfficeGoEntities.Employees,
                Sink(
                    PowerOfficeGoEntities.Employees, go.CreateEmployeeAsync, go.UpdateEmployeeAsync,
                    go.DeleteEmployeeAsync),
                look.FindEmployeesAsync, PowerOfficeGoEntities.Employees.Name),
            Sink(
                PowerOfficeGoEntities.Products, go.CreateProductAsync, go.UpdateProductAsync, go.DeleteProductAsync),
            new SalesOrderSink(
                new(
                    PowerOfficeGoEntities.SalesOrders, sends, go.CreateSalesOrderAsync, go.UpdateSalesOrderAsync,
                    key => Guid.TryParseExact(key, "D", out _), SalesOrderLines.Refuse)
                {
                    Delete = go.DeleteSalesOrderAsync,
                },
                sends, reads, go, look),
            Suppliers(PowerOfficeGoEntities.Suppliers),
            Suppliers(PowerOfficeGoEntities.SupplierPersons),
        ];

        ISink Customers(Entity<Customer> entity) => Referencing(
            entity, Sink(entity, go.CreateCustomerAsync, go.UpdateCustomerAsync, go.DeleteCustomerAsync),
            look.FindCustomersAsync, PowerOfficeGoEntities.Customers.Name, PowerOfficeGoEntities.Persons.Name);

        ISink Suppliers(Entity<Supplier> entity) => Referencing(
            entity, Sink(entity, go.CreateSupplierAsync, go.UpdateSupplierAsync, go.DeleteSupplierAsync),
            look.FindSuppliersAsync, PowerOfficeGoEntities.Suppliers.Name, PowerOfficeGoEntities.SupplierPersons.Name);

        // What documents say of one name of a record holds for the record.
        ISink Referencing<T>(
            Entity<T> entity, EntitySink<T> sink, Func<string, CancellationToken, Task<HttpResponseMessage>> list,
            params EntityName[] names)
            where T : class => new ReferencingSink(
                sink, ImportReference<T>.Property,
                names.Any(name => named.Include(name, ImportReference<T>.Property)),
                new ImportReference<T>(entity, reads, list).FindAsync);

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
