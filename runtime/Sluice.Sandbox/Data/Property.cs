using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sluice.Sandboxes.Data;

/// <summary>What a vendor takes for one property.</summary>
internal sealed record Property(ValueKind Kind)
{
    public static Property Text { get; } = new(ValueKind.Text);

    public static Property Integer { get; } = new(ValueKind.Integer);

    public static Property Number { get; } = new(ValueKind.Number);

    public static Property Flag { get; } = new(ValueKind.Flag);

    public static Property Date { get; } = new(ValueKind.Date);

    public static Property Any { get; } = new(ValueKind.Any);

    public static Property DateOrInstant { get; } = new(ValueKind.DateOrInstant);

    /// <summary>The shape of an object, or of a list's elements; null where anything goes.</summary>
    public Shape? Shape { get; init; }

    public bool IsReadOnly { get; init; }

    public bool IsNullable { get; init; } = true;

    public int? MaximumLength { get; init; }

    public IReadOnlyList<string>? Allowed { get; init; }

    public Property ReadOnly => this with { IsReadOnly = true };

    public Property NotNull => this with { IsNullable = false };

    public static Property Object(Shape shape) => new(ValueKind.Object) { Shape = shape };

    public static Property List(Shape? shape = null) => new(ValueKind.List) { Shape = shape };

    public Property UpTo(int characters) => this with { MaximumLength = characters };

    public Property OneOf(params string[] values) => this with { Allowed = values };

    public Flaw? Check(JsonNode? value, string at)
    {
        if (IsReadOnly)
            return new(at, $"{at} is read-only.");
        if (value is null)
            return IsNullable ? null : new(at, $"{at} must not be null.");
        if (!IsOfKind(value))
            return new(at, $"{at} must be of kind {Kind}.");
        if (MaximumLength is { } most && value.GetValue<string>().Length > most)
            return new(at, $"{at} must not be longer than {most} characters.");
        if (Allowed is not null && !Allowed.Contains(value.GetValue<string>()))
            return new(at, $"{at} must be one of {string.Join(", ", Allowed)}.");

        return value switch
        {
            JsonObject inner => Shape?.Check(inner, at),
            JsonArray list when Shape is not null => CheckElements(list, at, Shape),
            _ => null,
        };
    }

    private static Flaw? CheckElements(JsonArray list, string at, Shape shape)
    {
        for (var i = 0; i < list.Count; i++)
        {
            var place = $"{at}[{i}]";
            var flaw = list[i] is JsonObject element
                ? shape.Check(element, place)
                : new(place, $"{place} must be an object.");
            if (flaw is not null)
                return flaw;
        }

        return null;
    }

    private bool IsOfKind(JsonNode value) => Kind switch
    {
        ValueKind.Text => value.GetValueKind() == JsonValueKind.String,
        ValueKind.Integer => value.GetValueKind() == JsonValueKind.Number && value.AsValue().TryGetValue<long>(out _),
        ValueKind.Number => value.GetValueKind() == JsonValueKind.Number,
        ValueKind.Flag => value.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        ValueKind.Date => value.GetValueKind() == JsonValueKind.String && IsDate(value.GetValue<string>()),
        ValueKind.DateOrInstant => value.GetValueKind() == JsonValueKind.String
            && (IsDate(value.GetValue<string>()) || Stamp.TryParse(value.GetValue<string>(), out _)),
        ValueKind.Object => value is JsonObject,
        ValueKind.Any => true,
        _ => value is JsonArray,
    };

    private static bool IsDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
