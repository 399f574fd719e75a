using System.Text.Json;

namespace Sluice.Host.Demo;

/// <summary>
/// What a system's own record shows of a field, as text. What the examples do on the way is said here a second time,
/// without the generated code: which element of a list is meant, and in which words a system says a thing.
/// </summary>
internal sealed class ShownValues(JsonElement dump)
{
    private const int DayLength = 10;

    private static readonly EntityName Companies = new("Keap", "Companies");
    private static readonly EntityName Contacts = new("Keap", "Contacts");
    private static readonly EntityName Customers = new("Customcrm", "Customer");

    public string? Of(EntityName entity, JsonElement record, IReadOnlyList<string> paths) =>
        paths.Select(path => Of(entity, record, path)).FirstOrDefault(value => value is not null);

    private string? Of(EntityName entity, JsonElement record, string path) => path switch
    {
        "email_addresses.email" => InElement(record, path, "EMAIL1"),
        "phone_numbers.number" or "phone_numbers.extension" => InElement(record, path, "PHONE1"),
        "birthday" when entity == Contacts && Plain(record, path) is { Length: > DayLength } time => time[..DayLength],
        "Country" when entity == Customers && Plain(record, path) == "NO" => "NOR",
        "CustomerId" => NameOf(Customers, Plain(record, path), "Name"),
        "company.id" => NameOf(Companies, Plain(record, path), "company_name"),
        _ => Plain(record, path),
    };

    // Of two keys in two systems, their records' names tell whether they mean the same.
    private string? NameOf(EntityName entity, string? key, string name) =>
        key is not null && SandboxRecords.Find(dump, entity, key) is { } record ? Plain(record, name) : key;

    private static string? InElement(JsonElement record, string path, string field)
    {
        var (list, member) = (path.Split('.')[0], path.Split('.')[1]);
        foreach (var element in record.GetProperty(list).EnumerateArray())
            if (Plain(element, "field") == field)
                return Plain(element, member);

        return null;
    }

    private static string? Plain(JsonElement element, string path)
    {
        foreach (var name in path.Split('.'))
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
                return null;

        return element.ValueKind is JsonValueKind.String or JsonValueKind.Number ? element.ToString() : null;
    }
}
