namespace Sluice.Connectors.Http;

/// <summary>The right to make one call; disposed when its answer is there, or will not come.</summary>
internal sealed class Turn(Pacer pacer, bool isProbe) : IDisposable
{
    public void Dispose()
    {
        if (isProbe)
            pacer.Landed();
    }
}
