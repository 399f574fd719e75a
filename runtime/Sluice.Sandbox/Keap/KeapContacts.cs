using System.Text.Json.Nodes;
using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.Keap;

internal sealed class KeapContacts(KeapTables tables, PageLimits limits) : KeapEntity(
    tables.Contacts,
    ["job_title", "lead_source_id", "custom_fields"],
    limits)
{
    private static readonly Dictionary<string, Func<Row, string?>> Orders = new(StringComparer.Ordinal)
    {
        ["date_created"] = row => row.Text("date_created"),
        ["last_updated"] = row => row.Text("last_updated"),
        ["name"] = row => $"{row.Text("given_name")} {row.Text("family_name")}",
        ["firstName"] = row => row.Text("given_name"),
        ["email"] = row => Emails(row.Body).FirstOrDefault(),
    };

    public IEnumerable<Route> Routes(string root) =>
    [
        new("GET", $"{root}/contacts",
            ["email", "given_name", "family_name", "limit", "offset", "order", "order_direction", "since", "until",
                "optional_properties"], List),
        new("POST", $"{root}/contacts", [], Create),
        new("PUT", $"{root}/contacts", [], Upsert),
        new("GET", $"{root}/contacts/{{}}", ["optional_properties"], call => WithRow(call, row => Get(call, row))),
        new("PATCH", $"{root}/contacts/{{}}", ["update_mask"], call => WithRow(call, row => Update(call, row))),
        new("DELETE", $"{root}/contacts/{{}}", [], call => WithRow(call, Delete)),
    ];

    protected override JsonObject Show(Row row, IReadOnlyList<string> also)
    {
        var shown = base.Show(row, also);
        if (shown["company"]?["id"] is { } id && tables.Companies.TryFind(id.ToJsonString(), out var company))
            shown["company"]!["company_name"] = company.Text("company_name");

        return shown;
    }

    private static IEnumerable<string?> Emails(JsonObject body) =>
        (body["email_addresses"] as JsonArray ?? []).Select(item => item?["email"]?.GetValue<string>());

    private Reply List(Call call)
    {
        if (!TryReadInstant(call, "since", DateTimeOffset.MinValue, out var since)
            || !TryReadInstant(call, "until", DateTimeOffset.MaxValue, out var until))
            return KeapErrors.Refuse(
                400, "since and until take an instant with milliseconds, as in 2017-01-01T22:17:59.039Z.");

        var rows = Table.Rows.Where(row => IsAskedFor(row, call)).Where(row =>
            Stamp.TryParse(row.Text("last_updated")!, out var changed) && changed >= since && changed <= until);
        return TrySort(call, Orders, rows, out var sorted)
            ? Page(call, sorted)
            : KeapErrors.Refuse(400,
                $"order takes id, {string.Join(", ", Orders.Keys)}; order_direction takes ASCENDING or DESCENDING.");
    }

    private static bool IsAskedFor(Row row, Call call) =>
        (!call.Query.ContainsKey("email") || Emails(row.Body).Any(email => Agrees(email, call, "email")))
        && Agrees(row.Text("given_name"), call, "given_name")
        && Agrees(row.Text("family_name"), call, "family_name");

    private static bool TryReadInstant(Call call, string name, DateTimeOffset missing, out DateTimeOffset instant)
    {
        instant = missing;
        return !call.Query.TryGetValue(name, out var text) || (text.EndsWith('Z') && Stamp.TryParse(text, out instant));
    }

    private Reply Create(Call call) => TryReadBody(call, KeapShapes.Contact, out var body, out var refusal)
        ? Create(body, call.Now, 201)
        : refusal;

    private Reply Create(JsonObject body, DateTimeOffset now, int status)
    {
        if (KeapRules.Contact(body, tables.Companies) is { } flaw)
            return KeapErrors.Refuse(flaw);

        var row = tables.NewContact(now);
        body.Remove("opt_in_reason");
        JsonMerge.Into(row.Body, body);
        Table.Add(row);
        return Reply.Json(status, Show(row, [])).Wrote(row.Id);
    }

    // The vendor's document knows one success of it, whether something was made or met.
    private Reply Upsert(Call call)
    {
        if (!TryReadBody(call, KeapShapes.Upsert, out var body, out var refusal))
            return refusal;
        if (body["duplicate_option"]?.GetValue<string>() is not { } option)
            return KeapErrors.Refuse(400, "duplicate_option is required: Email or EmailAndName.");

        body.Remove("duplicate_option");
        return Table.Rows.FirstOrDefault(row => IsDuplicate(row, body, option)) is { } existing
            ? Update(existing, body, call.Now)
            : Create(body, call.Now, 200);
    }

    private static bool IsDuplicate(Row row, JsonObject body, string option) =>
        Emails(row.Body).Intersect(Emails(body), StringComparer.OrdinalIgnoreCase).Any()
        && (option == "Email"
            || (row.Text("given_name") == body["given_name"]?.GetValue<string>()
                && row.Text("family_name") == body["family_name"]?.GetValue<string>()));

    private Reply Update(Call call, Row row)
    {
        if (!TryReadBody(call, KeapShapes.Contact, out var body, out var refusal))
            return refusal;
        if (!call.Query.TryGetValue("update_mask", out var mask))
            return Update(row, body, call.Now);

        var names = mask.Split(',');
        if (names.FirstOrDefault(name => !body.ContainsKey(name)) is { } missing)
            return KeapErrors.Refuse(400, $"update_mask names '{missing}', which the body does not contain.");

        foreach (var name in body.Select(item => item.Key).Except(names).ToList())
            body.Remove(name);

        return Update(row, body, call.Now);
    }

    private Reply Update(Row row, JsonObject body, DateTimeOffset now)
    {
        var after = row.Body.DeepClone().AsObject();
        body.Remove("opt_in_reason");
        JsonMerge.Into(after, body);
        if (KeapRules.Contact(after, tables.Companies) is { } flaw)
            return KeapErrors.Refuse(flaw);

        after["last_updated"] = Stamp.Milliseconds(now);
        row.Body = after;
        return Reply.Json(200, Show(row, [])).Wrote(row.Id);
    }
}
