namespace Sluice.Connectors.Rest.Settings;

/// <summary>How a system is asked for what changed since a point in time.</summary>
internal sealed class ChangeOptions
{
    /// <summary>The place of the point in time in a filter.</summary>
    public const string Since = "{since}";

    /// <summary>The parameter; null where the system cannot be asked.</summary>
    public string? Parameter { get; private set; }

    /// <summary>What is given for it, with <see cref="Since"/> in it; by default that alone.</summary>
    public string Filter { get; private set; } = Since;

    /// <summary>
    /// Whether what changed at the very point is left out; one step earlier is asked for then. By default not.
    /// </summary>
    public bool Exclusive { get; private set; }

    public IEnumerable<string> Read(SettingsReader reader, bool hasStamp)
    {
        reader.Text(nameof(Parameter), value => Parameter = Given.Of(value));
        reader.Text(nameof(Filter), value => Filter = value);
        reader.Switch(nameof(Exclusive), value => Exclusive = value);
        reader.RefuseOthers();
        if (Parameter is not null && !hasStamp)
            yield return $"{reader.PlaceOf(nameof(Parameter))} is '{Parameter}', but Modified is missing beside "
                + "Changes: changes are asked for since the latest time stamp that was seen. Give the member that "
                + "holds it.";
        if (!Filter.Contains(Since, StringComparison.Ordinal))
            yield return $"{reader.PlaceOf(nameof(Filter))} is '{Filter}', in which {Since} is missing: the point in "
                + $"time goes there, as in (LastChanged gt '{Since}').";
        if (Parameter is null && Filter != Since)
            yield return $"{reader.PlaceOf(nameof(Filter))} is given without {nameof(Parameter)}, as in $filter. "
                + "Give it, or take both out.";
    }
}
