namespace Sluice;

/// <summary>A record about to be created, or the names of what it still lacks.</summary>
public sealed class Draft
{
    private Draft(object? record, IReadOnlyList<string> missing) => (Record, Missing) = (record, missing);

    /// <summary>The new record, or null while it waits.</summary>
    public object? Record { get; }

    /// <summary>The properties that nothing supplies, by the names the system gives them.</summary>
    public IReadOnlyList<string> Missing { get; }

    /// <summary>Whether nothing is to be made, because the document's condition does not hold.</summary>
    public bool IsUnwanted { get; private init; }

    /// <summary>Nothing is to be made: the document's condition does not hold.</summary>
    public static Draft Unwanted { get; } = new(null, []) { IsUnwanted = true };

    /// <summary>A record that can be created.</summary>
    public static Draft Ready(object record) => new(record, []);

    /// <summary>A record that waits until something supplies the named properties.</summary>
    public static Draft Waits(params string[] missing) => new(null, missing);
}
