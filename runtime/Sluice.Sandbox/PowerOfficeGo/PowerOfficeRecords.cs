using System.Globalization;
using System.Text.Json.Nodes;
using Sluice.Sandboxes.Data;

namespace Sluice.Sandboxes.PowerOfficeGo;

/// <summary>What is in PowerOffice Go at first.</summary>
internal static class PowerOfficeRecords
{
    public static PowerOfficeTables From(Population population)
    {
        var tables = new PowerOfficeTables(population.Random.Fork("poweroffice orders"));
        AddCompanies(tables, population);
        AddContactPersons(tables, population);
        AddPersons(tables, population);
        PowerOfficeTrade.AddTo(tables, population);
        return tables;
    }

    private static void AddCompanies(PowerOfficeTables tables, Population population)
    {
        var made = Stamp.Beginning;
        var numbers = Population.Range(10, 30).Concat(Population.Range(60, 88));
        foreach (var organisation in population.InOrderOf("poweroffice customers", numbers, Population.Range(0, 10)))
        {
            made += new TimeSpan(3, 17, 0).Add(TimeSpan.FromTicks(1_234_567));
            var body = tables.Customers.Add(tables.NewCustomer(made)).Body;
            body["Name"] = organisation.Name;
            body["LegalName"] = $"{organisation.Name} AS";
            body["OrganizationNumber"] =
                (910_000_000 + (organisation.Number * 37)).ToString(CultureInfo.InvariantCulture);
            body["EmailAddress"] = $"faktura@{organisation.Domain}";
            body["PhoneNumber"] = organisation.Phone;
            body["WebsiteUrl"] = $"https://{organisation.Domain}";
            var address = new JsonObject
            {
                ["AddressLine1"] = null,
                ["AddressLine2"] = null,
                ["City"] = organisation.City,
                ["ZipCode"] = organisation.ZipCode,
                ["CountryCode"] = "NO",
                ["ExternalCode"] = null,
            };
            tables.Stamped(address, made);
            body["MailAddress"] = address;
        }
    }

    private static void AddContactPersons(PowerOfficeTables tables, Population population)
    {
        int[] absent = [Persona.WithAccent, Persona.TwoContacts, Persona.StopsBeingPerson];
        int[] again = [Persona.AtThreeCustomers, Persona.AtThreeCustomers];
        var numbers = Population.Range(Persona.Anchors, 120)
            .Concat(Population.Range(165, 230))
            .Except(absent)
            .Concat(again);
        var made = Stamp.Beginning;
        var place = 0;
        foreach (var person in population.InOrderOf("poweroffice contact persons", numbers))
        {
            made += new TimeSpan(0, 43, 11).Add(TimeSpan.FromTicks(7_654_321));
            var known = person.Number == Persona.Decomposed ? person.Decomposed() : person;
            var customer = tables.Customers.Rows[place++ % tables.Customers.Rows.Count];
            var body = tables.ContactPersons.Add(tables.NewContactPerson(customer, made)).Body;
            body["FirstName"] = known.GivenName;
            body["LastName"] = known.FamilyName;
            body["PhoneNumber"] = known.Phone;
            body["EmailAddress"] = person.Number switch
            {
                Persona.NoEmail => null,
                Persona.BlankEmail => string.Empty,
                Persona.OtherCase => known.Email.ToUpperInvariant(),
                Persona.TrailingBlank => $"{known.Email} ",
                _ => known.Email,
            };
        }
    }

    /// <summary>Customers that are people; about half of them are users of YouTrack too.</summary>
    private static void AddPersons(PowerOfficeTables tables, Population population)
    {
        var numbers = Population.Range(100, 116).Concat(Population.Range(200, 214)).Append(Persona.StopsBeingPerson);
        var made = Stamp.Beginning.AddDays(30);
        foreach (var person in population.InOrderOf("poweroffice persons", numbers))
        {
            made += TimeSpan.FromHours(5) + TimeSpan.FromTicks(2_345_678);
            var body = tables.Customers.Add(tables.NewCustomer(made)).Body;
            body["IsPerson"] = true;
            body["NationalIdNumber"] = "hidden";
            body["Name"] = person.FullName;
            body["FirstName"] = person.GivenName;
            body["LastName"] = person.FamilyName;
            body["EmailAddress"] = person.Email;
            body["PhoneNumber"] = person.Phone;
        }
    }
}
