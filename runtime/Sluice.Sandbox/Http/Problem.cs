using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace Sluice.Sandboxes.Http;

/// <summary>Problem details of RFC 9457.</summary>
internal static class Problem
{
    public static Reply Of(int status, string reason, string? title = null) => Reply.Json(
        status,
        new JsonObject
        {
            ["type"] = $"https://httpstatuses.io/{status}",
            ["title"] = title ?? ReasonPhrases.GetReasonPhrase(status),
            ["status"] = status,
            ["detail"] = reason,
            ["instance"] = null,
        },
        "application/problem+json");
}
