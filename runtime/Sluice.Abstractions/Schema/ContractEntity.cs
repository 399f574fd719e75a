namespace Sluice;

/// <summary>An entity that a contract answers to.</summary>
/// <param name="System">The system's label, as the contract declares it.</param>
/// <param name="Name">The entity's name, as documents write it.</param>
/// <param name="Type">The full C# name of the contract.</param>
public sealed record ContractEntity(string System, string Name, string Type)
{
    /// <summary>Whether its API leaves nulls out of its answers (<see cref="OmitsNullsAttribute"/>).</summary>
    public bool OmitsNulls { get; init; }

    /// <summary>The entity that it is another view of (<see cref="SameRecordAsAttribute"/>).</summary>
    public EntityName? SameRecordAs { get; init; }

    /// <summary>The C# name of the member that holds the other view's key.</summary>
    public string? SameRecordKey { get; init; }
}
