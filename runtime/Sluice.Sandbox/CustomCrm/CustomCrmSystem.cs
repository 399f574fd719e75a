using System.Text.Json.Nodes;
using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.CustomCrm;

/// <summary>
/// A CRM of somebody's own: bearer token, offset and limit, a total with every page, merging PATCH, problem details.
/// </summary>
internal sealed class CustomCrmSystem : VendorSystem
{
    private const string Root = "/api";

    private readonly Table _customers = new("customers");
    private readonly Table _contacts = new("contacts");
    private readonly RouteTable _routes;
    private readonly JsonObject _account;

    public CustomCrmSystem(Population population, PageCap cap)
    {
        var customers = new CrmEntity(
            _customers, CrmShapes.Customer, "Name", "C", new(100, 200, cap.Organisations), _ => null,
            row => _contacts.Rows.Any(contact => contact.Text("CustomerId") == row.Id));
        var contacts = new CrmEntity(
            _contacts, CrmShapes.Contact, "LastName", "P", new(100, 200, cap.People), CheckCustomer, _ => false);
        CrmRecords.AddCustomers(customers, _customers, population);
        CrmRecords.AddContacts(contacts, _contacts, _customers, population);
        _account =
            new JsonObject { ["Id"] = population.Random.Fork("crm account").Uuid(), [nameof(Name)] = "Sandbox CRM" };
        _routes = new(Refuse, StringComparer.Ordinal,
        [
            .. customers.Routes(Root),
            .. contacts.Routes(Root),
            new("GET", $"{Root}/me", [], _ => Reply.Json(200, _account)),
        ]);
    }

    public override string Name => "customcrm";

    public override IReadOnlyList<Table> Tables => [_customers, _contacts];

    public override Reply Answer(Call call)
    {
        if (call.Bearer != Credentials.CustomCrm)
            return RefuseToken(call);

        return call.LacksRight() is { } entity
            ? Refuse(403, $"The token has no right to {entity}.")
            : _routes.Answer(call, call.Path);
    }

    public override Reply Refuse(int status, string reason) => Problem.Of(status, reason);

    public override Reply RefuseToken(Call call) =>
        Problem.Of(401, "The token is missing or unknown.").With("WWW-Authenticate", "Bearer");

    public override void Touch(Table table, Row row, IReadOnlyCollection<string> names, DateTimeOffset now) =>
        row.Body["Modified"] = Stamp.Milliseconds(now);

    private Flaw? CheckCustomer(JsonObject contact) =>
        contact["CustomerId"]?.GetValue<string>() is { } id && !_customers.TryFind(id, out _)
            ? new("CustomerId", $"There is no customer {id}.")
            : null;
}
