using Sluice.EndToEnd.Tests.World;

namespace Sluice.EndToEnd.Tests.Oracles;

/// <summary>Says what a cycle must come to for one pairing.</summary>
internal interface IPairingOracle
{
    string Name { get; }

    /// <summary>Foresees the next cycle from what is in the systems before it. To be asked once per cycle.</summary>
    Numbers Foresee(Dump before);
}
