using System.Text.Json;

namespace Sluice.Connectors.PowerOfficeGo;

/// <summary>The privileges that the description of an integration calls invalid.</summary>
/// <remarks>
/// That a missing privilege shows there is documented; what privileges are called, and which entities they are for, is
/// not. So they are told as they stand there.
/// </remarks>
internal static class InvalidPrivileges
{
    private const string Property = "InvalidPrivileges";
    private const int MostInWords = 20;

    /// <summary>Their names; null where the description does not say.</summary>
    public static IReadOnlyList<string>? Of(JsonElement description) =>
        description.ValueKind == JsonValueKind.Object
        && description.TryGetProperty(Property, out var told) && told.ValueKind == JsonValueKind.Array
            ? [.. told.EnumerateArray().Select(Name).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)]
            : null;

    /// <summary>All of them, for whoever looks at the settings.</summary>
    public static IReadOnlyList<Warning> Warnings(IReadOnlyList<string>? names) => names is not { Count: > 0 }
        ? []
        :
        [
            new(
                $"{PowerOfficeGoOptions.SystemName} calls these privileges of ours invalid: "
                + $"{string.Join(", ", names)}.",
                "Nothing, where no document needs what they are for. Where one does, the client gives the integration "
                + "the privilege anew, and its subscription has to hold the module that it belongs to; what cannot "
                + "be read is said of each entity."),
        ];

    /// <summary>Them in a sentence, which begins with a blank; empty where there are none.</summary>
    public static string Sentence(IReadOnlyList<string>? names) => names is not { Count: > 0 }
        ? string.Empty
        : " Asked last, PowerOffice called these privileges invalid: "
            + string.Join(", ", names.Take(MostInWords))
            + (names.Count > MostInWords ? $" and {names.Count - MostInWords} more" : string.Empty) + ".";

    private static string Name(JsonElement element) =>
        (element.ValueKind == JsonValueKind.String ? element.GetString()! : element.GetRawText())
            .ReplaceLineEndings(" ").Trim();
}
