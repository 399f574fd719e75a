namespace Sluice.Connectors.Rest.Settings;

/// <summary>Settings that may be taken back by an empty text, where the defaults give them.</summary>
internal static class Given
{
    public static string? Of(string value) => value.Length == 0 ? null : value;
}
