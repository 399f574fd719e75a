using Sluice.Connectors.Entities;

namespace Sluice.Connectors.PowerOfficeGo;

/// <summary>
/// PowerOffice Go's entities. Both names of customers list the same records, as do those of suppliers.
/// </summary>
internal static class PowerOfficeGoEntities
{
    // An address has a stamp of its own.
    private static readonly string[] Address = [nameof(Customer.MailAddress)];

    private static readonly EntityName AllCustomers = Named("Customers");
    private static readonly EntityName AllSuppliers = Named("Suppliers");

    public static Entity<ContactPerson> ContactPersons { get; } = new(
        Named("Contactperson"),
        PowerOfficeGoJson.Default.ContactPerson,
        KeyOf,
        "ContactId",
        "Id")
    {
        Modified = person => Later(person.LastChangedDateTimeOffset, person.MailAddress),
        Unstamped = Address,
    };

    public static Entity<Customer> Customers { get; } = CustomersAs(AllCustomers);

    /// <summary>A customer that stops being a person leaves the scope. It is neither gone nor deleted.</summary>
    public static Entity<Customer> Persons { get; } =
        CustomersAs(Named("Customers person"), customer => customer.IsPerson == true);

    public static Entity<Department> Departments { get; } = new(
        Named("Departments"), PowerOfficeGoJson.Default.Department, department => RecordKey.Of(department.Id), "Id")
    {
        Modified = department => department.LastChangedDateTimeOffset,
    };

    public static Entity<Employee> Employees { get; } = new(
        Named("Employees"), PowerOfficeGoJson.Default.Employee, employee => RecordKey.Of(employee.Id), "Id")
    {
        Modified = employee => Later(employee.LastChangedDateTimeOffset, employee.MailAddress),
        Unstamped = Address,
    };

    public static Entity<Product> Products { get; } = new(
        Named("Products"), PowerOfficeGoJson.Default.Product, product => RecordKey.Of(product.Id), "Id")
    {
        Modified = product => product.LastChangedDateTimeOffset,
    };

    public static Entity<SalesOrder> SalesOrders { get; } = new(
        Named("Salesorders"), PowerOfficeGoJson.Default.SalesOrder, order => order.Id, "Id")
    {
        Modified = order => order.LastChangedDateTimeOffset,
        Unlisted = [SalesOrderLines.Member],
    };

    public static Entity<Supplier> Suppliers { get; } = SuppliersAs(AllSuppliers);

    /// <summary>A supplier that stops being a person leaves the scope, as a customer does.</summary>
    public static Entity<Supplier> SupplierPersons { get; } =
        SuppliersAs(Named("Suppliers person"), supplier => supplier.IsPerson == true);

    private static EntityName Named(string entity) => new(PowerOfficeGoOptions.SystemName, entity);

    private static Entity<Customer> CustomersAs(EntityName name, Func<Customer, bool>? inScope = null) =>
        new(name, PowerOfficeGoJson.Default.Customer, customer => RecordKey.Of(customer.Id), "Id")
        {
            Physical = (AllCustomers, customer => RecordKey.Of(customer.Id)),
            InScope = inScope ?? (_ => true),
            Modified = customer => Later(customer.LastChangedDateTimeOffset, customer.MailAddress),
            Unstamped = Address,
        };

    private static Entity<Supplier> SuppliersAs(EntityName name, Func<Supplier, bool>? inScope = null) =>
        new(name, PowerOfficeGoJson.Default.Supplier, supplier => RecordKey.Of(supplier.Id), "Id")
        {
            Physical = (AllSuppliers, supplier => RecordKey.Of(supplier.Id)),
            InScope = inScope ?? (_ => true),
            Modified = supplier => Later(supplier.LastChangedDateTimeOffset, supplier.MailAddress),
            Unstamped = Address,
        };

    private static string? KeyOf(ContactPerson person) =>
        RecordKey.Of(person.ContactId) is { } parent && RecordKey.Of(person.Id) is { } child
            ? $"{parent}/{child}"
            : null;

    // The record's stamp stands still while its address changes, so that the later of the two covers all of it.
    private static DateTimeOffset? Later(DateTimeOffset? record, MailAddress? address) =>
        address?.LastChangedDateTimeOffset > record ? address.LastChangedDateTimeOffset : record;
}
