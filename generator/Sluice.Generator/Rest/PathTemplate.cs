using System.Text;
using System.Text.RegularExpressions;
using Sluice.Generator.Rest.Models;
using Sluice.Generator.Text;
using Sluice.Specification;

namespace Sluice.Generator.Rest;

/// <summary>A path with placeholders.</summary>
internal static class PathTemplate
{
    private static readonly Regex Placeholder = new(@"\{([^{}]*)\}", RegexOptions.CultureInvariant);
    private static readonly Regex Name = new(@"^[A-Za-z_][A-Za-z0-9_]*\z", RegexOptions.CultureInvariant);

    /// <summary>The names between braces, in order.</summary>
    public static IEnumerable<string> Names(string path) =>
        Placeholder.Matches(path).Cast<Match>().Select(match => match.Groups[1].Value);

    /// <summary>What is outside the subset, in words; null where nothing is.</summary>
    public static string? Problem(string path)
    {
        var rest = Placeholder.Replace(path, "");
        var tail = path.LastIndexOf('}');
        return path switch
        {
            "" => "The path is empty; write '/' at least",
            _ when path[0] != '/' => $"The path '{path}' must start with '/'",
            _ when path.StartsWith("//", StringComparison.Ordinal) =>
                $"The path '{path}' starts with '//', which would name another host",
            _ when path.IndexOfAny(['?', '#']) >= 0 =>
                $"The path '{path}' holds '?' or '#'; write query parameters as parameters of the method",
            _ when path.IndexOfAny(['\r', '\n']) >= 0 => "The path holds a line break",
            _ when path.Contains("**") => $"The path '{path}' holds '**', which is not supported",
            _ when rest.IndexOfAny(['{', '}']) >= 0 => $"The path '{path}' has a brace without its companion",
            _ when Names(path).FirstOrDefault(name => !Name.IsMatch(name)) is { } odd =>
                $"The placeholder '{{{odd}}}' is no name of letters, digits and underscores; use [AliasAs]",
            _ when Names(path).GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
                .FirstOrDefault(same => same.Count() > 1) is { } twice =>
                $"The placeholder '{{{twice.Key}}}' stands in the path twice; name the second one otherwise",
            _ when tail >= 0 && tail == path.Length - 2 =>
                $"The path '{path}' ends with a single character after its last placeholder, "
                    + "which Refit 9.0.2 drops; leave it out",
            _ => null,
        };
    }

    /// <summary>The path as C#: a literal, or an interpolated string with every value escaped.</summary>
    public static string ToCode(string path, EquatableArray<RestParameter> parameters)
    {
        if (!Names(path).Any())
            return Code.Literal(path);

        var code = new StringBuilder("$\"");
        var at = 0;
        foreach (Match match in Placeholder.Matches(path))
        {
            var parameter = parameters.First(one =>
                one.Role == RestRole.Path && Same(one.WireName, match.Groups[1].Value));
            code.Append(Inner(path.Substring(at, match.Index - at)));
            code.Append("{RestText.Segment(").Append(Code.Identifier(parameter.Name)).Append(")}");
            at = match.Index + match.Length;
        }

        return code.Append(Inner(path.Substring(at))).Append('"').ToString();
    }

    /// <summary>Whether a placeholder and a parameter are one.</summary>
    public static bool Same(string left, string right) =>
        string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static string Inner(string text)
    {
        var literal = Code.Literal(text);
        return literal.Substring(1, literal.Length - 2);
    }
}
