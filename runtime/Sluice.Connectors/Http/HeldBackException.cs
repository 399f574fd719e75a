namespace Sluice.Connectors.Http;

/// <summary>The system asked us to stay away for longer than a call waits. Nothing was sent.</summary>
internal sealed class HeldBackException(DateTimeOffset until)
    : Exception($"No calls before {until:u}: the system asked for it.");
