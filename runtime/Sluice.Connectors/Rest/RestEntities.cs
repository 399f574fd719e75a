using Sluice.Connectors.Rest.Reading;
using Sluice.Connectors.Rest.Settings;

namespace Sluice.Connectors.Rest;

/// <summary>Joins the entities of the settings with those of the documents.</summary>
internal static class RestEntities
{
    /// <summary>Each entity of the settings, with what its records are to documents.</summary>
    public static IReadOnlyList<(EntityOptions Options, RestForm Form)> Of(
        RestOptions options, IReadOnlyList<RestForm> forms) =>
        [.. options.Entities.Select(entity => (entity, Find(entity.Name, forms) ?? Unnamed(options, entity)))];

    /// <summary>Entities of the settings that are told otherwise by a contract or by the documents.</summary>
    public static IEnumerable<string> Problems(RestOptions options, IReadOnlyList<RestForm> forms) =>
        Slips(options, forms).Concat(
            from entity in options.Entities
            let member = Find(entity.Name, forms)?.KeyMember
            where member is not null && !entity.Key.SequenceEqual([member])
            select $"{entity.Place}:{nameof(entity.Key)} is '{string.Join(", ", entity.Key)}'; the contract of "
                + $"{options.System} {entity.Name} has its key in '{member}'. Give that.");

    // Entities that no document names, though one names something very like it.
    private static IEnumerable<string> Slips(RestOptions options, IReadOnlyList<RestForm> forms)
    {
        var known = forms.Select(form => form.Name.Entity).ToList();
        foreach (var entity in options.Entities.Where(entity => Find(entity.Name, forms) is null))
            if (Slip.Of(entity.Name, known.Where(name => !options.Entities.Any(
                other => string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase)))) is { } meant)
                yield return $"{entity.Place}: no document names {options.System} {entity.Name}. Did you mean "
                    + $"{meant}?";
    }

    private static RestForm? Find(string name, IReadOnlyList<RestForm> forms) =>
        forms.FirstOrDefault(form => string.Equals(form.Name.Entity, name, StringComparison.OrdinalIgnoreCase));

    private static RestForm Unnamed(RestOptions options, EntityOptions entity) =>
        OpenForm.Of(new(new(options.System, entity.Name), [], node => new PlainRecord(node)));
}
