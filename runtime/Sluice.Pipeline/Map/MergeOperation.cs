namespace Sluice.Pipeline;

/// <summary>Bring the fields of a link in step.</summary>
/// <param name="Pairing">The pairing's name.</param>
/// <param name="Link">The link.</param>
/// <param name="Left">The left record as it was just read.</param>
/// <param name="Right">The right record as it was just read.</param>
/// <param name="Plan">What to do, field by field.</param>
/// <param name="Stops">What of it must not be done, field by field; null where nothing is in the way.</param>
internal sealed record MergeOperation(
    string Pairing, Link Link, Record Left, Record Right, MergePlan Plan, IReadOnlyList<OpenItem?> Stops)
    : Operation(Pairing)
{
    /// <summary>Earlier writes of ours whose outcome showed in what was read, with the bases that follow.</summary>
    public required SettledIntents Earlier { get; init; }

    /// <summary>
    /// What is open beside what is stopped: lists that lack what cannot be converted and are carried all the same, and
    /// edits that a listing showed and a read does not.
    /// </summary>
    public IReadOnlyList<OpenItem> Notes { get; init; } = [];

    /// <summary>What is asked about creates for either record, which this does not answer.</summary>
    public IReadOnlyList<OpenItem> Asked { get; init; } = [];

    /// <summary>Sides of which a listing showed something else, or nothing.</summary>
    public IReadOnlyList<Side> Unlisted { get; init; } = [];

    // What is stopped now may be set free by a setting later, and must then have been approved too.
    public override string Signature =>
        !Plan.Writes(Side.Left) && !Plan.Writes(Side.Right) ? "" : $"merge {Link.LeftKey} = {Link.RightKey}: "
        + string.Join("; ", Plan.Decisions.Select((decision, index) => decision.Action switch
        {
            FieldAction.WriteLeft => $"{index} left := {Plan.Right[index].ToStored()}",
            FieldAction.WriteRight => $"{index} right := {Plan.Left[index].ToStored()}",
            _ => "",
        }).Where(text => text.Length > 0));

    public override int Writes => new[] { Side.Left, Side.Right }.Count(side => Enumerable.Range(0, Stops.Count)
        .Any(i => Stops[i] is null && Plan.IsWritten(side, i)));

    public Record Record(Side side) => side == Side.Left ? Left : Right;
}
