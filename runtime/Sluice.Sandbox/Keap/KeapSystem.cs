using System.Text.Json.Nodes;
using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.Keap;

/// <summary>Keap's first REST version.</summary>
internal sealed class KeapSystem : VendorSystem
{
    private const string Root = "/crm/rest/v1";

    private readonly KeapTables _tables;
    private readonly KeapQuota _quota = new();
    private readonly RouteTable _routes;
    private readonly string _account;

    public KeapSystem(Population population, PageCap cap)
    {
        _tables = KeapRecords.From(population);
        _account = $"Sandbox {population.Random.Fork("keap account").Uuid()}";
        _routes = new(KeapErrors.Refuse, StringComparer.Ordinal,
        [
            .. new KeapContacts(_tables, new(1000, 1000, cap.People)).Routes(Root),
            .. new KeapCompanies(_tables, new(1000, 1000, cap.Organisations)).Routes(Root),
            new("GET", $"{Root}/account/profile", [], _ => Profile()),
        ]);
    }

    public override string Name => "keap";

    public override IReadOnlyList<Table> Tables => [_tables.Contacts, _tables.Companies];

    public override Reply Answer(Call call) => _quota.Counted(AnswerUncounted(call), call.Now);

    public override Reply Refuse(int status, string reason) => KeapErrors.Refuse(status, reason);

    public override Reply RefuseToken(Call call) => KeapErrors.Refuse(401, "Invalid access token");

    public override void Touch(Table table, Row row, IReadOnlyCollection<string> names, DateTimeOffset now)
    {
        if (table == _tables.Contacts)
            row.Body["last_updated"] = Stamp.Milliseconds(now);
    }

    private Reply AnswerUncounted(Call call)
    {
        if (call.Bearer != Credentials.Keap)
            return RefuseToken(call);

        return call.LacksRight() is { } entity
            ? KeapErrors.Refuse(403, $"The user has no access to {entity}")
            : _routes.Answer(call, call.Path);
    }

    private Reply Profile() => Reply.Json(200, new JsonObject
    {
        ["name"] = _account,
        ["email"] = "post@sandbox.example",
        ["time_zone"] = "Europe/Oslo",
        ["website"] = "https://sandbox.example",
        ["currency_code"] = "NOK",
        ["language_tag"] = "nb-NO",
    });
}
