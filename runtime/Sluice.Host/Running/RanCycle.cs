using Sluice.Host.Diffing;
using Sluice.Pipeline;

namespace Sluice.Host.Running;

/// <summary>What one cycle came to, and all that is printed of it.</summary>
/// <param name="Report">What it did.</param>
/// <param name="Changed">Pairings with other documents than they were approved with.</param>
/// <param name="KnowsKey">
/// Whether some record that it looked at has the key that it was confined to; also where it had none.
/// </param>
internal sealed record RanCycle(CycleReport Report, IReadOnlyList<ChangedPairing> Changed, bool KnowsKey);
