namespace Sluice.Sandboxes.YouTrack;

/// <summary>What can be asked of one kind of object.</summary>
/// <param name="type">Its discriminator.</param>
/// <param name="defaults">What is given where nothing is asked for.</param>
/// <param name="plain">Members that are given whole.</param>
/// <param name="nested">Members that are objects or lists of them. Functions, because users have groups that have
/// users.</param>
internal sealed class FieldSet(
    string type, string[] defaults, string[] plain, params (string Name, Func<FieldSet> Set)[] nested)
{
    public string Type => type;

    public IReadOnlyList<string> Defaults => defaults;

    public bool Knows(string name) => plain.Contains(name) || nested.Any(member => member.Name == name);

    public FieldSet? Below(string name) => nested.FirstOrDefault(member => member.Name == name).Set?.Invoke();

    /// <summary>The first name that is asked for and not known; null where there is none.</summary>
    public string? FirstUnknown(Selection selection)
    {
        foreach (var (name, inner) in selection.Items)
        {
            if (!Knows(name))
                return name;
            if (inner is null)
                continue;

            var unknown = Below(name) is { } below ? below.FirstUnknown(inner) : inner.Items[0].Name;
            if (unknown is not null)
                return $"{name}.{unknown}";
        }

        return null;
    }
}
