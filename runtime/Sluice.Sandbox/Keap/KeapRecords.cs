using System.Text.Json.Nodes;
using Sluice.Sandboxes.Data;

namespace Sluice.Sandboxes.Keap;

/// <summary>What is in Keap at first.</summary>
internal static class KeapRecords
{
    public static KeapTables From(Population population)
    {
        var tables = new KeapTables();
        AddCompanies(tables, population);
        AddContacts(tables, population);
        AddProducts(tables);
        return tables;
    }

    /// <summary>Some bear the name of a YouTrack group or organization, and nothing links them.</summary>
    private static void AddCompanies(KeapTables tables, Population population)
    {
        var last = Population.Range(60, 66).Concat(Population.Range(0, 10));
        foreach (var organisation in population.InOrderOf("keap companies", Population.Range(111, 153), last))
        {
            var body = tables.Companies.Add(tables.NewCompany()).Body;
            body["company_name"] = organisation.Name;
            body["email_address"] = $"post@{organisation.Domain}";
            body["website"] = $"https://{organisation.Domain}";
            body["notes"] = organisation.Number % 2 == 0 ? "Buys from us." : null;
            body["phone_number"] =
                new JsonObject { ["number"] = organisation.Phone, ["extension"] = null, ["type"] = "Work" };
            body["address"] = new JsonObject
            {
                ["line1"] = null,
                ["line2"] = null,
                ["locality"] = organisation.City,
                ["region"] = null,
                ["zip_code"] = organisation.ZipCode,
                ["zip_four"] = null,
                ["country_code"] = "NOR",
            };
        }
    }

    private static void AddContacts(KeapTables tables, Population population)
    {
        int[] special = [Persona.OtherCase, Persona.Decomposed, Persona.TwoContacts, Persona.TwoContacts];
        var made = Stamp.Beginning;
        foreach (var person in population
            .InOrderOf("keap contacts", Population.Range(68, 230).Concat(special))
            .Concat(population.Persons.Skip(Persona.KeapOnly)))
        {
            made += TimeSpan.FromMinutes(53) + TimeSpan.FromMilliseconds(person.Number);
            var known = Known(person);
            var row = tables.Contacts.Add(tables.NewContact(made));
            row.Body["given_name"] = known.GivenName;
            row.Body["family_name"] = known.FamilyName;
            row.Body["email_addresses"] = Emails(known.Email);
            row.Body["phone_numbers"] = new JsonArray(new JsonObject
            {
                ["number"] = person.Phone,
                ["extension"] = null,
                ["type"] = "Mobile",
                ["field"] = "PHONE1",
            });
            if (person.Number % 3 == 2)
                row.Body["birthday"] = $"{person.Birthday}T00:00:00.000Z";
            if (person.Number % 2 == 0 || person.Number >= Persona.KeapOnly)
                row.Body["company"] = new JsonObject { ["id"] = Employer(tables, person).DeepClone() };
        }
    }

    private static void AddProducts(KeapTables tables)
    {
        foreach (var goods in Assortment.All)
        {
            var body = tables.Products.Add(tables.NewProduct()).Body;
            body["product_name"] = goods.Name;
            body["product_short_desc"] = goods.Name;
            body["product_price"] = goods.Price;
            body["sku"] = goods.Code;
            body["status"] = goods.Number % 9 == 0 ? 0 : 1;
        }
    }

    private static Person Known(Person person) => person.Number switch
    {
        Persona.OtherCase => person with { Email = person.Email.ToUpperInvariant() },
        Persona.Decomposed => person.Decomposed(),
        _ => person.Number % 3 == 0 ? person.Decomposed() : person,
    };

    private static JsonNode Employer(KeapTables tables, Person person) =>
        tables.Companies.Rows[person.Number % tables.Companies.Rows.Count].Body["id"]!;

    private static JsonArray Emails(string email) =>
        new(new JsonObject { ["email"] = email, ["field"] = "EMAIL1" });
}
