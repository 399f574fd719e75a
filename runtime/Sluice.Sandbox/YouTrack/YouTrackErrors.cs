using System.Text.Json.Nodes;
using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.YouTrack;

internal static class YouTrackErrors
{
    public static Reply Refuse(int status, string reason) => Refuse(
        status,
        status switch
        {
            400 => "bad_request",
            401 => "Unauthorized",
            403 => "Forbidden",
            404 => "Not Found",
            405 => "Method Not Allowed",
            429 => "Too Many Requests",
            _ => "server_error",
        },
        reason);

    /// <summary>What versions before 2026.1 say to a new user.</summary>
    public static Reply NoNewUsers() =>
        Refuse(400, "invalid_properties", "<no user> is not a valid user login.");

    /// <summary>What is wrong with a body or a query.</summary>
    public static Reply Invalid(Flaw flaw) => Refuse(400, "invalid_properties", flaw.Reason);

    public static Reply InvalidQuery(string reason) => Refuse(400, "invalid_query", reason);

    private static Reply Refuse(int status, string error, string reason) => Reply.Json(status, new JsonObject
    {
        ["error"] = error,
        ["error_description"] = reason,
        ["error_children"] = new JsonArray(),
    });
}
