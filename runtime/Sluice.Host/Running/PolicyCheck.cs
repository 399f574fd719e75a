using Sluice.Pipeline;
using Sluice.Specification.Reading;

namespace Sluice.Host.Running;

/// <summary>Holds the policies of pairings and fields against the pairings there are.</summary>
internal static class PolicyCheck
{
    private const string EveryField = "*";

    /// <summary>What names nothing, each with the setting and what it may name.</summary>
    public static IEnumerable<string> Problems(PipelineOptions options, IReadOnlyList<PairingDescriptor> pairings)
    {
        foreach (var (name, system) in options.Preferred)
            if (Find(pairings, name) is { } pairing)
            {
                if (Unknown($"Pipeline:Preferred:{name}", system, pairing) is { } problem)
                    yield return problem;
            }
            else
                yield return UnknownPairing($"Pipeline:Preferred:{name}", name, pairings);

        foreach (var (name, fields) in options.Fields)
            if (Find(pairings, name) is { } pairing)
            {
                foreach (var problem in fields.SelectMany(field => Problems(pairing, name, field.Key, field.Value)))
                    yield return problem;
            }
            else
                yield return UnknownPairing($"Pipeline:Fields:{name}", name, pairings);

        if (Region("Pipeline:Region", options.Region) is { } wrong)
            yield return wrong;
    }

    private static IEnumerable<string> Problems(
        PairingDescriptor pairing, string name, string field, FieldOptions? set)
    {
        var setting = $"Pipeline:Fields:{name}:{field}";
        var known = pairing.Fields.Select(one => one.Name).ToList();
        if (field != EveryField && !known.Contains(field, StringComparer.OrdinalIgnoreCase))
            yield return $"{setting} names no field of {pairing.Name}; {Meant(field, [.. known, EveryField])}";
        if (set?.Prefer is { } system && Unknown($"{setting}:Prefer", system, pairing) is { } problem)
            yield return problem;
        if (Region($"{setting}:Region", set?.Region) is { } region)
            yield return region;
    }

    private static string? Unknown(string setting, string system, PairingDescriptor pairing) =>
        SystemNames.SideOf(pairing, system) is null
            ? $"{setting} is '{system}', which is no side of {pairing.Name}; "
                + $"{Meant(system, SystemNames.Of(pairing))}"
            : null;

    private static string? Region(string setting, string? region) =>
        region is null || PhoneRegion.Find(region) is not null
            ? null
            : $"{setting} is '{region}', whose telephone numbers are not known; give one of "
                + $"{string.Join(", ", PhoneRegion.Codes)}.";

    private static string UnknownPairing(
        string setting, string name, IReadOnlyList<PairingDescriptor> pairings) =>
        $"{setting} names no pairing; {Meant(name, [.. pairings.Select(pairing => pairing.Name)])}";

    private static string Meant(string written, IReadOnlyList<string> known) =>
        Nearest.Of(written, known) is { } nearest
            ? $"did you mean {nearest}?"
            : $"there {(known.Count == 1 ? "is" : "are")} {string.Join(", ", known)}.";

    private static PairingDescriptor? Find(IReadOnlyList<PairingDescriptor> pairings, string name) =>
        pairings.FirstOrDefault(pairing => string.Equals(pairing.Name, name, StringComparison.OrdinalIgnoreCase));
}
