namespace Sluice.Connectors.Http;

/// <summary>The exchange of one registered system: its reads and writes share the pace.</summary>
internal sealed class Exchange<TOptions>(TOptions options, TimeProvider time) : Exchange(options, time)
    where TOptions : SystemOptions
{
    public new TOptions Options => options;
}
