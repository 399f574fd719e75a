using System.Text.Json.Nodes;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.YouTrack;

internal static class YouTrackErrors
{
    public static Reply Refuse(int status, string reason) => Reply.Json(status, new JsonObject
    {
        ["error"] = status switch
        {
            400 => "bad_request",
            401 => "Unauthorized",
            403 => "Forbidden",
            404 => "Not Found",
            405 => "Method Not Allowed",
            429 => "Too Many Requests",
            _ => "server_error",
        },
        ["error_description"] = reason,
        ["error_children"] = new JsonArray(),
    });
}
