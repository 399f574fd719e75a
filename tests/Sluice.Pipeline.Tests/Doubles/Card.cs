namespace Sluice.Pipeline.Tests;

/// <summary>The contract of every entity of the fake systems.</summary>
internal sealed record Card
{
    public required string Id { get; init; }

    public string? Name { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    /// <summary>The key of another record of its system.</summary>
    public string? Parent { get; init; }

    public string? this[string path] => path switch
    {
        "name" => Name,
        "email" => Email,
        "phone" => Phone,
        "parent" => Parent,
        _ => null,
    };

    public Card With(string path, string? value) => path switch
    {
        "name" => this with { Name = value },
        "email" => this with { Email = value },
        "phone" => this with { Phone = value },
        "parent" => this with { Parent = value },
        _ => throw new ArgumentOutOfRangeException(nameof(path), path, "A card has no such property."),
    };
}
