using System.Globalization;

namespace Sluice.Connectors.Http;

/// <summary>A write had to be sent before its turn came. Nothing was sent.</summary>
internal sealed class OverdueException(DateTimeOffset by)
    : Exception(string.Create(
        CultureInfo.InvariantCulture,
        $"It had to be sent by {by:u}, and its turn came later; it is sent in the next cycle if it is wanted then."));
