using System.Text.Json.Nodes;
using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.YouTrack;

internal static class HubErrors
{
    public static Reply Refuse(int status, string reason) => Refuse(status, reason, null);

    public static Reply Refuse(Flaw flaw) => Refuse(400, flaw.Reason, flaw.At);

    private static Reply Refuse(int status, string reason, string? field) =>
        Reply.Json(status, Body(status, reason, field));

    private static JsonObject Body(int status, string reason, string? field) => JsonNulls.Without(new JsonObject
    {
        ["error"] = status switch
        {
            400 => "bad_request",
            401 => "unauthorized",
            403 => "forbidden",
            404 => "not_found",
            405 => "method_not_allowed",
            409 => "conflict",
            429 => "too_many_requests",
            _ => "server_error",
        },
        ["error_code"] = status,
        ["error_description"] = reason,
        ["error_developer_message"] = reason,
        ["error_uri"] = $"https://www.jetbrains.com/help/hub/hub-rest-api.html#{status}",
        ["error_field"] = field,
        ["error_params"] = new JsonArray(),
    });
}
