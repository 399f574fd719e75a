namespace Sluice.Stores.Sqlite;

/// <summary>What a process wants of a store.</summary>
public enum StoreAccess
{
    /// <summary>To run: it owns the store, and everybody else may look only.</summary>
    Own,

    /// <summary>To look, to leave decisions in the inbox, and to ask for runs. Works while an owner is alive.</summary>
    Look,

    /// <summary>
    /// To try what would come of it: a copy in memory of the store as it is, brought up to this program's schema.
    /// Nothing of it reaches the file, except for a plan that is left there. Works while an owner is alive.
    /// </summary>
    Copy,
}
