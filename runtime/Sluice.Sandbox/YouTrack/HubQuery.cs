using Sluice.Sandboxes.Data;

namespace Sluice.Sandboxes.YouTrack;

/// <summary>
/// The part of Hub's query language that looks records up: <c>login: x</c>, <c>name: x</c>, <c>email: x</c>, joined by
/// <c>and</c>.
/// </summary>
internal static class HubQuery
{
    /// <summary>Whether a record is meant; null where the query says something else.</summary>
    public static Func<Row, bool>? Parse(string text)
    {
        var tests = new List<Func<Row, bool>>();
        foreach (var part in text.Split(" and ", StringSplitOptions.TrimEntries))
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0 || Reader(part[..colon].Trim()) is not { } read)
                return null;

            var wanted = part[(colon + 1)..].Trim().Trim('"', '{', '}');
            tests.Add(row => string.Equals(read(row), wanted, StringComparison.OrdinalIgnoreCase));
        }

        return row => tests.TrueForAll(test => test(row));
    }

    private static Func<Row, string?>? Reader(string name) => name switch
    {
        "login" or "name" or "key" => row => row.Text(name),
        "email" => row => row.Body["profile"]?["email"]?["email"]?.GetValue<string>(),
        _ => null,
    };
}
