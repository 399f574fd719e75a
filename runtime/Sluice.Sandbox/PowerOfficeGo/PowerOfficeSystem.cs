using System.Text.Json.Nodes;
using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.PowerOfficeGo;

/// <summary>PowerOffice Go, version 2, with its token server and the gateway before both.</summary>
internal sealed class PowerOfficeSystem : VendorSystem
{
    private const string Root = "/v2";

    private static readonly string[] Privileges =
        ["ContactPerson", "Customer", "Department", "Employee", "Product", "SalesOrder", "Supplier"];

    private readonly PowerOfficeTables _tables;
    private readonly PowerOfficeTokens _tokens;
    private readonly Dictionary<Table, PowerOfficeEntity> _entities;
    private readonly RouteTable _routes;
    private readonly string _client;

    public PowerOfficeSystem(Population population, PageCap cap)
    {
        _tables = PowerOfficeRecords.From(population);
        _tokens = new(population.Random.Fork("poweroffice tokens"));
        _client = population.Random.Fork("poweroffice account").Uuid();
        var customers = new Customers(_tables, cap.Organisations);
        var contactPersons = new ContactPersons(_tables, cap.People);
        var salesOrders = new SalesOrders(_tables, cap.Organisations);
        PowerOfficeResource[] others =
        [
            new Suppliers(_tables, cap.Organisations), new Employees(_tables, cap.Organisations),
            new Departments(_tables, cap.Organisations), new Products(_tables, cap.Organisations),
        ];
        _entities = new[] { (PowerOfficeEntity)customers, contactPersons, salesOrders }.Concat(others)
            .ToDictionary(entity => entity.Table);
        _routes = new(PowerOfficeErrors.Refuse, StringComparer.OrdinalIgnoreCase,
        [
            .. customers.Routes(Root),
            .. contactPersons.Routes(Root),
            .. others.SelectMany(entity => entity.Routes(Root)),
            .. salesOrders.Routes(Root),
            new("GET", $"{Root}/ClientIntegrationInformation", [], DescribeIntegration),
        ]);
    }

    public override string Name => "powerofficego";

    public override IReadOnlyList<Table> Tables =>
    [
        _tables.Customers, _tables.ContactPersons, _tables.Suppliers, _tables.Employees, _tables.Departments,
        _tables.Products, _tables.SalesOrders,
    ];

    public override Reply Answer(Call call)
    {
        if (IsSignIn(call))
            return call.Method == "POST" ? _tokens.Give(call) : Refuse(405, "Tokens are asked for with POST.");
        if (!PowerOfficeTokens.HasSubscription(call))
            return PowerOfficeTokens.NoSubscription;
        if (!_tokens.IsGood(call))
            return RefuseToken(call);

        return call.LacksRight() is { } entity
            ? Refuse(403, $"The integration lacks the privilege for {entity}.")
            : _routes.Answer(call, call.Path);
    }

    public override Reply Refuse(int status, string reason) => PowerOfficeErrors.Refuse(status, reason);

    public override Reply Throttle(Call call, int seconds) => PowerOfficeErrors.Throttle(seconds);

    /// <summary>The application says no without a word, the token server explains.</summary>
    public override Reply RefuseToken(Call call) =>
        IsSignIn(call)
            ? PowerOfficeTokens.Refused
            : new Reply(401).With("WWW-Authenticate", "Bearer error=\"invalid_token\"");

    public override void Touch(Table table, Row row, IReadOnlyCollection<string> names, DateTimeOffset now) =>
        _entities[table].Touch(row.Body, names, now);

    public override bool IsSignIn(Call call) => call.Path == PowerOfficeTokens.Path;

    private Reply DescribeIntegration(Call call)
    {
        var privileges = Privileges.ToLookup(
            name => call.MissingRights.Contains($"{name}s", StringComparer.OrdinalIgnoreCase));
        return Reply.Json(200, new JsonObject
        {
            ["ActiveClientSubscriptions"] = new JsonArray("Accounting"),
            ["ClientId"] = _client,
            ["ClientName"] = "Sandbox AS",
            ["ValidPrivileges"] = Names(privileges[false]),
            ["InvalidPrivileges"] = Names(privileges[true]),
        });
    }

    private static JsonArray Names(IEnumerable<string> privileges) =>
        new([.. privileges.SelectMany(name => new JsonNode[] { name, $"{name}_Full" })]);
}
