namespace Sluice.Connectors.Rest.Settings;

/// <summary>How a system is told which members to answer with, where it wants to be.</summary>
internal sealed class FieldOptions
{
    /// <summary>The parameter that names them; null where a system answers with everything.</summary>
    public string? Parameter { get; private set; }

    /// <summary>The members; empty for those that documents name, the key and the time stamp.</summary>
    public IReadOnlyList<string> Names { get; private set; } = [];

    public IEnumerable<string> Read(SettingsReader reader)
    {
        reader.Text(nameof(Parameter), value => Parameter = Given.Of(value));
        reader.Texts(nameof(Names), value => Names = value);
        reader.RefuseOthers();
        if (Names.Count > 0 && Parameter is null)
            yield return $"{reader.PlaceOf(nameof(Names))} is given without {nameof(Parameter)}, which says how they "
                + "are asked for, as in fields. Give it, or take both out.";
    }
}
