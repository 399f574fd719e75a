using System.Text.Json.Serialization;

namespace Sluice.Generator.Tests.Contracts;

/// <summary>Everything that a contract can say about a person.</summary>
[Entity("Alpha", "Persons")]
[Entity("Alpha", "Members")]
public sealed record Person
{
    /// <summary>The key.</summary>
    [Key, ReadOnly, JsonPropertyName("id")] public string Id { get; init; } = "";

    /// <summary>The name.</summary>
    [RequiredOnCreate, Canonical(Canonical.Name), JsonPropertyName("name")] public string? Name { get; init; }

    /// <summary>The address, as an object.</summary>
    [JsonPropertyName("mail")] public PersonMail? Mail { get; init; }

    /// <summary>Another address.</summary>
    [Canonical(Canonical.Email), JsonPropertyName("backup")] public string? Backup { get; init; }

    /// <summary>What the system calls the person.</summary>
    [ReadOnly, JsonPropertyName("display_name")] public string? DisplayName { get; init; }

    /// <summary>The telephone.</summary>
    [Canonical(Canonical.Phone), JsonPropertyName("phone")] public string? Phone { get; init; }

    /// <summary>A code; a keyword in C#, and never null.</summary>
    [JsonPropertyName("class")] public string @class { get; init; } = "";

    /// <summary>How many.</summary>
    [JsonPropertyName("count")] public long? Count { get; init; }

    /// <summary>When.</summary>
    [ReadOnly, Modified, JsonPropertyName("changed")] public DateTimeOffset? Changed { get; init; }
}
