namespace Sluice.Simulation;

/// <summary>A record that a system holds of somebody.</summary>
/// <param name="System">Where it is.</param>
/// <param name="Key">Its key.</param>
/// <param name="Row">What it shows to users.</param>
internal readonly record struct Held(SimulatedTable System, string Key, Row Row);
