namespace Sluice;

/// <summary>Whether records of a side are made for counterparts that have none.</summary>
public enum Creation
{
    /// <summary>Never: only what is linked is kept in step.</summary>
    Never,

    /// <summary>Always: whatever finds no match gets a new counterpart here.</summary>
    Always,

    /// <summary>Where a condition holds that only prose states, and a hook decides.</summary>
    Conditional,

    /// <summary>Where a record that is connected with it by a reference has a counterpart in the system.</summary>
    Connected,
}
