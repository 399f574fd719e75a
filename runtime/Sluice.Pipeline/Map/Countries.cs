using System.Text.Json;

namespace Sluice.Pipeline;

/// <summary>Reads which country the records of a link are in.</summary>
internal static class Countries
{
    // Two records that contradict each other say nothing, and a setting must not decide between them.
    private const string Unknown = "";

    public static bool AreNamed(FieldDescriptor field) =>
        field.LeftCountry is not null || field.RightCountry is not null;

    /// <returns>The country; null where neither record says one.</returns>
    public static string? Of(FieldDescriptor field, Record? left, Record? right)
    {
        var (here, there) = (At(left, field.LeftCountry), At(right, field.RightCountry));
        return here is null || there is null || here == there ? here ?? there : Unknown;
    }

    private static string? At(Record? record, string? path)
    {
        if (record is null || path is null)
            return null;

        var at = record.Raw;
        foreach (var name in path.Split('.'))
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out at))
                return null;

        return at.ValueKind == JsonValueKind.String && at.GetString() is { } text && !string.IsNullOrWhiteSpace(text)
            ? PhoneRegion.Find(text.Trim())?.Code ?? text.Trim()
            : null;
    }
}
