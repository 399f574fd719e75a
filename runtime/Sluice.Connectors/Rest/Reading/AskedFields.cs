using Sluice.Connectors.Rest.Settings;

namespace Sluice.Connectors.Rest.Reading;

/// <summary>The parameter that says which members a system answers with.</summary>
internal static class AskedFields
{
    /// <summary>
    /// None where a system answers with everything; else the members that the settings name, or those that documents
    /// do, with the key and the time stamp.
    /// </summary>
    public static IEnumerable<(string Name, string Value)> Of(EntityOptions options, IReadOnlyList<string> paths)
    {
        if (options.Fields.Parameter is not { } parameter)
            return [];

        IEnumerable<string> names = options.Fields.Names.Count > 0
            ? options.Fields.Names
            : options.Key.Append(options.Modified).OfType<string>().Concat(paths)
                .Select(path => path.Split('.')[0]).Distinct(StringComparer.Ordinal);
        return [(parameter, string.Join(',', names))];
    }
}
