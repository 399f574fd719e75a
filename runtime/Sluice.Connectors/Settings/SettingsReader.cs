using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Sluice.Connectors;

/// <summary>Reads a section setting by setting, and notes what cannot be read instead of stopping at it.</summary>
/// <param name="section">The section.</param>
/// <param name="path">Where it stands, for messages.</param>
/// <param name="problems">Where problems are noted.</param>
/// <param name="fallback">Where a setting is looked for that the section does not give; null for nowhere.</param>
internal sealed class SettingsReader(
    IConfiguration section, string path, ICollection<string> problems, SettingsReader? fallback = null)
{
    private readonly SortedSet<string> _known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Where the section stands.</summary>
    public string Path => path;

    /// <summary>The names of what stands in the section, settings and sections.</summary>
    public IEnumerable<string> Names => section.GetChildren().Select(child => child.Key);

    /// <summary>A section inside.</summary>
    public SettingsReader Inside(string name)
    {
        Know(name);
        if (section[name] is { } text && !string.IsNullOrWhiteSpace(text))
            problems.Add($"{path}:{name} is '{text}'; it is a section, which holds settings.");

        return new(section.GetSection(name), $"{path}:{name}", problems, fallback?.Inside(name));
    }

    /// <summary>The same section, where what is not given is looked for elsewhere.</summary>
    public SettingsReader Else(SettingsReader elsewhere) => new(section, path, problems, elsewhere);

    /// <summary>Where a setting stands, here or where it was looked for else.</summary>
    public string PlaceOf(string name) =>
        section[name] is null && fallback?.Has(name) == true ? fallback.PlaceOf(name) : $"{path}:{name}";

    /// <summary>Whether a setting says something, here or where it is looked for else.</summary>
    public bool IsGiven(string name) =>
        section[name] is { } text ? !string.IsNullOrWhiteSpace(text) : fallback?.IsGiven(name) == true;

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

    /// <summary>One of the names of an enumeration, whatever their case.</summary>
    public void Choice<T>(string name, Action<T> set)
        where T : struct, Enum => Take(
            name,
            text => Slip.Of(text, Enum.GetNames<T>()) is { } meant
                ? $"did you mean {meant}? There are {string.Join(", ", Enum.GetNames<T>())}"
                : $"give one of {string.Join(", ", Enum.GetNames<T>())}",
            text => (
                Enum.GetNames<T>().Contains(text, StringComparer.OrdinalIgnoreCase)
                    & Enum.TryParse<T>(text, ignoreCase: true, out var value), value),
            set);

    /// <summary>Several texts: a list, or one text with commas.</summary>
    public void Texts(string name, Action<IReadOnlyList<string>> set)
    {
        var items = section.GetSection(name).GetChildren().Select(child => child.Value).ToList();
        if (items.Count == 0)
        {
            Text(name, text => set(
                text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)));
            return;
        }

        Know(name);
        if (items.TrueForAll(item => !string.IsNullOrWhiteSpace(item)))
            set([.. items.Select(item => item!.Trim())]);
        else
            problems.Add($"{path}:{name} holds something that is no text; give a list of names.");
    }

    /// <summary>Marks settings as known, whether or not they are read: others read them.</summary>
    public void Know(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            _known.Add(name);
        fallback?.Know(names);
    }

    /// <summary>Notes every setting that nobody asked for: a misspelt one would silently do nothing.</summary>
    public void RefuseOthers()
    {
        foreach (var child in section.GetChildren())
            if (!_known.Contains(child.Key))
                problems.Add(
                    $"{path}:{child.Key} is no setting of this system."
                    + (Slip.Of(child.Key, _known) is { } meant ? $" Did you mean {meant}?" : "")
                    + $" There are {string.Join(", ", _known)}.");
        fallback?.RefuseOthers();
    }

    private bool Has(string name) => section[name] is not null || fallback?.Has(name) == true;

    private void Take<T>(string name, string form, Func<string, (bool Read, T Value)> parse, Action<T> set) =>
        Take(name, _ => $"give {form}", parse, set);

    private void Take<T>(
        string name, Func<string, string> fix, Func<string, (bool Read, T Value)> parse, Action<T> set)
    {
        Know(name);
        if (section[name] is not { } text)
        {
            if (section.GetSection(name).GetChildren().Any())
                problems.Add($"{path}:{name} is a section; it is a setting: {fix(string.Empty)}.");
            else
                fallback?.Take(name, fix, parse, set);
            return;
        }

        var (read, value) = parse(text.Trim());
        if (read)
            set(value);
        else
            problems.Add($"{path}:{name} is '{text}'; {fix(text.Trim())}.");
    }
}
