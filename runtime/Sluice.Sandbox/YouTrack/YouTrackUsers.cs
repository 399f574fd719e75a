using System.Text.Json.Nodes;
using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.YouTrack;

/// <summary>Users as YouTrack itself serves them from 2026.1 on: the same records as Hub's.</summary>
/// <remarks>
/// That they are made, changed and deleted here is documented; what a new one needs, and what of it can be written, is
/// not. So all that a user is known by is demanded, and nothing else is taken.
/// </remarks>
internal sealed class YouTrackUsers(YouTrackTables tables, PageLimits limits)
    : YouTrackEntity(tables, YouTrackFields.User, YouTrackShapes.User, limits)
{
    private static readonly string[] Demanded = ["login", "fullName", "email"];

    public IEnumerable<Route> Routes(string root) =>
    [
        new("GET", $"{root}/users", ["fields", "$skip", "$top"], call => Page(call, Tables.Users.Rows)),
        new("POST", $"{root}/users", ["fields"], Create),
        new("GET", $"{root}/users/{{}}", ["fields"],
            call => WithRow(call, YouTrackFields.IsUser(Tables, call.Captures[0]), row => Show(call, row))),
        new("POST", $"{root}/users/{{}}", ["fields"], call => WithRow(call, IsId(call), row => Update(call, row))),
        new("DELETE", $"{root}/users/{{}}", ["successor"], call => WithRow(call, IsId(call), row => Delete(call, row))),
    ];

    /// <summary>The members of a group.</summary>
    public Reply OfGroup(Call call, Row group) =>
        Page(call, [.. Tables.Users.Rows.Where(user => YouTrackTables.IsMember(group, user))]);

    protected override JsonObject View(Row row) => YouTrackFields.OfUser(row);

    // What names a user by its login is documented for reading alone.
    private static Func<Row, bool> IsId(Call call) => row => row.Text("youTrackId") == call.Captures[0];

    private Reply WithRow(Call call, Func<Row, bool> isMeant, Func<Row, Reply> answer) =>
        Tables.Users.Rows.FirstOrDefault(isMeant) is { } row ? answer(row) : NotFound(call.Captures[0]);

    private Reply Create(Call call)
    {
        if (!TryReadBody(call, out var body, out var refusal))
            return refusal;
        if (Demanded.FirstOrDefault(name => string.IsNullOrWhiteSpace(body[name]?.GetValue<string>())) is { } missing)
            return YouTrackErrors.Invalid(new(missing, $"{missing} is required."));
        if (Check(body, null) is { } flaw)
            return YouTrackErrors.Invalid(flaw);

        var row = Tables.NewUser(body["login"]!.GetValue<string>(), call.Now);
        Put(row, body);
        return Show(call, Tables.Users.Add(row)).Wrote(row.Id);
    }

    private Reply Update(Call call, Row row)
    {
        if (row.Flag("guest"))
            return YouTrackErrors.Refuse(403, $"'{row.Text("name")}' is built in and cannot be changed.");
        if (!TryReadBody(call, out var body, out var refusal))
            return refusal;
        if (Check(body, row) is { } flaw)
            return YouTrackErrors.Invalid(flaw);

        Put(row, body);
        return Show(call, row).Wrote(row.Id);
    }

    private Reply Delete(Call call, Row row)
    {
        if (row.Flag("guest"))
            return YouTrackErrors.Refuse(403, $"'{row.Text("name")}' is built in and cannot be deleted.");
        if (CheckSuccessor(call, row, Tables.Users, "user") is { } refusal)
            return refusal;

        Tables.Users.Remove(row);
        foreach (var group in Tables.UserGroups.Rows)
            YouTrackTables.RemoveMember(group, row.Id);
        return new Reply(200).Wrote(row.Id);
    }

    private Flaw? Check(JsonObject body, Row? existing)
    {
        foreach (var name in new[] { "login", "fullName" })
            if (body.ContainsKey(name) && string.IsNullOrWhiteSpace(body[name]!.GetValue<string>()))
                return new(name, $"{name} must not be empty.");

        var login = body["login"]?.GetValue<string>();
        return Tables.Users.Rows.Any(row =>
            row != existing && string.Equals(row.Text("login"), login, StringComparison.OrdinalIgnoreCase))
            ? new("login", $"The login '{login}' is taken.")
            : null;
    }

    // An address that an administrator wrote counts as confirmed, as in Hub.
    private static void Put(Row row, JsonObject body)
    {
        if (body["login"] is { } login)
            row.Body["login"] = login.DeepClone();
        if (body["fullName"] is { } name)
            row.Body["name"] = name.DeepClone();
        if (body.ContainsKey("email"))
            row.Body["profile"]!["email"] = body["email"]?.GetValue<string>() is { Length: > 0 } email
                ? new JsonObject { ["verified"] = true, ["email"] = email }
                : null;
    }
}
