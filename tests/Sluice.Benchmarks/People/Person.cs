using System.Globalization;
using System.Text;
using System.Text.Json;
using Sluice.Connectors.PowerOfficeGo;
using Sluice.Connectors.YouTrack;

namespace Sluice.Benchmarks.People;

/// <summary>A person that two systems know, made from a number. Neither the order nor the keys of one tell those of the
/// other.</summary>
internal static class Person
{
    // Odd, so that it has an inverse among the numbers of 64 bits: keys lie as far apart as those of a vendor do.
    private const ulong Scatter = 0x9E3779B97F4A7C15;
    private const ulong Inverse = 0xF1DE83E19937733D;

    public static EntityName Users { get; } = new("YouTrack", "Users");

    public static EntityName ContactPersons { get; } = new("Powerofficego", "Contactperson");

    /// <summary>The e-mail address, by which the two find each other.</summary>
    public static string Address(long person, long seed) =>
        string.Create(CultureInfo.InvariantCulture, $"person.{Mix(person, seed):x16}@example.test");

    /// <summary>The person whose user has a key.</summary>
    public static long OfUser(string key) =>
        unchecked((long)(ulong.Parse(key, NumberStyles.HexNumber, CultureInfo.InvariantCulture) * Inverse)) - 1;

    /// <summary>The person whose contact person has a key.</summary>
    public static long OfContactPerson(string key) => long.Parse(key.AsSpan(2), CultureInfo.InvariantCulture) - 1;

    public static Record User(long person, long seed)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{unchecked((ulong)(person + 1) * Scatter):x16}");
        var address = Address(person, seed);
        var user = new HubUser
        {
            Id = key,
            Login = key,
            Name = "Some Person",
            Profile = new() { Email = new() { Email = address, Verified = true } },
        };
        return new(key, user, Json(json =>
        {
            json.WriteString("id", key);
            json.WriteString("login", key);
            json.WriteString("name", user.Name);
            json.WriteStartObject("profile");
            json.WriteStartObject("email");
            json.WriteString("email", address);
            json.WriteBoolean("verified", true);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteBoolean("banned", false);
            json.WriteBoolean("guest", false);
        }), new(Users, key));
    }

    public static Record ContactPerson(long person, long seed)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"7/{person + 1}");
        var address = Address(person, seed);
        var contact = new ContactPerson
        {
            Id = person + 1,
            ContactId = 7,
            FirstName = "Some",
            LastName = "Person",
            EmailAddress = address,
        };
        return new(key, contact, Json(json =>
        {
            json.WriteNumber("Id", person + 1);
            json.WriteNumber("ContactId", 7);
            json.WriteString("FirstName", contact.FirstName);
            json.WriteString("LastName", contact.LastName);
            json.WriteString("EmailAddress", address);
            json.WriteString("PhoneNumber", "+47 400 00 000");
            json.WriteBoolean("IsActive", true);
            json.WriteString("LastChangedDateTimeOffset", "2026-01-01T00:00:00+00:00");
        }), new(ContactPersons, key));
    }

    private static JsonElement Json(Action<Utf8JsonWriter> members)
    {
        using var text = new MemoryStream(320);
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return JsonElement.Parse(text.GetBuffer().AsSpan(0, (int)text.Length));
    }

    // SplitMix64's finalizer: neighbours lie far apart, and no two numbers meet.
    private static ulong Mix(long number, long seed)
    {
        var mixed = unchecked(((ulong)number * 0x9E3779B97F4A7C15) + (ulong)seed);
        mixed = unchecked((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9);
        mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB);
        return mixed ^ (mixed >> 31);
    }
}
