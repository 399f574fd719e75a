using System.Net;
using System.Text;

namespace Sluice.Connectors.Tests.Support;

/// <summary>Answers in a system's place, and remembers what it was asked.</summary>
public sealed class ScriptedHandler(Func<HttpRequestMessage, int, HttpResponseMessage> answer) : HttpMessageHandler
{
    private readonly Lock _gate = new();
    private readonly List<Uri> _asked = [];

    public IReadOnlyList<Uri> Asked
    {
        get
        {
            lock (_gate)
                return [.. _asked];
        }
    }

    /// <summary>The requests' headers as a test wants to see them; set before the first request.</summary>
    public Action<HttpRequestMessage>? Seen { get; init; }

    public static HttpResponseMessage Json(string body, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        int number;
        lock (_gate)
        {
            _asked.Add(request.RequestUri!);
            number = _asked.Count;
        }

        Seen?.Invoke(request);
        return Task.FromResult(answer(request, number));
    }
}
