using System.Text.Json.Nodes;
using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.PowerOfficeGo;

/// <summary>What all entities have in common.</summary>
/// <param name="entity">As error titles name it.</param>
/// <param name="table">The records.</param>
/// <param name="tables">Gives addresses their ids.</param>
/// <param name="shape">What is taken in a body or a patch.</param>
internal abstract class PowerOfficeEntity(string entity, Table table, PowerOfficeTables tables, Shape shape)
{
    private const string LastChanged = "LastChangedDateTimeOffset";
    private const string MailAddress = "MailAddress";

    protected static IReadOnlyList<string> Json { get; } = ["application/json"];

    protected static IReadOnlyList<string> Patches { get; } = ["application/json-patch+json"];

    public Table Table => table;

    protected PowerOfficeTables Tables => tables;

    protected string Entity => entity;

    protected Shape Shape => shape;

    /// <summary>As a record is shown: nulls are declared for everything but the address, which is left out.</summary>
    public static JsonObject Show(JsonObject body)
    {
        var shown = body.DeepClone().AsObject();
        if (shown[MailAddress] is null)
            shown.Remove(MailAddress);

        return shown;
    }

    /// <summary>
    /// Moves the stamps a write to these properties moves. An address has its own, and leaves the record's alone.
    /// </summary>
    public void Touch(JsonObject body, IReadOnlyCollection<string> names, DateTimeOffset now)
    {
        if (names.Contains(MailAddress) && body[MailAddress] is JsonObject address)
            tables.Stamped(address, now);
        if (names.Any(name => name != MailAddress))
            body[LastChanged] = Stamp.Ticks(now);
    }

    /// <summary>What is wrong with a record as it would be after the write; null where nothing is.</summary>
    protected abstract string? Check(JsonObject after, Row? existing);

    /// <summary>What is taken in the body of a new record; by default what is taken in a patch.</summary>
    protected Shape? New { get; init; }

    /// <summary>
    /// What may be named by a code or number in place of its id: both properties, where it is, and what of it is meant.
    /// </summary>
    protected virtual IReadOnlyList<(string Id, string Code, Table Others, string Property)> Codes => [];

    /// <summary>What the answer to a patch shows; by default all there is.</summary>
    protected virtual JsonObject Patched(JsonObject body) => Show(body);

    protected Reply Create(Call call, Func<Row> make, int status = 201)
    {
        if (!call.TryReadObject(Json, out var body, out var problem))
            return PowerOfficeErrors.Refuse(400, problem);
        if ((New ?? shape).Check(body) is { } flaw)
            return Invalid(flaw.Reason);

        var row = make();
        JsonMerge.Into(row.Body, body);
        if ((Resolve(row.Body, [.. body.Select(member => member.Key)]) ?? CheckAll(row.Body, null)) is { } reason)
            return Invalid(reason);

        Touch(row.Body, [MailAddress], call.Now);
        table.Add(row);
        return Reply.Json(status, Show(row.Body)).Wrote(row.Id);
    }

    protected Reply Update(Call call, Row row)
    {
        if (!call.TryRead(Patches, out var node, out var problem))
            return PowerOfficeErrors.Refuse(400, problem);
        if (node is not JsonArray patch)
            return PowerOfficeErrors.Refuse(400, "A patch is a list of operations.");

        var after = row.Body;
        if (JsonPatch.Apply(ref after, patch, shape, out var touched) is { } flaw)
            return Invalid(flaw.Reason);
        if ((Resolve(after, touched) ?? CheckAll(after, row)) is { } reason)
            return Invalid(reason);

        Touch(after, touched, call.Now);
        row.Body = after;
        return Reply.Json(200, Patched(after)).Wrote(row.Id);
    }

    protected Reply Delete(Row row)
    {
        table.Remove(row);
        return new Reply(200).Wrote(row.Id);
    }

    /// <summary>Exclusive, as the vendor says; false where the instant cannot be read.</summary>
    protected static bool TryReadAfter(Call call, string name, string property, out Func<Row, bool> isAfter)
    {
        isAfter = _ => true;
        if (!call.Query.TryGetValue(name, out var text))
            return true;
        if (!Stamp.TryParse(text, out var limit))
            return false;

        isAfter = row => Stamp.TryParse(row.Text(property)!, out var stamp) && stamp > limit;
        return true;
    }

    protected static bool IsListed(Call call, string name, JsonNode? value) =>
        !call.Query.TryGetValue(name, out var text)
        || text.Split(',', StringSplitOptions.TrimEntries).Contains(value?.ToString(), StringComparer.Ordinal);

    protected static Reply NotFound(Call call) => PowerOfficeErrors.Refuse(404, $"There is nothing at {call.Path}.");

    protected Reply Invalid(string reason) => PowerOfficeErrors.Invalid(entity, reason);

    // Where both were sent the id counts, and shows its own code.
    private string? Resolve(JsonObject after, IReadOnlyCollection<string> sent)
    {
        foreach (var (id, code, others, property) in Codes)
        {
            if (!sent.Contains(code) || sent.Contains(id))
                continue;

            var meant = after[code]?.ToJsonString();
            var found = others.Rows.FirstOrDefault(row => row.Body[property]?.ToJsonString() == meant);
            if (meant is not null && found is null)
                return $"{code} {meant} does not exist.";

            after[id] = meant is null ? null : found!.Body["Id"]!.DeepClone();
        }

        return null;
    }

    private string? CheckAll(JsonObject after, Row? existing)
    {
        if (after[MailAddress] is JsonObject address && (IsBlank(address["City"]) || IsBlank(address["ZipCode"])))
            return "MailAddress needs City and ZipCode.";

        // Records from before the check keep what they have; only what is written must be right.
        var email = after["EmailAddress"]?.GetValue<string>();
        return email is not null && email != existing?.Text("EmailAddress") && !IsEmail(email)
            ? $"EmailAddress '{email}' is not a valid e-mail address."
            : Check(after, existing);
    }

    /// <summary>
    /// A company needs a name, a person both names; null where they are there. A person's name is made of both.
    /// </summary>
    protected static string? CheckName(JsonObject after, string what)
    {
        if (after["IsPerson"]?.GetValue<bool>() != true)
            return IsBlank(after["Name"]) ? $"A {what} that is a company needs a Name." : null;
        if (IsBlank(after["FirstName"]) || IsBlank(after["LastName"]))
            return $"A {what} that is a person needs FirstName and LastName.";

        after["Name"] = $"{after["FirstName"]} {after["LastName"]}";
        return null;
    }

    /// <summary>A reference of the client's own names one record of its class only.</summary>
    protected string? CheckReference(JsonObject after, Row? existing)
    {
        var reference = after["ExternalImportReference"]?.GetValue<string>();
        var holder = reference is null
            ? null
            : Table.Rows.FirstOrDefault(row => row != existing && row.Text("ExternalImportReference") == reference);
        return holder is null
            ? null
            : $"ExternalImportReference is already in use. '{reference}' is used on (contact) Id = {holder.Id}.";
    }

    /// <summary>
    /// What an id refers to must be there, and shows itself beside the id; null where that is so, or no id is given.
    /// </summary>
    protected static string? CheckLink(JsonObject after, string id, Table others, string property, string shownAs)
    {
        var given = after[id]?.ToJsonString();
        if (given is null)
        {
            after[shownAs] = null;
            return null;
        }

        if (!others.TryFind(given, out var other))
            return $"{id} {given} does not exist.";

        after[shownAs] = other.Body[property]?.DeepClone();
        return null;
    }

    protected static bool IsBlank(JsonNode? text) => string.IsNullOrWhiteSpace(text?.GetValue<string>());

    private static bool IsEmail(string text) =>
        !text.Any(char.IsWhiteSpace)
        && text.Split('@') is [{ Length: > 0 }, { Length: > 2 } domain]
        && domain.IndexOf('.', StringComparison.Ordinal) > 0
        && !domain.EndsWith('.');
}
