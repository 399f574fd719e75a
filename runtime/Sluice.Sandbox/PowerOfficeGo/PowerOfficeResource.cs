using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.PowerOfficeGo;

/// <summary>An entity at an address of its own, with the usual five routes.</summary>
/// <param name="entity">As error titles name it; its address is the same with an s.</param>
/// <param name="table">The records.</param>
/// <param name="tables">Where else to look.</param>
/// <param name="shape">What is taken in a body or a patch.</param>
/// <param name="cap">How many records a page has at most.</param>
/// <param name="created">The property of its creation's stamp, and the parameter that filters by it.</param>
/// <param name="filters">Further parameters of its list, each with the property that it is compared with.</param>
internal abstract class PowerOfficeResource(
    string entity,
    Table table,
    PowerOfficeTables tables,
    Shape shape,
    int cap,
    (string Property, string Parameter) created,
    params (string Parameter, string Property)[] filters)
    : PowerOfficeEntity(entity, table, tables, shape)
{
    private const string ChangedAfter = "lastChangedDateTimeOffsetGreaterThan";

    /// <summary>What a successful POST answers.</summary>
    protected virtual int Made => 201;

    public IEnumerable<Route> Routes(string root) =>
    [
        new("GET", $"{root}/{Entity}s",
            [.. PowerOfficePage.Query, created.Parameter, ChangedAfter, .. filters.Select(one => one.Parameter)], List),
        new("POST", $"{root}/{Entity}s", [], call => Create(call, () => Make(call.Now), Made)),
        new("GET", $"{root}/{Entity}s/{{}}", [], call => WithRow(call, row => Reply.Json(200, Show(row.Body)))),
        new("PATCH", $"{root}/{Entity}s/{{}}", [], call => WithRow(call, row => Update(call, row))),
        new("DELETE", $"{root}/{Entity}s/{{}}", [], call => WithRow(call, DeleteUnused)),
    ];

    protected abstract Row Make(DateTimeOffset now);

    /// <summary>Whether other records refer to one, which then cannot be deleted.</summary>
    protected virtual bool IsUsed(Row row) => false;

    /// <summary>Whether one of a table's records refers to a record by some property.</summary>
    protected static bool IsNamed(Table others, string property, Row row) =>
        others.Rows.Any(other => other.Body[property]?.ToJsonString() == row.Id);

    private Reply WithRow(Call call, Func<Row, Reply> answer) =>
        Table.TryFind(call.Captures[0], out var row) ? answer(row) : NotFound(call);

    private Reply List(Call call)
    {
        if (!TryReadAfter(call, created.Parameter, created.Property, out var isNew)
            || !TryReadAfter(call, ChangedAfter, "LastChangedDateTimeOffset", out var isChanged))
            return PowerOfficeErrors.Refuse(400, $"{created.Parameter} and {ChangedAfter} take a date with a time.");

        var rows = Table.Rows.Where(row =>
            isNew(row) && isChanged(row)
            && Array.TrueForAll(filters, one => IsListed(call, one.Parameter, row.Body[one.Property])));
        return PowerOfficePage.Of(call, [.. rows], cap, Shape);
    }

    private Reply DeleteUnused(Row row) => IsUsed(row)
        ? PowerOfficeErrors.Refuse(409, $"{Entity} {row.Id} is in use and cannot be deleted.")
        : Delete(row);
}
