namespace Sluice.Simulation;

/// <summary>By what the three pairings know who is who.</summary>
internal enum Matching
{
    /// <summary>All by the e-mail address.</summary>
    ByEmail,

    /// <summary>Acme's people and Beta's are known to each other by way of Gamma only.</summary>
    ByWayOfGamma,

    /// <summary>Acme's people and Gamma's are known to each other by their telephones.</summary>
    ByPhoneToo,
}
