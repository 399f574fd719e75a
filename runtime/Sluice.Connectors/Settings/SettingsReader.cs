using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Sluice.Connectors;

/// <summary>Reads a section setting by setting, and notes what cannot be read instead of stopping at it.</summary>
/// <param name="section">The section.</param>
/// <param name="path">Where it stands, for messages.</param>
/// <param name="problems">Where problems are noted.</param>
internal sealed class SettingsReader(IConfiguration section, string path, ICollection<string> problems)
{
    private readonly SortedSet<string> _known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Where the section stands.</summary>
    public string Path => path;

    public void Text(string name, Action<string> set) => Take(name, "text", text => (true, text), set);

    public void Address(string name, Action<Uri> set) => Take(
        name,
        "a web address, as in https://example.com/api",
        text => (Uri.TryCreate(text, UriKind.Absolute, out var value), value!),
        set);

    public void Switch(string name, Action<bool> set) => Take(
        name, "true or false", text => (bool.TryParse(text, out var value), value), set);

    public void Whole(string name, Action<int> set) => Take(
        name,
        "a whole number",
        text => (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value), value),
        set);

    public void Number(string name, Action<double> set) => Take(
        name,
        "a number, as in 2.5",
        text => (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value), value),
        set);

    public void Duration(string name, Action<TimeSpan> set) => Take(
        name,
        "a time, as in 00:01:00",
        text => (TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var value), value),
        set);

    /// <summary>Notes every setting that nobody asked for: a misspelt one would silently do nothing.</summary>
    public void RefuseOthers()
    {
        foreach (var child in section.GetChildren())
            if (!_known.Contains(child.Key))
                problems.Add(
                    $"{path}:{child.Key} is no setting of this system. There are {string.Join(", ", _known)}.");
    }

    private void Take<T>(string name, string form, Func<string, (bool Read, T Value)> parse, Action<T> set)
    {
        _known.Add(name);
        if (section[name] is not { } text)
            return;

        var (read, value) = parse(text.Trim());
        if (read)
            set(value);
        else
            problems.Add($"{path}:{name} is '{text}'; give {form}.");
    }
}
