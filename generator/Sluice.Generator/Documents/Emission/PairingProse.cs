using Sluice.Specification.Binding;
using Sluice.Specification.Documents;

namespace Sluice.Generator.Documents.Emission;

/// <summary>Says in a sentence or two what a pairing does, and nothing that it does not do.</summary>
internal static class PairingProse
{
    private static readonly string[] Numbers =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    /// <summary>The first line of the file.</summary>
    public static string Title(BoundPairing pairing)
    {
        var verbs = (pairing.Rules.Count > 0, Creates(pairing)) switch
        {
            (true, true) => "matches and creates",
            (true, false) => "matches",
            (false, true) => "links and creates",
            _ => "keeps links",
        };
        return $"{Name(pairing.Left)} ↔ {Name(pairing.Right)}"
            + (pairing.Fields.Count == 0 ? $" (an empty property table: {verbs}, copies nothing)" : "");
    }

    /// <summary>What the pairing is for.</summary>
    public static string Summary(BoundPairing pairing)
    {
        var summary = pairing.Fields.Count > 0
            ? $"Keeps linked records of {Xml.Text(Name(pairing.Left))} and {Xml.Text(Name(pairing.Right))} in step: "
                + $"{Rules(pairing)}, {Count(pairing.Fields.Count, "field")}{Ways(pairing)}."
            : Linking(pairing);
        return summary + (pairing.Fields.Count == 0 ? " No field is kept in step." : "");
    }

    /// <summary>What happens to records without a counterpart; null where the summary says it.</summary>
    public static string? Remarks(BoundPairing pairing) => (pairing.Left.Creation, pairing.Right.Creation) switch
    {
        (null, null) => "A record that finds no match is left alone on either side: the document creates nothing here.",
        ({ Kind: CreationKind.Always }, { Kind: CreationKind.Always }) =>
            "A record that finds no match gets a counterpart, on either side.",
        ({ } left, { } right) =>
            $"{Made(left, pairing.Right, pairing.Left)} {Made(right, pairing.Left, pairing.Right)}",
        ({ Kind: not CreationKind.Always } made, null) => Made(made, pairing.Right, pairing.Left),
        (null, { Kind: not CreationKind.Always } made) => Made(made, pairing.Left, pairing.Right),
        (not null, null) when pairing.Rules.Count > 0 || pairing.Fields.Count > 0 =>
            OneSided(pairing.Right, pairing.Left),
        (null, not null) when pairing.Rules.Count > 0 || pairing.Fields.Count > 0 =>
            OneSided(pairing.Left, pairing.Right),
        _ => null,
    };

    /// <summary>System and entity.</summary>
    public static string Name(BoundSide side) => $"{side.System} {side.Entity}";

    /// <summary>Whether records are created on either side.</summary>
    public static bool Creates(BoundPairing pairing) =>
        pairing.Left.Creation is not null || pairing.Right.Creation is not null;

    private static string Linking(BoundPairing pairing)
    {
        var left = Xml.Text(Name(pairing.Left));
        var right = Xml.Text(Name(pairing.Right));
        return (pairing.Left.Creation, pairing.Right.Creation, pairing.Rules.Count) switch
        {
            (null, null, 0) => $"Keeps links between records of {left} and {right} that a person made.",
            (null, null, _) => $"Links records of {left} and {right}: {Rules(pairing)}.",
            (not null, null, 0) => $"Gives every record of {right} one in {left}.",
            (null, not null, 0) => $"Gives every record of {left} one in {right}.",
            (not null, null, _) => $"Links every record of {right} to one in {left}, or creates it: {Rules(pairing)}.",
            (null, not null, _) => $"Links every record of {left} to one in {right}, or creates it: {Rules(pairing)}.",
            _ => $"Gives every record of {left} one in {right}, and the other way round: {Rules(pairing)}.",
        };
    }

    private static string Conditional(string condition, BoundSide from, BoundSide to) =>
        $"A record of {Xml.Text(Name(from))} without a match gets one in {Xml.Text(Name(to))} where "
            + $"this holds: {Xml.Text(condition)}.";

    private static string Made(BoundCreation creation, BoundSide from, BoundSide to) => creation switch
    {
        { Condition: { } condition } => Conditional(condition, from, to),
        { Kind: CreationKind.Conditional } =>
            $"A record of {Xml.Text(Name(from))} without a match gets one in {Xml.Text(Name(to))} where "
                + $"{Xml.Text(Connected(creation))} connected with it has a counterpart in {Xml.Text(to.System)}.",
        _ => $"A record of {Xml.Text(Name(from))} without a match gets one in {Xml.Text(Name(to))}.",
    };

    private static string Connected(BoundCreation creation) => creation.Connections.Count == 0
        ? "something unknown"
        : string.Join(" or ", creation.Connections.Select(one => $"a {one.Entity.System} {one.Entity.Entity}"));

    private static string OneSided(BoundSide from, BoundSide to) =>
        $"A record of {Xml.Text(Name(from))} that finds no match gets one in {Xml.Text(Name(to))}; the "
            + "other way round nothing is created.";

    private static string Rules(BoundPairing pairing) => Count(pairing.Rules.Count, "match rule");

    private static string Ways(BoundPairing pairing)
    {
        var twoWay = pairing.Fields.Count(field => field.IsTwoWay);
        return twoWay == pairing.Fields.Count ? (twoWay == 1 ? ", both ways" : ", all both ways")
            : twoWay == 0 ? ", one way"
            : $", {Numeral(twoWay)} of them both ways";
    }

    private static string Count(int count, string noun) => $"{Numeral(count)} {noun}{(count == 1 ? "" : "s")}";

    private static string Numeral(int count) =>
        count < Numbers.Length ? Numbers[count] : count.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
