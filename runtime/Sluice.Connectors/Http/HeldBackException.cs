using System.Globalization;

namespace Sluice.Connectors.Http;

/// <summary>No call may be made for longer than a call waits. Nothing was sent.</summary>
internal sealed class HeldBackException(DateTimeOffset until, string reason)
    : Exception(string.Create(CultureInfo.InvariantCulture, $"No calls before {until:u}: {reason}."));
