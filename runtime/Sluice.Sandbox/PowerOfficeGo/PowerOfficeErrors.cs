using System.Text.Json.Nodes;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.PowerOfficeGo;

/// <summary>
/// Problem details from the application; other shapes from the gateway before it and from the token server.
/// </summary>
internal static class PowerOfficeErrors
{
    public static Reply Refuse(int status, string reason) =>
        status == 429 ? Throttle(1) : Problem.Of(status, reason);

    /// <summary>What the gateway says to whoever calls too often: the time stands in the text alone.</summary>
    public static Reply Throttle(int seconds) =>
        Gateway(429, $"Rate limit is exceeded. Try again in {seconds} seconds.");

    /// <summary>What is wrong with the values of an entity.</summary>
    public static Reply Invalid(string entity, string reason) =>
        Problem.Of(400, reason, $"{entity} validation error(s)");

    public static Reply Gateway(int status, string message) =>
        Reply.Json(status, new JsonObject { ["statusCode"] = $"{status}", ["message"] = message });

    public static Reply Token(string error, string reason) =>
        Reply.Json(400, new JsonObject { ["error"] = error, ["error_description"] = reason });
}
