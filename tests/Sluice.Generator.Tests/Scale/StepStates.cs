using System.Diagnostics.Tracing;
using System.Globalization;
using System.Text;

namespace Sluice.Generator.Tests.Scale;

/// <summary>
/// What the steps of one run did, a letter an item in the order of the files: A for added, M for modified, R for
/// removed, C for what is kept.
/// </summary>
/// <remarks>
/// Told by the driver's events and not by its own record of steps. To collect that record the driver goes every way
/// that leads from an output to an input, and each index of all documents on the way takes their number of ways more:
/// there are three, so a thousand documents would take as long as a billion.
/// </remarks>
internal sealed class StepStates : EventListener
{
    private const string Compiler = "Microsoft-CodeAnalysis-General";

    private readonly int _thread = Environment.CurrentManagedThreadId;
    private readonly Dictionary<string, string> _states = new(StringComparer.Ordinal);

    private StepStates()
    {
    }

    /// <summary>The states of a step's items.</summary>
    public string this[string step] => _states.TryGetValue(step, out var states)
        ? states
        : throw new ArgumentException($"The driver did not tell of a step '{step}'.", nameof(step));

    /// <summary>Listens while something runs on this thread.</summary>
    public static StepStates Of(Action run)
    {
        var states = new StepStates();
        using (states)
            run();

        return states;
    }

    /// <summary>A step's states, each run of alike ones as its letter and its length: <c>C499 M C500</c>.</summary>
    public string Short(string step)
    {
        var (states, text) = (this[step], new StringBuilder());
        for (var (from, to) = (0, 0); from < states.Length; from = to)
        {
            while (to < states.Length && states[to] == states[from])
                to++;

            text.Append(text.Length > 0 ? " " : "").Append(states[from]);
            if (to > from + 1)
                text.Append(CultureInfo.InvariantCulture, $"{to - from}");
        }

        return text.ToString();
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == Compiler)
            EnableEvents(eventSource, EventLevel.Verbose, EventKeywords.All);
    }

    // Other tests run at the same time, on other threads.
    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventName != "NodeTransform" || Environment.CurrentManagedThreadId != _thread)
            return;

        string Text(string name) => (string)eventData.Payload![eventData.PayloadNames!.IndexOf(name)]!;
        // A step that had nothing to do keeps its items without telling of them again.
        var states = Text("newTableContent") is { Length: > 0 } now ? now : Text("previousTableContent");
        _states[Text("name")] = states.Replace(",", "", StringComparison.Ordinal);
    }
}
