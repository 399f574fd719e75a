using System.Globalization;
using System.Text.Json;

namespace Sluice.Simulation;

/// <summary>What happened in a run, as far as somebody will ask.</summary>
internal sealed class Diary(Loop loop, bool isKept)
{
    private readonly List<string> _lines = [];
    private readonly HashSet<string> _journalled = new(StringComparer.Ordinal);
    private readonly HashSet<(string Key, string Field, string? Value)> _tried = [];

    /// <summary>What happened, line by line; empty where nobody wanted it kept.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>Who is told what becomes of a sign-in; null where none changes.</summary>
    public SignInDesk? Desk { get; set; }

    /// <summary>Who looks after the engine; null where nobody does.</summary>
    public Operator? Operator { get; set; }

    /// <summary>Who answers what is asked about single records; null where nobody does.</summary>
    public Reviewer? Reviewer { get; set; }

    /// <summary>Who is told what becomes of runs that are asked for; null where nobody asks.</summary>
    public AskedRuns? AskedRuns { get; set; }

    public int Calls { get; private set; }

    /// <summary>
    /// Whether the engine ever tried to write a value, or nothing, to a field of a record, or died as it was about to.
    /// </summary>
    public bool HasTried(string key, string field, string? value) => _tried.Contains((key, field, value));

    public int Writes { get; private set; }

    /// <summary>The first write that was sent without a line in the journal.</summary>
    public string? Unjournalled { get; private set; }

    /// <summary>The first place where a secret showed.</summary>
    public string? Leak { get; private set; }

    public void Note(string text)
    {
        if (text.Contains(SimulatedOptions.Token, StringComparison.Ordinal))
            Leak ??= text;
        if (isKept)
            _lines.Add(string.Create(
                CultureInfo.InvariantCulture, $"{(loop.Now - DateTimeOffset.UnixEpoch).TotalSeconds,10:0.000} {text}"));
    }

    public void Sent(Life life, string system, Call call)
    {
        Calls++;
        if (!call.IsWrite)
            return;

        Writes++;
        Operator?.Sent(life, call);
        Tries(call.Key, call.Body);
        if (!_journalled.Contains($"{call.Key} {call.Body}"))
            Unjournalled ??= $"{call.Kind} {system} {call.Key} {call.Body}";
        Note($"engine {life.Number} sends {call.Kind} {system} {call.Key} {call.Body}");
    }

    public void Done(string system, Call call, int status, string body)
    {
        if (isKept && call.Kind is not ("list" or "newest"))
            Note($"{system} did {call.Kind} {call.Key}: {status} {body}");
    }

    public void Stored(Life life, string method, object?[]? args, object? result)
    {
        Desk?.Stored(args, result);
        Operator?.Stored(args);
        Reviewer?.Stored(args);
        AskedRuns?.Stored(life, method, args, result);
        if (args is [Intent intent])
        {
            _journalled.Add($"{intent.TargetKey} {intent.Body}");
            Tries(intent.TargetKey, intent.Body);
        }

        if (args is [OpenItem item, ..])
            Note($"engine {life.Number} opens {item.Kind} {item.Pairing} {item.Side} {item.Key}: {item.Reason}");
        else if (isKept && Tells(method))
            Note($"engine {life.Number} {method} {string.Join(", ", (args ?? []).Select(Text))} = {Text(result)}");
    }

    private void Tries(string? key, string body)
    {
        if (key is null || body.Length == 0)
            return;

        using var document = JsonDocument.Parse(body);
        foreach (var member in document.RootElement.EnumerateObject())
            _tried.Add((key, member.Name, member.Value.GetString()));
    }

    private static bool Tells(string method) => method is
        nameof(IStore.LinkAsync) or nameof(IStore.MergeAsync) or nameof(IStore.BeginIntentAsync)
        or nameof(IStore.EndIntentAsync) or nameof(IStore.SetLinkStateAsync) or nameof(IStore.BeginRunAsync)
        or nameof(IStore.GoLiveAsync);

    private static string Text(object? value) => value switch
    {
        DateTimeOffset => "",
        MergeCommit merge => $"{merge.Link} dirty {merge.Dirty} [{string.Join("; ", merge.Bases.Select(Text))}] "
            + $"settles {string.Join(",", merge.Settled)} "
            + $"[{string.Join("; ", merge.Open.Select(item => item.Reason))}] "
            + $"[{string.Join("; ", merge.History.Select(Text))}] {string.Join("; ", merge.Marks.Select(Text))}",
        NewLink link => $"{Text(link.Link)} dirty {link.Dirty} [{string.Join("; ", link.Bases.Select(Text))}] "
            + $"settles {link.Intent} {string.Join("; ", link.Marks.Select(Text))}",
        FieldBase agreed => $"{agreed.Field}: {agreed.Left} | {agreed.Right}",
        HistoryEntry entry => $"{entry.Written} {entry.Field}: {entry.Old} -> {entry.New} ({entry.Rule})",
        Mark mark => $"{mark.Record.Key}.{mark.Path} {(mark.IsCopy ? "copy" : "edit")} {mark.Version % 100_000_000}",
        Link link => $"{link.Id} {link.Pairing} {link.LeftKey}={link.RightKey} {link.State} {link.Origin}",
        Intent intent => $"{intent.Pairing} {intent.Side} {intent.OriginKey} {intent.TargetKey} {intent.Body}",
        _ => $"{value}",
    };
}
