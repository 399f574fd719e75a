using Sluice.Connectors.Entities;
using Sluice.Connectors.Http;

namespace Sluice.Simulation;

/// <summary>An entity whose system lists what changed, and says how many records there are.</summary>
internal sealed class SimulatedCounted<T>(
    SimulatedSource<T> source, Entity<T> entity, Reads reads, string table,
    Func<string, CancellationToken, Task<HttpResponseMessage>> get)
    : SimulatedDelta<T>(source, entity, reads, table, get), ICountedSource
    where T : class;
