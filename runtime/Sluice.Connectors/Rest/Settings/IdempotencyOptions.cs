namespace Sluice.Connectors.Rest.Settings;

/// <summary>What keeps one create from making two records.</summary>
internal sealed class IdempotencyOptions
{
    /// <summary>What does; by default nothing in the system.</summary>
    public IdempotencyStyle Style { get; private set; }

    /// <summary>The header; by default <c>Idempotency-Key</c>.</summary>
    public string Header { get; private set; } = "Idempotency-Key";

    /// <summary>The member that no two records share, which some row of a document fills.</summary>
    public string? Reference { get; private set; }

    /// <summary>The parameter of the list by which it is looked for; by default the member's name.</summary>
    public string? Parameter { get; private set; }

    public IEnumerable<string> Read(SettingsReader reader)
    {
        reader.Choice<IdempotencyStyle>(nameof(Style), value => Style = value);
        reader.Text(nameof(Header), value => Header = value);
        reader.Text(nameof(Reference), value => Reference = Given.Of(value));
        reader.Text(nameof(Parameter), value => Parameter = Given.Of(value));
        reader.RefuseOthers();
        if (Style == IdempotencyStyle.Reference && Reference is null)
            yield return $"{reader.PlaceOf(nameof(Style))} is Reference, and {nameof(Reference)} is missing. Give the "
                + "member that no two records share, as in externalId.";
        if (Style != IdempotencyStyle.Reference && (Reference is not null || Parameter is not null))
            yield return $"{reader.PlaceOf(Reference is null ? nameof(Parameter) : nameof(Reference))} is given, but "
                + $"{reader.PlaceOf(nameof(Style))} is {Style}. Give the style Reference, or take it out.";
        if (!HeaderName.IsOne(Header))
            yield return $"{reader.PlaceOf(nameof(Header))} is '{Header}', which is no name of a header.";
    }
}
