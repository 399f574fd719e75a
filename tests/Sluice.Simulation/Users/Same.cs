namespace Sluice.Simulation;

/// <summary>When two values mean the same, written apart from the engine so that both can be wrong alone.</summary>
internal static class Same
{
    public static string? Of(string field, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
            return null;

        return field switch
        {
            "email" => value.Trim().ToLowerInvariant(),
            "phone" => string.Concat(value.Where(c => c == '+' || char.IsAsciiDigit(c))),
            _ => string.Join(' ', value.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
        };
    }
}
