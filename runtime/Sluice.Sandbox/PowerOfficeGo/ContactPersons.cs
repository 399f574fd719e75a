using System.Text.Json.Nodes;
using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.PowerOfficeGo;

/// <summary>
/// People at a customer or a supplier: their key is made of that contact's id and their own.
/// </summary>
internal sealed class ContactPersons(PowerOfficeTables tables, int cap)
    : PowerOfficeEntity("ContactPerson", tables.ContactPersons, tables, PowerOfficeShapes.ContactPerson)
{
    private const string CreatedAfter = "createdDateTimeOffsetGreaterThan";
    private const string ChangedAfter = "lastChangedDateTimeOffsetGreaterThan";

    public IEnumerable<Route> Routes(string root) =>
    [
        new("GET", $"{root}/ContactPersons",
            [.. PowerOfficePage.Query, "contactIds", "externalCodes", CreatedAfter, ChangedAfter], List),
        new("POST", $"{root}/ContactPersons/{{}}", [], Create),
        new("GET", $"{root}/ContactPersons/{{}}/{{}}", [],
            call => WithRow(call, row => Reply.Json(200, Show(row.Body)))),
        new("PATCH", $"{root}/ContactPersons/{{}}/{{}}", [], call => WithRow(call, row => Update(call, row))),
        new("DELETE", $"{root}/ContactPersons/{{}}/{{}}", [], call => WithRow(call, Delete)),
    ];

    protected override string? Check(JsonObject after, Row? existing)
    {
        if (IsBlank(after["FirstName"]) || IsBlank(after["LastName"]))
            return "A contact person needs FirstName and LastName.";

        var code = after["ExternalCode"]?.GetValue<string>();
        var holder = code is null
            ? null
            : Table.Rows.FirstOrDefault(row => row != existing && row.Text("ExternalCode") == code);
        return holder is null
            ? null
            : $"ExternalCode is already in use. '{code}' is used on (contact person) Id = {holder.Id}.";
    }

    private Reply WithRow(Call call, Func<Row, Reply> answer) =>
        Table.TryFind(call.Captures[1], out var row) && row.Body["ContactId"]!.ToJsonString() == call.Captures[0]
            ? answer(row)
            : NotFound(call);

    private Reply List(Call call)
    {
        if (!TryReadAfter(call, CreatedAfter, "CreatedDateTimeOffset", out var isNew)
            || !TryReadAfter(call, ChangedAfter, "LastChangedDateTimeOffset", out var isChanged))
            return PowerOfficeErrors.Refuse(400, $"{CreatedAfter} and {ChangedAfter} take a date with a time.");

        var rows = Table.Rows.Where(row =>
            isNew(row) && isChanged(row)
            && IsListed(call, "contactIds", row.Body["ContactId"])
            && IsListed(call, "externalCodes", row.Body["ExternalCode"]));
        return PowerOfficePage.Of(call, [.. rows], cap, PowerOfficeShapes.ContactPerson);
    }

    private Reply Create(Call call)
    {
        if (!Tables.Customers.TryFind(call.Captures[0], out var contact)
            && !Tables.Suppliers.TryFind(call.Captures[0], out contact))
            return NotFound(call);

        return contact.Flag("IsPerson")
            ? Invalid($"Contact {contact.Id} is a person; only companies have contact persons.")
            : Create(call, () => Tables.NewContactPerson(contact, call.Now));
    }
}
