namespace Sluice.Simulation;

/// <summary>What a record holds.</summary>
/// <param name="Person">Who it is: what only the simulation knows.</param>
/// <param name="Name">The name.</param>
/// <param name="Email">The e-mail address.</param>
/// <param name="Phone">The telephone.</param>
/// <param name="Modified">When it was last changed, by the system's own clock.</param>
internal sealed record Row(int Person, string? Name, string? Email, string? Phone, DateTimeOffset Modified)
{
    public static IReadOnlyList<string> Fields { get; } = ["name", "email", "phone", "team"];

    /// <summary>The fields that say by their values whose record it is.</summary>
    public static IReadOnlyList<string> Own { get; } = ["name", "email", "phone"];

    /// <summary>The key of the team, in the same system.</summary>
    public string? Team { get; init; }

    /// <summary>What the client that made it knows it by; null where it gave nothing.</summary>
    public string? Reference { get; init; }

    /// <summary>A field that is not shown at all; null where all are.</summary>
    public string? LeftOut { get; init; }

    public string? this[string field] => field switch
    {
        "name" => Name,
        "email" => Email,
        "phone" => Phone,
        "team" => Team,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "There is no such field."),
    };

    public Row With(string field, string? value) => field switch
    {
        "name" => this with { Name = value },
        "email" => this with { Email = value },
        "phone" => this with { Phone = value },
        "team" => this with { Team = value },
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "There is no such field."),
    };
}
