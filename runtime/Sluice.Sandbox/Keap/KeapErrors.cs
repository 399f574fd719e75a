using System.Text.Json.Nodes;
using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.Keap;

/// <summary>The gateway answers with a fault, the application behind it with a message.</summary>
internal static class KeapErrors
{
    public static Reply Refuse(int status, string reason) => status switch
    {
        401 => Fault(401, reason, "oauth.v2.InvalidAccessToken"),
        403 => Fault(403, reason, "steps.oauth.v2.InsufficientScope"),
        429 => Fault(429, reason, "policies.ratelimit.QuotaViolation"),
        _ => Reply.Json(status, new JsonObject { ["message"] = reason }),
    };

    public static Reply Refuse(Flaw flaw) => Refuse(400, flaw.Reason);

    private static Reply Fault(int status, string reason, string code) => Reply.Json(status, new JsonObject
    {
        ["fault"] = new JsonObject
        {
            ["faultstring"] = reason,
            ["detail"] = new JsonObject { ["errorcode"] = code },
        },
    });
}
