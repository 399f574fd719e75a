using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Sluice.Connectors.Entities;
using Sluice.Connectors.Http;
using Sluice.Connectors.Listing;
using Sluice.Connectors.PowerOfficeGo.Rest;
using Sluice.Connectors.Writing;

namespace Sluice.Connectors.PowerOfficeGo;

/// <summary>PowerOffice Go, to read from.</summary>
internal sealed class PowerOfficeGoConnection : IConnection, IWarns
{
    private const string ById = "Id asc";
    private const string Description = "the integration's description";

    private static readonly JsonSerializerOptions Writing =
        ContractAttributes.WithoutReadOnly(PowerOfficeGoJson.Default);

    private readonly PowerOfficeGoOptions _options;
    private readonly Reads _reads;
    private readonly IPowerOfficeGoReads _go;
    private readonly NamedPaths _named;

    public PowerOfficeGoConnection(
        Exchange<PowerOfficeGoOptions> exchange, IPowerOfficeGoReads go, NamedPaths named)
    {
        (_options, _go, _named) = (exchange.Options, go, named);
        _reads = new(exchange) { BeforeRefusal = NotePrivilegesAsync };
        Sources =
        [
            Changing(
                PowerOfficeGoEntities.ContactPersons, go.ListContactPersonsAsync, GetContactPersonAsync,
                person => person.LastChangedDateTimeOffset, RecordKey.IsPair),
            Customers(PowerOfficeGoEntities.Customers),
            Customers(PowerOfficeGoEntities.Persons),
            Changing(
                PowerOfficeGoEntities.Departments, go.ListDepartmentsAsync, go.GetDepartmentAsync,
                department => department.LastChangedDateTimeOffset),
            Changing(
                PowerOfficeGoEntities.Employees, go.ListEmployeesAsync, go.GetEmployeeAsync,
                employee => employee.LastChangedDateTimeOffset),
            Changing(
                PowerOfficeGoEntities.Products, go.ListProductsAsync, go.GetProductAsync,
                product => product.LastChangedDateTimeOffset),
            Changing(
                PowerOfficeGoEntities.SalesOrders, go.ListSalesOrdersAsync, go.GetSalesOrderAsync,
                order => order.LastChangedDateTimeOffset, IsUuid),
            Suppliers(PowerOfficeGoEntities.Suppliers),
            Suppliers(PowerOfficeGoEntities.SupplierPersons),
        ];
    }

    public string System => PowerOfficeGoOptions.SystemName;

    public IReadOnlyList<ISource> Sources { get; }

    public IReadOnlyList<IRequestBuilder> Requests { get; } =
    [
        Builder(PowerOfficeGoEntities.ContactPersons, NewContactPerson.Complete),
        Builder(PowerOfficeGoEntities.Customers),
        Builder(PowerOfficeGoEntities.Persons, (_, body) => body[nameof(Customer.IsPerson)] = true),
        Builder(PowerOfficeGoEntities.Departments, (_, body) => body.TryAdd(nameof(Department.IsActive), true)),
        Builder(PowerOfficeGoEntities.Employees),
        Builder(PowerOfficeGoEntities.Products),
        new EntityRequests<SalesOrder>(
            PowerOfficeGoEntities.SalesOrders, WritingOf<SalesOrder>(),
            new SalesOrderChanges(WritingOf<SalesOrder>(), WritingOf<SalesOrderLine>()),
            (_, body) => SalesOrderLines.Complete(body)),
        Builder(PowerOfficeGoEntities.Suppliers),
        Builder(PowerOfficeGoEntities.SupplierPersons, (_, body) => body[nameof(Supplier.IsPerson)] = true),
    ];

    public IReadOnlyList<Warning> Warnings => InvalidPrivileges.Warnings(_options.InvalidPrivileges);

    public async Task<Account> IdentifyAsync(CancellationToken token)
    {
        var failures = new Failures(_options);
        var answer = await _reads.AskAsync(Description, _go.GetIntegrationAsync, token);
        var body = new Slices(failures).Json(Description, answer);
        _options.InvalidPrivileges = InvalidPrivileges.Of(body);
        var name = Members.Text(body, "ClientName");

        // The fields are not documented: where there is no id, the client's name tells one from another.
        var id = Members.Text(body, "ClientId")
            ?? name
            ?? throw failures.Shape(Description, "a ClientId or ClientName was expected");
        return new(System, $"{_options.BaseAddress!.AbsoluteUri.TrimEnd('/')} {id}", name ?? id);
    }

    // A host runs for months, and the privileges that were told when it began may not be those that are missing now.
    private async Task NotePrivilegesAsync(CancellationToken token)
    {
        var answer = await _reads.TryAsync(Description, _go.GetIntegrationAsync, token);
        if (answer.IsSuccess && answer.Json() is { } body)
            _options.InvalidPrivileges = InvalidPrivileges.Of(body);
    }

    private Task<HttpResponseMessage> GetContactPersonAsync(string key, CancellationToken token)
    {
        var (contact, id) = RecordKey.Pair(key);
        return _go.GetContactPersonAsync(contact, id, token);
    }

    private ISource Customers(Entity<Customer> entity) => Changing(
        entity, _go.ListCustomersAsync, _go.GetCustomerAsync, customer => customer.LastChangedDateTimeOffset);

    private ISource Suppliers(Entity<Supplier> entity) => Changing(
        entity, _go.ListSuppliersAsync, _go.GetSupplierAsync, supplier => supplier.LastChangedDateTimeOffset);

    private ISource Changing<T>(
        Entity<T> entity,
        Func<int, int, string, string?, CancellationToken, Task<HttpResponseMessage>> list,
        Func<long, CancellationToken, Task<HttpResponseMessage>> get,
        Func<T, DateTimeOffset?> changedAt)
        where T : class => Changing(
            entity, list, (string key, CancellationToken token) => get(RecordKey.Number(key), token), changedAt,
            RecordKey.IsNumber);

    private ISource Changing<T>(
        Entity<T> entity,
        Func<int, int, string, string?, CancellationToken, Task<HttpResponseMessage>> list,
        Func<string, CancellationToken, Task<HttpResponseMessage>> get,
        Func<T, DateTimeOffset?> changedAt,
        Func<string, bool> isKey)
        where T : class
    {
        var size = _options.PageSize;
        return ChangingSource.Of(
            entity,
            _named,
            _reads,
            new()
            {
                List = (at, token) => list(at.Page, size, ById, null, token),
                Cut = PowerOfficeGoPages.Cut,
                Get = get,
                IsKey = isKey,
            },
            new()
            {
                List = (since, at, token) => list(at.Page, size, ById, PowerOfficeGoPages.Before(since), token),
                At = (at, token) => list(at.Page, 1, ById, null, token),
                ChangedAt = changedAt,
            });
    }

    private static bool IsUuid(string key) => Guid.TryParseExact(key, "D", out _);

    private static EntityRequests<T> Builder<T>(Entity<T> entity, Action<T, JsonObject>? complete = null)
        where T : class => new(entity, WritingOf<T>(), new JsonPatch(WritingOf<T>()), complete);

    private static JsonTypeInfo<T> WritingOf<T>()
        where T : class => (JsonTypeInfo<T>)Writing.GetTypeInfo(typeof(T));
}
