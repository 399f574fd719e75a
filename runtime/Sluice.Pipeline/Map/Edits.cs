namespace Sluice.Pipeline;

/// <summary>Whether one record of a link was edited since both sides last agreed.</summary>
internal static class Edits
{
    /// <param name="pairing">The pairing.</param>
    /// <param name="side">The record's side.</param>
    /// <param name="record">The record as it was just read.</param>
    /// <param name="bases">What both sides showed when they last agreed.</param>
    /// <param name="rules">How the fields are compared.</param>
    /// <param name="exactly">Whether a field that the answer does not contain counts, too: it may hold an edit.</param>
    /// <returns>What was edited, in words; null where nothing was.</returns>
    public static string? Of(
        Pairing pairing, Side side, Record record, IReadOnlyList<FieldBase> bases, FieldRules rules, bool exactly)
    {
        var fields = pairing.Descriptor.Fields;
        var shown = FieldReader.Read(pairing, side, record);
        var compared = rules.Of(pairing.Descriptor, side, record);
        for (var i = 0; i < shown.Length; i++)
        {
            var (field, value) = (fields[i], shown[i]);
            var agreed = bases.FirstOrDefault(known =>
                known.Field == field.Name && known.Mapping == Mapping.Fingerprint(field));
            if (value.IsAbsent && exactly)
                return $"Its {field.Name} is not shown, so that an edit cannot be ruled out";
            if (agreed is null && !value.IsBlank)
                return $"Its {field.Name} is '{value}', on which both sides never agreed";
            if (agreed is not null && !value.IsAbsent
                && !CanonicalForm.Same(compared[i].Comparison, value, agreed[side]))
                return $"Its {field.Name} was edited since: it is '{value}' and was '{agreed[side]}'";
        }

        return null;
    }
}
