namespace Sluice.Pipeline;

/// <summary>Plans the merge of one link from what both sides show now.</summary>
internal sealed class MergePlanner(PipelineOptions options)
{
    public MergePlan Plan(Pairing pairing, IReadOnlyList<FieldBase> bases, Record left, Record right, EditTimes times)
    {
        var fields = pairing.Descriptor.Fields;
        var leftValues = FieldReader.Read(pairing, Side.Left, left);
        var rightValues = FieldReader.Read(pairing, Side.Right, right);
        var policy = Policy(pairing.Descriptor);
        var decisions = new FieldDecision[fields.Count];

        for (var i = 0; i < decisions.Length; i++)
        {
            var agreed = bases.FirstOrDefault(known => known.Field == fields[i].Name);
            decisions[i] = FieldMerge.Decide(new(
                fields[i].Canonical, leftValues[i], rightValues[i],
                agreed is null ? null : (agreed.Left, agreed.Right), policy)
            {
                LeftEdit = times.Of(Side.Left, left),
                RightEdit = times.Of(Side.Right, right),
            });
        }

        return new(leftValues, rightValues, decisions);
    }

    private ConflictPolicy Policy(PairingDescriptor pairing) =>
        new(options.Conflict, options.Preferred.TryGetValue(pairing.Name, out var system) ? SideOf(pairing, system) : pairing.Source);

    private static Side SideOf(PairingDescriptor pairing, string system) =>
        string.Equals(pairing.Left.System, system, StringComparison.OrdinalIgnoreCase) ? Side.Left : Side.Right;
}
