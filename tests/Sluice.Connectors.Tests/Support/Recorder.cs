using System.Text;

namespace Sluice.Connectors.Tests.Support;

/// <summary>
/// Writes down what is asked and answered, as text in which no secret stands and which is the same in every run.
/// </summary>
/// <param name="secrets">What must not stand there, wherever it turns up.</param>
public sealed class Recorder(params IEnumerable<string> secrets)
{
    private readonly Lock _gate = new();
    private readonly StringBuilder _text = new();
    private readonly Scrubber _scrubber = new(secrets);

    /// <summary>All that was written down.</summary>
    public string Text
    {
        get
        {
            // What turned out to be a secret late may stand in what was said before.
            lock (_gate)
                return _scrubber.Clean(_text.ToString());
        }
    }

    /// <summary>The last handler before the network, for one client.</summary>
    public DelegatingHandler Handler() => new Listener(this);

    /// <summary>Begins a part of the text.</summary>
    public void Begin(string heading) => Write($"== {heading}\n\n");

    /// <summary>Forgets what was said so far, and not what is secret in it.</summary>
    public void Forget()
    {
        lock (_gate)
            _text.Clear();
    }

    private void Write(string text)
    {
        lock (_gate)
            _text.Append(text);
    }

    private sealed class Listener(Recorder recorder) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var asked = await recorder._scrubber.RenderAsync(request, cancellationToken);
            var response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            var answered = await recorder._scrubber.RenderAsync(response, cancellationToken);
            recorder.Write($"{asked}\n{answered}\n");
            return response;
        }
    }
}
