namespace Sluice.Pipeline;

/// <summary>What the merge of one link wants to do.</summary>
/// <param name="Rules">How the fields are compared and merged.</param>
/// <param name="Left">What the left side shows, field by field.</param>
/// <param name="Right">What the right side shows, field by field.</param>
/// <param name="Decisions">What to do, field by field.</param>
internal sealed record MergePlan(
    IReadOnlyList<FieldRule> Rules, FieldValue[] Left, FieldValue[] Right, FieldDecision[] Decisions)
{
    /// <summary>Field by field the write of ours that what a side shows may hide; null where there is none.</summary>
    public IReadOnlyList<OwnWrite?> Hidden { get; init; } = [];

    /// <summary>What either side shows since they last agreed.</summary>
    public IReadOnlyList<FieldEdit> Edits { get; init; } = [];

    /// <summary>What both sides last agreed on.</summary>
    public IReadOnlyList<FieldBase> KnownBases { get; init; } = [];

    /// <summary>The edits that were known before.</summary>
    public IReadOnlyList<FieldEdit> KnownEdits { get; init; } = [];

    /// <summary>Our own writes to either record that may not show yet.</summary>
    public IReadOnlyList<OwnWrite> OwnWrites { get; init; } = [];

    /// <summary>Where the left side's values come from, field by field.</summary>
    public required Claim[] LeftClaims { get; init; }

    /// <summary>Where the right side's values come from, field by field.</summary>
    public required Claim[] RightClaims { get; init; }

    /// <summary>What was carried from or to either record.</summary>
    public (RecordMarks Left, RecordMarks Right) Marks { get; init; } = (RecordMarks.None, RecordMarks.None);

    public Claim Claim(Side side, int field) => (side == Side.Left ? LeftClaims : RightClaims)[field];

    public FieldValue[] Values(Side side) => side == Side.Left ? Left : Right;

    /// <summary>
    /// Whether both sides show what they last agreed on, and one of them does so again: something else was carried from
    /// it or to it in between. Of what a late write of ours sent, nobody knows here who put it there.
    /// </summary>
    public bool IsPutBack(int field) =>
        Decisions[field].Action == FieldAction.None && !Left[field].IsAbsent && !Right[field].IsAbsent
        && CanonicalForm.Same(Rules[field].Comparison, Left[field], Right[field])
        && (LeftClaims[field].Kind == ClaimKind.Fresh || RightClaims[field].Kind == ClaimKind.Fresh)
        && !IsLate(Side.Left, field) && !IsLate(Side.Right, field);

    public bool Writes(Side side) => Decisions.Any(decision => decision.Action == WriteTo(side));

    public bool IsWritten(Side side, int field) => Decisions[field].Action == WriteTo(side);

    public static FieldAction WriteTo(Side side) => side == Side.Left ? FieldAction.WriteLeft : FieldAction.WriteRight;

    private bool IsLate(Side side, int field) => (side == Side.Left ? Marks.Left : Marks.Right).Late.Any(late =>
        Rules[field].Field.Paths(side).Contains(late.Mark.Path)
        && CanonicalForm.Same(Rules[field].Comparison, late.Mark.Value, Values(side)[field]));
}
