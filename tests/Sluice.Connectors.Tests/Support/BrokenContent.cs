using System.Net;

namespace Sluice.Connectors.Tests.Support;

/// <summary>A body that begins and then breaks off.</summary>
public sealed class BrokenContent : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync("[{"u8.ToArray());
        throw new IOException("The connection was cut.");
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
