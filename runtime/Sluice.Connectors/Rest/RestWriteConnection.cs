using Sluice.Connectors.Rest.Reading;

namespace Sluice.Connectors.Rest;

/// <summary>A system that settings alone describe, to write to.</summary>
internal sealed class RestWriteConnection(RestSystem system, IReadOnlyList<RestForm> forms) : IWriteConnection
{
    public string System => system.Options.System;

    public IReadOnlyList<ISink> Sinks { get; } =
    [
        .. RestEntities.Of(system.Options, forms).Where(one => one.Options.IsWritten)
            .Select(one => one.Form.Sink(system, one.Options)),
    ];
}
