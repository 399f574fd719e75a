using System.Net.Http.Headers;

namespace Sluice.Connectors.Rest.Settings;

/// <summary>What an update sends.</summary>
internal sealed class UpdateOptions
{
    private string? _contentType;

    /// <summary>What it sends; by default the changed members alone.</summary>
    public UpdateStyle Style { get; private set; }

    /// <summary>What the body is called; by default <c>application/json</c>, or what RFC 6902 says.</summary>
    public string ContentType => _contentType
        ?? (Style == UpdateStyle.JsonPatch ? "application/json-patch+json" : "application/json");

    /// <summary>Members that every update has to hold, changed or not.</summary>
    public IReadOnlyList<string> Always { get; private set; } = [];

    public IEnumerable<string> Read(SettingsReader reader)
    {
        reader.Choice<UpdateStyle>(nameof(Style), value => Style = value);
        reader.Text(nameof(ContentType), value => _contentType = Given.Of(value));
        reader.Texts(nameof(Always), value => Always = value);
        reader.RefuseOthers();
        if (_contentType is not null && !MediaTypeHeaderValue.TryParse(_contentType, out _))
            yield return $"{reader.PlaceOf(nameof(ContentType))} is '{_contentType}'; give a media type, as in "
                + "application/merge-patch+json.";
        if (Always.Count > 0 && Style is UpdateStyle.JsonPatch or UpdateStyle.Full)
            yield return $"{reader.PlaceOf(nameof(Always))} is given, but updates of style {Style} "
                + $"{(Style == UpdateStyle.Full ? "hold everything" : "hold replacements only")}. Take it out.";
        if (Always.FirstOrDefault(name => name.Contains('.', StringComparison.Ordinal)) is { } inner)
            yield return $"{reader.PlaceOf(nameof(Always))} names '{inner}'; give members of the record itself: inner "
                + "objects go as a whole.";
    }
}
