using System.Globalization;
using Sluice.Specification.Documents;
using Sluice.Specification.Problems;
using Sluice.Specification.Schemas;

namespace Sluice.Specification.Binding;

/// <summary>Binds what a path's value depends on.</summary>
internal sealed class DependencyBinder(PathBinder paths)
{
    /// <summary>
    /// The path with its dependencies, each once; null after reporting what is wrong. A row whose dependency cannot be
    /// read is left out, which was reported already: nothing is copied on a condition that nobody knows.
    /// </summary>
    public BoundPath? Bind(BoundPath? path, End end, EquatableArray<Dependency> dependencies, ResolvedFlow flow)
    {
        if (path is null)
            return null;

        var bound = new List<BoundDependency>();
        foreach (var dependency in dependencies)
        {
            if (dependency.Value.Length == 0 || dependency.Path.Length == 0
                || paths.Bind(end, new(dependency.Path, dependency.Span), flow) is not { } at)
                return null;

            if (Held(dependency.Value, at) is not { } held)
            {
                flow.Report(
                    Rules.DependencyUnreadable, dependency.Span,
                    $"'{dependency.Path}' is {Noun(at)} and never holds '{dependency.Value}', so this row never copies "
                    + $"anything. Write {Noun(at)}.");
                return null;
            }

            var one = new BoundDependency(held, at.Members);
            if (bound.Contains(one))
                continue;

            if (bound.Exists(other => other.JsonPath == one.JsonPath))
            {
                flow.Report(
                    Rules.DependencyUnreadable, dependency.Span,
                    $"'{dependency.Path}' cannot hold two values at once, so this row never copies anything. Keep one "
                    + "of the dependencies.");
                return null;
            }

            if (IsInList(one) && !path.IsBeside(one))
            {
                flow.Report(
                    Rules.NotSupportedYet, dependency.Span,
                    $"'{one.JsonPath}' is in a list that '{path.JsonPath}' is not in, so no element of it can be "
                    + "meant. Name a property beside the value, or of the record itself.");
                return null;
            }

            bound.Add(one);
        }

        return path with { DependsOn = bound.ToEquatableArray() };

        // As the member's value is written, which is how it is compared.
        static string? Held(string value, BoundPath at) => at.ValueType.Kind switch
        {
            ValueKind.Guid => Guid.TryParse(value, out var guid) ? guid.ToString("D") : null,
            ValueKind.Boolean => bool.TryParse(value, out var truth) ? truth ? "true" : "false" : null,
            ValueKind.Integer => long.TryParse(
                value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? number.ToString(CultureInfo.InvariantCulture)
                : null,
            _ => value,
        };

        static string Noun(BoundPath at) => at.ValueType.Kind switch
        {
            ValueKind.Guid => "a GUID",
            ValueKind.Boolean => "true or false",
            _ => "a whole number",
        };

        static bool IsInList(BoundDependency one) =>
            one.Members.Any(member => member.Type.Kind == ValueKind.List);
    }
}
