using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Connectors.CustomCrm;
using Sluice.Connectors.Keap;
using Sluice.Connectors.PowerOfficeGo;
using Sluice.Connectors.Tests.Support;
using Sluice.Connectors.YouTrack;
using CrmContact = Sluice.Connectors.CustomCrm.Contact;
using CrmCustomer = Sluice.Connectors.CustomCrm.Customer;
using GoCustomer = Sluice.Connectors.PowerOfficeGo.Customer;
using GoProduct = Sluice.Connectors.PowerOfficeGo.Product;
using KeapContact = Sluice.Connectors.Keap.Contact;
using KeapProduct = Sluice.Connectors.Keap.Product;

namespace Sluice.Connectors.Tests;

/// <summary>
/// Null clears and what is not named stays: what an update says of a property that is cleared, after it was shown with
/// a value, as null, or not at all; and what a new record says of one that is blank.
/// </summary>
public sealed class BlankTests
{
    public static TheoryData<string, string, string, object, string, string> Cleared => new()
    {
        // Hub and YouTrack: what is not named stays, so a clearing is named.
        { "YouTrack", "Users", """{"id":"1","name":"a"}""", new HubUser(), "name", """{"name":null}""" },
        { "YouTrack", "Users", """{"id":"1"}""", new HubUser(), "name", """{"name":null}""" },
        {
            "YouTrack", "Users", """{"id":"1","profile":{"email":{"email":"a@x.example"}}}""",
            new HubUser { Profile = new() { Email = new() } }, "profile.email.email",
            """{"profile":{"email":{"email":null}}}"""
        },
        {
            "YouTrack", "Issues", """{"id":"2-1","description":"a"}""", new Issue(), "description",
            """{"description":null}"""
        },

        // Keap: the name goes along; inner objects go whole.
        {
            "Keap", "Companies", """{"id":1,"company_name":"n","website":"w"}""", new Company { CompanyName = "n" },
            "website", """{"website":null,"company_name":"n"}"""
        },
        {
            "Keap", "Companies", """{"id":1,"company_name":"n","phone_number":{"number":"1","type":"Work","x":2}}""",
            new Company { CompanyName = "n", PhoneNumber = new() { Type = "Work" } }, "phone_number.number",
            """{"phone_number":{"number":null,"type":"Work","x":2},"company_name":"n"}"""
        },
        {
            "Keap", "Contacts", """{"id":1,"phone_numbers":[{"number":"1","field":"PHONE1"}]}""",
            new KeapContact { PhoneNumbers = [] }, "phone_numbers", """{"phone_numbers":[]}"""
        },
        {
            "Keap", "Contacts", """{"id":1,"birthday":"1980-01-31T00:00:00.000Z"}""", new KeapContact(), "birthday",
            """{"birthday":null}"""
        },

        // PowerOffice: only what was shown can be replaced.
        {
            "Powerofficego", "Customers", """{"Id":1,"WebsiteUrl":"w"}""", new GoCustomer(), "WebsiteUrl",
            """[{"op":"replace","path":"/WebsiteUrl","value":null}]"""
        },
        {
            "Powerofficego", "Customers", """{"Id":1,"WebsiteUrl":null}""", new GoCustomer { WebsiteUrl = "w" },
            "WebsiteUrl", """[{"op":"replace","path":"/WebsiteUrl","value":"w"}]"""
        },
        {
            "Powerofficego", "Customers", """{"Id":1}""", new GoCustomer { WebsiteUrl = "w" }, "WebsiteUrl",
            """[{"op":"add","path":"/WebsiteUrl","value":"w"}]"""
        },
        {
            "Powerofficego", "Customers", """{"Id":1,"MailAddress":{"City":"Oslo","ZipCode":"1"}}""",
            new GoCustomer { MailAddress = new() { City = "Oslo", ZipCode = "1", AddressLine1 = "a" } },
            "MailAddress.AddressLine1", """[{"op":"add","path":"/MailAddress/AddressLine1","value":"a"}]"""
        },
        {
            "Powerofficego", "Customers", """{"Id":1,"MailAddress":null}""",
            new GoCustomer { MailAddress = new() { City = "Oslo", ZipCode = "1" } }, "MailAddress.City",
            """[{"op":"replace","path":"/MailAddress","value":{"City":"Oslo","ZipCode":"1"}}]"""
        },
        {
            "Powerofficego", "Customers", """{"Id":1}""",
            new GoCustomer { MailAddress = new() { City = "Oslo", ZipCode = "1" } }, "MailAddress.City",
            """[{"op":"add","path":"/MailAddress","value":{"City":"Oslo","ZipCode":"1"}}]"""
        },

        // The CRM: a merge.
        { "Customcrm", "Contact", """{"Id":"1","Email":"a"}""", new CrmContact(), "Email", """{"Email":null}""" },
        { "Customcrm", "Contact", """{"Id":"1"}""", new CrmContact(), "Email", """{"Email":null}""" },
    };

    public static TheoryData<string, string, object, string> New => new()
    {
        { "YouTrack", "Users", new HubUser { Login = "a", Profile = new() { Email = new() } }, """{"login":"a"}""" },
        { "YouTrack", "Issues", new Issue { Summary = "a" }, """{"summary":"a"}""" },
        {
            "Keap", "Companies", new Company { CompanyName = "a", Address = new() { Line1 = "b" } },
            """{"company_name":"a","address":{"line1":"b"}}"""
        },
        { "Keap", "Products", new KeapProduct { ProductName = "a" }, """{"product_name":"a"}""" },
        { "Powerofficego", "Products", new GoProduct { Name = "a" }, """{"Name":"a"}""" },
        { "Customcrm", "Customer", new CrmCustomer { Name = "a" }, """{"Name":"a"}""" },
    };

    [Theory]
    [MemberData(nameof(Cleared))]
    public async Task An_update_names_what_it_clears_and_nothing_else(
        string system, string entity, string shown, object changed, string touched, string body)
    {
        await using var host = Offline();
        var record = Read(system, entity, shown);

        var request = host.Requests(system, entity).Update(record, changed, [touched]);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(body), JsonNode.Parse(request.Body)), request.Body);
    }

    [Theory]
    [MemberData(nameof(New))]
    public async Task A_new_record_says_nothing_of_what_is_blank(
        string system, string entity, object draft, string body)
    {
        await using var host = Offline();

        var request = host.Requests(system, entity).Create(draft);

        var (expected, actual) = (JsonNode.Parse(body)!, JsonNode.Parse(request.Body)!);
        Assert.True(JsonNode.DeepEquals(expected, actual), request.Body);
    }

    private static Record Read(string system, string entity, string shown)
    {
        var element = JsonElement.Parse(shown);
        return (system, entity) switch
        {
            ("YouTrack", "Users") => YouTrackEntities.Users.Read(element, out _),
            ("YouTrack", _) => YouTrackEntities.Issues.Read(element, out _),
            ("Keap", "Companies") => KeapEntities.Companies.Read(element, out _),
            ("Keap", _) => KeapEntities.Contacts.Read(element, out _),
            ("Powerofficego", _) => PowerOfficeGoEntities.Customers.Read(element, out _),
            _ => CustomCrmEntities.Contacts.Read(element, out _),
        } ?? throw new InvalidOperationException(shown);
    }

    private static Host Offline() => Host.Of(new ScriptedHandler((_, _) => new(HttpStatusCode.OK)));
}
