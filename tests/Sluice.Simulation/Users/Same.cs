namespace Sluice.Simulation;

/// <summary>When two values mean the same, written apart from the engine so that both can be wrong alone.</summary>
internal static class Same
{
    /// <summary>Which team a key is about.</summary>
    public static string Team(string key) => key[2..key.IndexOf('-', StringComparison.Ordinal)];

    public static string? Of(string field, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
            return null;

        return field switch
        {
            "email" => value.Trim().ToLowerInvariant(),
            "team" => Team(value),
            "phone" => string.Concat(value.Where(c => c == '+' || char.IsAsciiDigit(c))),
            _ => string.Join(' ', value.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
        };
    }
}
