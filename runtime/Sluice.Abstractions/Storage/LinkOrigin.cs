namespace Sluice;

/// <summary>How a link came about.</summary>
public enum LinkOrigin
{
    /// <summary>A match rule agreed.</summary>
    Match,

    /// <summary>One record was created for the other.</summary>
    Created,

    /// <summary>Both already stood for one thing by way of other pairings.</summary>
    Lineage,

    /// <summary>A person said so.</summary>
    Person,
}
