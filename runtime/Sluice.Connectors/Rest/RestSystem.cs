using Sluice.Connectors.Http;
using Sluice.Connectors.Rest.Routes;

namespace Sluice.Connectors.Rest;

/// <summary>One system that settings alone describe: its reads and writes share the pace and the way in.</summary>
/// <param name="options">The settings.</param>
/// <param name="time">The clock.</param>
/// <param name="client">Signs, and has the base address.</param>
internal sealed class RestSystem(RestOptions options, TimeProvider time, HttpClient client)
{
    public RestOptions Options => options;

    public Exchange Exchange { get; } = new(options, time);

    public RestCaller Caller { get; } = new(client);

    public Failures Failures { get; } = new(options);
}
