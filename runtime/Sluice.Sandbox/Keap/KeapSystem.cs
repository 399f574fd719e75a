using System.Text.Json.Nodes;
using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.Keap;

/// <summary>Keap's first REST version.</summary>
internal sealed class KeapSystem : VendorSystem
{
    private const string Root = "/crm/rest/v1";

    private readonly KeapTables _tables;

    // What a personal access token and a service account key are given, and what an application is.
    private readonly KeapQuota _ofKeys = new(30_000, 240, "10ps");
    private readonly KeapQuota _ofApplication = new(150_000, 1_500, spike: null);
    private readonly KeapTokens _tokens;
    private readonly RouteTable _signIn;
    private readonly RouteTable _routes;
    private readonly string _account;

    public KeapSystem(Population population, PageCap cap)
    {
        _tables = KeapRecords.From(population);
        _account = $"Sandbox {population.Random.Fork("keap account").Uuid()}";
        _tokens = new(population.Random.Fork("keap tokens"));
        var signIn = new KeapSignIn(_tokens);
        _signIn = new(KeapErrors.Refuse, StringComparer.Ordinal,
        [
            new(
                "GET", KeapSignIn.Path, ["client_id", "redirect_uri", "response_type", "scope", "state"],
                signIn.Answer),
            new("POST", KeapTokens.Path, [], _tokens.Give),
        ]);
        _routes = new(KeapErrors.Refuse, StringComparer.Ordinal,
        [
            .. new KeapContacts(_tables, new(1000, 1000, cap.People)).Routes(Root),
            .. new KeapCompanies(_tables, new(1000, 1000, cap.Organisations)).Routes(Root),
            .. new KeapProducts(_tables, new(1000, 1000, cap.Organisations)).Routes(Root),
            new("GET", $"{Root}/account/profile", [], _ => Profile()),
        ]);
    }

    public override string Name => "keap";

    public override IReadOnlyList<Table> Tables => [_tables.Contacts, _tables.Companies, _tables.Products];

    public override Reply Answer(Call call) =>
        IsSignIn(call) ? _signIn.Answer(call, call.Path) : QuotaOf(call).Counted(AnswerUncounted(call), call.Now);

    public override Reply Refuse(int status, string reason) => KeapErrors.Refuse(status, reason);

    /// <summary>The headers tell what is left; how long to stay away is not said.</summary>
    public override Reply Throttle(Call call, int seconds) =>
        QuotaOf(call).Spent(KeapErrors.Refuse(429, "Too many requests"), call.Now);

    public override Reply ThrottleForToday(Call call, int seconds) =>
        QuotaOf(call).SpentForToday(KeapErrors.Refuse(429, "Quota is used up"), call.Now);

    public override Reply RefuseToken(Call call) => IsSignIn(call)
        ? KeapTokens.InvalidRefreshToken
        : KeapErrors.Refuse(401, "Invalid access token");

    public override bool IsSignIn(Call call) => call.Path is KeapTokens.Path or KeapSignIn.Path;

    public override void Touch(Table table, Row row, IReadOnlyCollection<string> names, DateTimeOffset now)
    {
        if (table == _tables.Contacts)
            row.Body["last_updated"] = Stamp.Milliseconds(now);
    }

    private KeapQuota QuotaOf(Call call) =>
        call.Bearer is Credentials.Keap or Credentials.KeapPersonal ? _ofKeys : _ofApplication;

    private Reply AnswerUncounted(Call call)
    {
        if (call.Bearer is not (Credentials.Keap or Credentials.KeapPersonal) && !_tokens.IsGood(call))
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
