using System.Text.Json.Nodes;

namespace Sluice.Pipeline.Tests;

/// <summary>What can be made to go wrong.</summary>
internal sealed partial class FakeEntity
{
    /// <summary>How long after a change its listings still show what was before.</summary>
    public TimeSpan IndexLag { get; set; }

    /// <summary>The same of a record that is read by its key.</summary>
    public TimeSpan ReadLag { get; set; }

    /// <summary>Lists by its own stamps and by number, so that what is edited moves to the end.</summary>
    public bool ListsByStamp { get; set; }

    /// <summary>Answers 500 on the page of this number, once.</summary>
    public int? NextPageToFail { get; set; }

    /// <summary>Ends its next listing after this many pages without a word.</summary>
    public int? NextListingEndsAfter { get; set; }

    /// <summary>Shows this page again and again.</summary>
    public int? RepeatsPage { get; set; }

    public bool RightMissing { get; set; }

    /// <summary>Whether our account has no right to write, which a connector says of an answer of 403.</summary>
    public bool MayNotWrite { get; set; }

    /// <summary>Properties that answers leave out.</summary>
    public HashSet<string> Hidden { get; } = [];

    /// <summary>Properties that listings leave out, and reads show.</summary>
    public HashSet<string> Unlisted { get; } = [];

    /// <summary>Of which records they leave them out; by default of all.</summary>
    public Func<string, bool> IsHidden { get; set; } = _ => true;

    /// <summary>Records that cannot be read.</summary>
    public HashSet<string> Broken { get; } = [];

    /// <summary>Records of which it says why it does not answer when they are asked for by their key.</summary>
    public Dictionary<string, RemoteFailure> Unanswered { get; } = [];

    /// <summary>Whether what cannot be read shows no key either.</summary>
    public bool HidesBrokenKeys { get; set; }

    /// <summary>Properties that it refuses to change, with its reason.</summary>
    public Dictionary<string, string> Refused { get; } = [];

    public string? RefusesCreates { get; set; }

    /// <summary>Why it refuses to create a record of this body; null where it takes it.</summary>
    public Func<JsonObject, string?> RefusesToCreate { get; set; } = _ => null;

    public string? RefusesDeletes { get; set; }

    /// <summary>Why its interface has no delete; null where it has one.</summary>
    public string? NoDelete { get; set; }

    /// <summary>Answers every listing with nothing, and says that this is all.</summary>
    public bool ListsNothing { get; set; }

    /// <summary>Records that listings do not show and reads do not find, though they are there.</summary>
    public HashSet<string> Invisible { get; } = [];

    /// <summary>Records that listings show and reads do not find.</summary>
    public HashSet<string> HiddenByKey { get; } = [];

    /// <summary>Records that were merged into others.</summary>
    public Dictionary<string, string> Merged { get; } = [];

    /// <summary>
    /// Whether it answers for what was merged with what that is part of now, and remembers nothing else of it.
    /// </summary>
    public bool AnswersForMerged { get; set; }

    public bool NextAnswerIsLost { get; set; }

    /// <summary>The next write is applied this much later, and its answer is lost.</summary>
    public TimeSpan? NextCommitIsLate { get; set; }

    public bool NextIsNotDone { get; set; }

    /// <summary>What somebody does just before the next write lands.</summary>
    public Action? BeforeNextWrite { get; set; }

    /// <summary>What happens just before a record is asked for by its key.</summary>
    public Action? BeforeNextRead { get; set; }

    /// <summary>What it makes of a record that it stores.</summary>
    public Action<JsonObject>? Normalises { get; set; }

    /// <summary>What it makes of the answer to a write.</summary>
    public Action<JsonObject, JsonObject>? Answers { get; set; }

    /// <summary>Answers creates with this record, and makes none.</summary>
    public string? AnswersWith { get; set; }

    /// <summary>How answers spell a key.</summary>
    public Func<string, string> Spells { get; set; } = key => key;

    /// <summary>Whether a record is found by its key in whichever case.</summary>
    public bool IgnoresKeyCase { get; set; }

    /// <summary>Whether answers show keys that are numbers as numbers.</summary>
    public bool ShowsNumbers { get; set; }

    public Func<int, Task>? OnPage { get; set; }

    /// <summary>What happens once between the journal and the network.</summary>
    public Func<Task>? BeforeSending { get; set; }

    public Func<Task>? WhileSending { get; set; }
}
