using System.Collections.Concurrent;

namespace Sluice.Pipeline;

/// <summary>
/// Looks up the rules of fields: what is set for the field, else for all of its pairing, else for all.
/// </summary>
internal sealed class FieldRules(PipelineOptions options)
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<FieldRule>> _known = new(StringComparer.Ordinal);

    /// <summary>The rules of a pairing's fields, in the order of the descriptor.</summary>
    public IReadOnlyList<FieldRule> Of(PairingDescriptor pairing) =>
        _known.GetOrAdd(pairing.Name, _ => [.. pairing.Fields.Select(field => Make(pairing, field))]);

    /// <summary>The same for records at hand, which may say which country they are in.</summary>
    public IReadOnlyList<FieldRule> Of(PairingDescriptor pairing, Record? left, Record? right)
    {
        var rules = Of(pairing);
        return rules.Any(rule => Countries.AreNamed(rule.Field))
            ? [.. rules.Select(rule => rule with
            {
                Comparison = rule.Comparison with
                {
                    Region = Countries.Of(rule.Field, left, right) ?? rule.Comparison.Region,
                },
            })]
            : rules;
    }

    /// <summary>The same for one record.</summary>
    public IReadOnlyList<FieldRule> Of(PairingDescriptor pairing, Side side, Record record) =>
        side == Side.Left ? Of(pairing, record, null) : Of(pairing, null, record);

    private FieldRule Make(PairingDescriptor pairing, FieldDescriptor field)
    {
        FieldOptions?[] set = [options.Field(pairing.Name, field.Name), options.Field(pairing.Name, "*")];
        var region = First(set, one => one.Region) ?? field.Region ?? options.Region;
        var preferred = First(set, one => one.Prefer) ?? options.Preferred.GetValueOrDefault(pairing.Name);
        return new(
            field,
            options.Protections.Has(Protection.CanonicalCompare)
                ? field.Comparison with { Region = region }
                : new(Canonical.Exact),
            new(
                set.Select(Kind).FirstOrDefault(kind => kind is not null) ?? options.Conflict,
                preferred is null ? pairing.Source : SystemNames.SideOf(pairing, preferred) ?? pairing.Source),
            set.Select(one => one?.Blanks).FirstOrDefault(blanks => blanks is not null) ?? options.Blanks)
        {
            ClockSkew = options.ClockSkew,
        };
    }

    // Who names a system and nothing else means that it wins.
    private static ConflictKind? Kind(FieldOptions? set) =>
        set?.Conflict ?? (set?.Prefer is null ? null : ConflictKind.Prefer);

    private static string? First(FieldOptions?[] set, Func<FieldOptions, string?> what) =>
        set.OfType<FieldOptions>().Select(what).FirstOrDefault(value => value is not null);
}
