namespace Sluice;

/// <summary>One end of a pairing.</summary>
/// <param name="System">The system's name, as the contract declares it.</param>
/// <param name="Entity">The entity's name, as documents write it.</param>
/// <param name="Creation">Whether records are made on this side for counterparts on the other.</param>
public sealed record SideDescriptor(string System, string Entity, Creation Creation)
{
    /// <summary>Whether no contract answers to the entity: its records are <see cref="IOpenRecord"/>s.</summary>
    public bool IsOpen { get; init; }

    /// <summary>System and entity.</summary>
    public EntityName Name { get; } = new(System, Entity);

    /// <summary>The prose under which records are made here; null where there is none.</summary>
    public string? Condition { get; init; }

    /// <summary>
    /// The records of the other side's system one of which has to be connected, and to have a counterpart in this
    /// side's system, before a record is made here.
    /// </summary>
    public IReadOnlyList<ConnectionDescriptor> Connections { get; init; } = [];
}
