using System.Globalization;
using System.Text;

namespace Sluice.Pipeline.Tests;

/// <summary>Writes the page of what <see cref="FieldMerge"/> decides, from what it decides.</summary>
internal static class TruthTable
{
    private static readonly (string Name, FieldValue Value)[] Values =
    [
        ("absent", FieldValue.Absent),
        ("null", FieldValue.Null),
        ("a@x.no", FieldValue.Of("a@x.no")),
        ("A@X.no", FieldValue.Of("A@X.no")),
        ("b@x.no", FieldValue.Of("b@x.no")),
        ("c@x.no", FieldValue.Of("c@x.no")),
    ];

    private static readonly (string Title, (FieldValue, FieldValue)? Base)[] Bases =
    [
        ("no base: the two never agreed", null),
        ("base: both showed null", (FieldValue.Null, FieldValue.Null)),
        ("base: both showed a@x.no", (FieldValue.Of("a@x.no"), FieldValue.Of("a@x.no"))),
        ("base: left showed a@x.no, right A@X.no", (FieldValue.Of("a@x.no"), FieldValue.Of("A@X.no"))),
        ("base: left showed a@x.no, right b@x.no", (FieldValue.Of("a@x.no"), FieldValue.Of("b@x.no"))),
    ];

    private const string Carried =
        """
        What this tool carries has a version, which its copies inherit, whichever pairing brings them; an edit that is
        seen later has a higher one. Where that tells which value is later, all pairings decide by it, and no policy is
        asked. What a person decided against, and no pairing carried from or to the record that shows it, gives way to
        any other value.

        """;

    private static (string Name, FieldValue Value)[] Shown => [Values[0], Values[1], Values[2], Values[4], Values[5]];

    public static string Page()
    {
        var page = new StringBuilder(Introduction);
        foreach (var (title, agreed) in Bases)
        {
            page.Append("\n## ").Append(char.ToUpperInvariant(title[0])).Append(title.AsSpan(1)).Append("\n\n");
            Row(page, ["left \\ right", .. Values.Select(value => value.Name)]);
            Row(page, [.. Values.Select(_ => "---").Prepend("---")]);
            foreach (var (name, left) in Values)
                Row(page, [name, .. Values.Select(right => Cell(agreed, left, right.Value))]);
        }

        page.Append("\n## While a system settles\n\n").Append(Settling).Append('\n');
        Row(page, ["left", .. Values.Select(value => value.Name)]);
        Row(page, [.. Values.Select(_ => "---").Prepend("---")]);
        Row(page, ["decision", .. Values.Select(left => Unsettled(left.Value))]);

        page.Append("\n## Where blanks are kept\n\n").Append(Blanks).Append('\n');
        Row(page, ["base", "left \\ right", .. Shown.Select(value => value.Name)]);
        Row(page, [.. Shown.Select(_ => "---").Prepend("---").Prepend("---")]);
        foreach (var (title, agreed) in Bases.Skip(1).Take(2))
            foreach (var (name, left) in Shown)
                Row(
                    page,
                    [
                        title[6..], name,
                        .. Shown.Select(right => Cell(agreed, left, right.Value, BlanksPolicy.Keep)),
                    ]);

        page.Append("\n## Where a person is asked\n\n").Append(Asked).Append('\n');
        Row(page, ["base", "left \\ right", .. Shown.Skip(1).Select(value => value.Name)]);
        Row(page, [.. Shown.Skip(1).Select(_ => "---").Prepend("---").Prepend("---")]);
        foreach (var (title, agreed) in Bases.Take(2))
            foreach (var (name, left) in Shown.Skip(1))
                Row(
                    page,
                    [
                        title.Split(": ")[1], name,
                        .. Shown.Skip(1).Select(right => Cell(agreed, left, right.Value, isAsked: true)),
                    ]);

        page.Append("\n## Conflicts\n\n").Append(Conflicts).Append('\n');
        Row(page, ["policy", "edits", "left is preferred", "right is preferred"]);
        Row(page, ["---", "---", "---", "---"]);
        foreach (var kind in Enum.GetValues<ConflictKind>())
            foreach (var (text, left, right) in Times())
                Row(
                    page,
                    [
                        kind.ToString(), text, Conflict(kind, Side.Left, left, right),
                        Conflict(kind, Side.Right, left, right),
                    ]);

        page.Append("\n## Values that were carried\n\n").Append(Carried).Append('\n');
        Row(page, ["left", "right", "left is preferred", "right is preferred", "Hold"]);
        Row(page, ["---", "---", "---", "---", "---"]);
        foreach (var (left, right) in Claims())
            Row(page, ClaimCells(left, right));

        return page.ToString();
    }

    private const string Introduction =
        """
        # What the merge of one field decides

        The field here is an e-mail address, so `a@x.no` and `A@X.no` are the same in canonical form. *Absent* means
        that the answer did not contain the property, which is unknown and not blank; *null* means that it was there and
        held nothing.

        | word | meaning |
        | --- | --- |
        | – | nothing is done |
        | base | both sides agree: what they show is remembered, nothing is written |
        | → | the right side gets the left side's value |
        | ← | the left side gets the right side's value |
        | review | a person decides; nothing is written |
        | wait | one side changed while the other's answer does not contain the field, or may not show it yet |
        | conflict | both were edited, differently: the policy of the last table decides |

        The merge is a pure function of what both sides show, what they showed when they last agreed, and the policies.
        `MergePlanner.Plan` decides a whole record, `FieldMerge.Decide` one field of it; neither reads anything, and
        neither throws. Their laws are held against millions of random cases by `FieldLaws` and `LinkLaws`: what was
        carried out leaves nothing to do; the order of fields and which side is left do not matter; what is the same in
        canonical form is never written; what is absent changes nothing; one edit reaches the other side, and two are
        decided by the policy; no value is written that neither side showed.

        This page is written by the test `Truth_table_is_the_page`. It fails where page and code differ; run it with
        `SLUICE_ACCEPT=1` to accept what the code does now.

        """;

    private const string Settling =
        """
        We wrote a@x.no to the right side, and it still shows what stood there before. Until it shows what was written,
        or its system's settle bound is over, nothing is decided on the field and nothing is written to the record: an
        edit that somebody made since is not shown either.

        """;

    private const string Blanks =
        """
        With the setting `Blanks` at `Keep`, a blank is never written over a value. The side that shows it is left as it
        is until the other side has a new value.

        """;

    private const string Asked =
        """
        While a person is asked which of two values is meant, a blank in the place of one is its clearing, or hides it:
        it differs from the other value as an edit does, also where the two never agreed or agreed on a blank, and where
        blanks are kept.

        """;

    private const string Conflicts =
        """
        An edit is known to have happened in a span: after the last observation with the old value, and not later than
        the first with the new one nor than the record's own stamp. `Latest` decides between spans that do not overlap;
        else the preferred side wins.

        """;

    private static string Cell(
        (FieldValue, FieldValue)? agreed, FieldValue left, FieldValue right, BlanksPolicy blanks = BlanksPolicy.Clear,
        bool isAsked = false)
    {
        var field = new FieldSituation(Canonical.Email, left, right, agreed, new(ConflictKind.Prefer, Side.Left))
        {
            Blanks = blanks,
            IsAsked = isAsked,
        };
        var decision = FieldMerge.Decide(field);
        var other = FieldMerge.Decide(field with { Policy = new(ConflictKind.Prefer, Side.Right) });
        return decision.Action == other.Action ? Word(decision.Action) : "conflict";
    }

    private static string Unsettled(FieldValue left) => Word(FieldMerge.Decide(new(
        Canonical.Email, left, FieldValue.Of("b@x.no"), (FieldValue.Of("a@x.no"), FieldValue.Of("a@x.no")),
        new(ConflictKind.Prefer, Side.Right))
    {
        RightSent = FieldValue.Of("a@x.no"),
    }).Action);

    private static string Conflict(ConflictKind kind, Side preferred, EditInterval? left, EditInterval? right) =>
        Word(FieldMerge.Decide(new FieldSituation(
            Canonical.Email, FieldValue.Of("b@x.no"), FieldValue.Of("c@x.no"),
            (FieldValue.Of("a@x.no"), FieldValue.Of("a@x.no")), new(kind, preferred))
        {
            LeftEdit = left,
            RightEdit = right,
        }).Action);

    private static IEnumerable<(Claim Left, Claim Right)> Claims()
    {
        Claim[] claims =
        [
            default, new(ClaimKind.Fresh, 2), new(ClaimKind.Fresh, 4), new(ClaimKind.Overruled, 2),
            new(ClaimKind.Copy, 2), new(ClaimKind.Copy, VersionClock.AfterLoss(2)), new(ClaimKind.Copy, 4),
        ];
        return from left in claims from right in claims select (left, right);
    }

    private static IEnumerable<string> ClaimCells(Claim left, Claim right)
    {
        yield return Name(left);
        yield return Name(right);
        foreach (var policy in new ConflictPolicy[]
        {
            new(ConflictKind.Prefer, Side.Left), new(ConflictKind.Prefer, Side.Right),
            new(ConflictKind.Hold, Side.Left),
        })
            yield return Word(FieldMerge.Decide(new FieldSituation(
                Canonical.Email, FieldValue.Of("b@x.no"), FieldValue.Of("c@x.no"),
                (FieldValue.Of("a@x.no"), FieldValue.Of("a@x.no")), policy)
            {
                LeftClaim = left,
                RightClaim = right,
            }).Action);

        static string Name(Claim claim) => claim.Kind switch
        {
            ClaimKind.None => "never carried",
            ClaimKind.Fresh => $"edited since {Number(claim)}",
            ClaimKind.Overruled => $"edited since {Number(claim)}, and lost",
            _ when VersionClock.BeforeLoss(claim.Version) < claim.Version =>
                $"lost, and carried as after {Number(claim)}",
            _ => $"carried as {Number(claim)}",
        };

        static string Number(Claim claim) =>
            (VersionClock.BeforeLoss(claim.Version) / 2).ToString(CultureInfo.InvariantCulture);
    }

    private static IEnumerable<(string Text, EditInterval? Left, EditInterval? Right)> Times()
    {
        yield return ("left 10:00–10:05, right 10:05–10:10", Span(0, 5), Span(5, 10));
        yield return ("left 10:05–10:10, right 10:00–10:05", Span(5, 10), Span(0, 5));
        yield return ("left 10:00–10:06, right 10:05–10:10", Span(0, 6), Span(5, 10));
        yield return ("left until 10:05, right until 10:10", Span(null, 5), Span(null, 10));
        yield return ("unknown", null, null);
    }

    private static EditInterval Span(int? after, int notLaterThan) =>
        new(after is { } minute ? At(minute) : null, At(notLaterThan));

    private static DateTimeOffset At(int minute) => new(2026, 3, 2, 10, minute, 0, TimeSpan.Zero);

    private static string Word(FieldAction action) => action switch
    {
        FieldAction.None => "–",
        FieldAction.MoveBase => "base",
        FieldAction.WriteLeft => "←",
        FieldAction.WriteRight => "→",
        FieldAction.Hold => "review",
        FieldAction.Await => "wait",
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "The page has no word for it."),
    };

    private static void Row(StringBuilder page, IEnumerable<string> cells) =>
        page.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", cells)} |\n");
}
