using System.Net;

namespace Sluice.Connectors.Tests.Support;

/// <summary>
/// A server that takes so many calls in any second and punishes whoever sends more: it answers nothing for a while,
/// and for twice as long when somebody asks who could have known.
/// </summary>
internal sealed class StrictServer(TimeProvider time, int perSecond, bool saysHowLong)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private readonly Queue<DateTimeOffset> _taken = new();
    private TimeSpan _penalty;
    private DateTimeOffset _closedUntil;

    public int Calls { get; private set; }

    public List<DateTimeOffset> Refusals { get; } = [];

    public async Task<HttpResponseMessage> AnswerAsync(CancellationToken token)
    {
        Calls++;
        await Task.Delay(TimeSpan.FromMilliseconds(20), time, token);
        var now = time.GetUtcNow();
        while (_taken.TryPeek(out var first) && first <= now - TimeSpan.FromSeconds(1))
            _taken.Dequeue();
        if (now >= _closedUntil && _taken.Count < perSecond)
        {
            _taken.Enqueue(now);
            return new(HttpStatusCode.OK) { Content = new StringContent("{}") };
        }

        var couldKnow = Refusals.Count > 0 && now - Refusals[^1] > TimeSpan.FromMilliseconds(50);
        _penalty = now >= _closedUntil ? TimeSpan.FromSeconds(2) : couldKnow ? _penalty * 2 : _penalty;
        _penalty = _penalty < Longest ? _penalty : Longest;
        _closedUntil = now + _penalty;
        Refusals.Add(now);
        var refusal = new HttpResponseMessage(HttpStatusCode.TooManyRequests) { Content = new StringContent("{}") };
        if (saysHowLong)
            refusal.Headers.RetryAfter = new(_penalty);
        return refusal;
    }
}
