using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Sluice.Host.SigningIn;

/// <summary>What a browser brings back from a sign-in.</summary>
internal sealed class Redirected
{
    /// <summary>The code, a secret; null where the person, or the system, said no.</summary>
    public string? Code { get; private init; }

    /// <summary>Why there is no code, in the system's words.</summary>
    public string Refusal { get; private init; } = "";

    /// <summary>Reads the query of an address.</summary>
    /// <param name="query">The query.</param>
    /// <param name="state">What the browser was given to bring back.</param>
    /// <returns>Null where it belongs to no sign-in, or to another one than this.</returns>
    public static Redirected? Read(string query, string state)
    {
        var parts = QueryHelpers.ParseQuery(query);
        if (!CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(parts.GetValueOrDefault("state").ToString()), Encoding.UTF8.GetBytes(state)))
            return null;

        if (parts.TryGetValue("error", out var error))
            return new()
            {
                Refusal = parts.TryGetValue("error_description", out var words) ? $"{error}: {words}" : $"{error}",
            };

        return parts.GetValueOrDefault("code").ToString() is { Length: > 0 } code ? new() { Code = code } : null;
    }
}
