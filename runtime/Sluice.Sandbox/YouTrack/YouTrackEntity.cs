using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.YouTrack;

/// <summary>
/// What the entities of YouTrack's own interface have in common: bare arrays, POST for create and partial update alike,
/// id and type unless more is asked for, unknown names dropped without a word.
/// </summary>
internal abstract class YouTrackEntity(YouTrackTables tables, FieldSet fields, Shape shape, PageLimits limits)
{
    private static readonly string[] Json = ["application/json"];
    private static readonly Projection YouTrack = new("$type", omitsNulls: false);

    protected YouTrackTables Tables => tables;

    /// <summary>A record with what it refers to in place of the references.</summary>
    protected abstract JsonObject View(Row row);

    protected Reply Page(Call call, IEnumerable<Row> rows)
    {
        if (!PageRequest.TryRead(call, "$skip", "$top", limits, out var page))
            return YouTrackErrors.Refuse(400, $"$skip must be 0 or more, $top from 1 to {limits.Accepted}.");
        if (!TrySelect(call, out var selection, out var refusal))
            return refusal;

        var shown = page.Of(rows).Select(row => YouTrack.Of(View(row), fields, selection));
        return Reply.Json(200, new JsonArray([.. shown])) with { Page = page.Number };
    }

    protected Reply Show(Call call, Row row) => TrySelect(call, out var selection, out var refusal)
        ? Reply.Json(200, YouTrack.Of(View(row), fields, selection))
        : refusal;

    protected static Reply NotFound(string id) => YouTrackErrors.Refuse(404, $"Entity with id {id} not found");

    /// <summary>Reads a body whose names and kinds are right, without its discriminator.</summary>
    protected bool TryReadBody(
        Call call, [NotNullWhen(true)] out JsonObject? body, [NotNullWhen(false)] out Reply? refusal)
    {
        refusal = null;
        if (!call.TryReadObject(Json, out body, out var problem))
            refusal = YouTrackErrors.Refuse(400, problem);
        else if (shape.Check(body) is { } flaw)
            refusal = YouTrackErrors.Invalid(flaw);
        else if (TrySelect(call, out _, out refusal))
        {
            body.Remove("$type");
            return true;
        }

        return false;
    }

    /// <summary>Puts a body into a record, where what that makes is in order.</summary>
    /// <param name="call">The call.</param>
    /// <param name="row">The record.</param>
    /// <param name="check">What is wrong with a record as it would be; null where nothing is.</param>
    protected Reply Update(Call call, Row row, Func<JsonObject, Row, Flaw?> check)
    {
        if (!TryReadBody(call, out var body, out var refusal))
            return refusal;

        var after = row.Body.DeepClone().AsObject();
        JsonMerge.Into(after, body);
        if (check(after, row) is { } flaw)
            return YouTrackErrors.Invalid(flaw);

        row.Body = after;
        return Show(call, row).Wrote(row.Id);
    }

    /// <summary>Why a record cannot be deleted: who inherits what it had is not said; null where it can.</summary>
    protected static Reply? CheckSuccessor(Call call, Row row, Table table, string what)
    {
        if (!call.Query.TryGetValue("successor", out var id))
            return YouTrackErrors.Refuse(400, $"Say with successor=ID who inherits what the deleted {what} had.");

        return table.Rows.All(other => other == row || other.Text("youTrackId") != id)
            ? YouTrackErrors.Refuse(400, $"The successor '{id}' is no other {what}.")
            : null;
    }

    /// <summary>A user by YouTrack's id, as other records show one.</summary>
    protected JsonObject? User(JsonNode? reference) =>
        tables.Users.Rows.FirstOrDefault(row => row.Text("youTrackId") == IdIn(reference)) is { } user
            ? YouTrackFields.OfUser(user)
            : null;

    protected static string? IdIn(JsonNode? reference) => reference?["id"]?.GetValue<string>();

    /// <summary>What is said to an id of another form than YouTrack's own, as Hub's is.</summary>
    protected static Flaw? CheckId(JsonNode? reference, string at) => IdIn(reference) switch
    {
        null => new(at, $"{at}.id is required."),
        var id when id.Split('-') is not [{ Length: > 0 }, { Length: > 0 }] =>
            new(at, "Invalid structure of entity id"),
        _ => null,
    };

    private static bool TrySelect(Call call, out Selection? selection, [NotNullWhen(false)] out Reply? refusal)
    {
        (selection, refusal) = (null, null);
        if (!call.Query.TryGetValue("fields", out var text))
            return true;
        if (!Selection.TryParse(text, out selection))
            refusal = YouTrackErrors.Refuse(400, $"The fields '{text}' cannot be read.");

        // A field that every project has, and no server gives out.
        else if (text.Split(',', '(', ')').Contains("startingNumber"))
            refusal = YouTrackErrors.Refuse(500, "Internal Server Error");

        return refusal is null;
    }
}
