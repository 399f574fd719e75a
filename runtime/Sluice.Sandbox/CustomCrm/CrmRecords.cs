using Sluice.Sandboxes.Data;

namespace Sluice.Sandboxes.CustomCrm;

/// <summary>What is in the Custom CRM at first.</summary>
internal static class CrmRecords
{
    /// <summary>Some bear the name of a YouTrack group or organization, and nothing links them.</summary>
    public static void AddCustomers(CrmEntity customers, Table table, Population population)
    {
        var made = Stamp.Beginning;
        var last = Population.Range(63, 69).Concat(Population.Range(5, 15));
        foreach (var organisation in population.InOrderOf("crm customers", Population.Range(153, 195), last))
        {
            made += TimeSpan.FromMinutes(83);
            var body = table.Add(customers.New(made)).Body;
            body["Name"] = organisation.Name;
            body["Description"] = $"Since {made.Year}";
            body["Email"] = $"office@{organisation.Domain}";
            body["Phone"] = organisation.Phone;
            body["Website"] = $"https://{organisation.Domain}";
            body["City"] = organisation.City;
            body["ZipCode"] = organisation.ZipCode;
            body["Country"] = "NO";
        }
    }

    public static void AddContacts(CrmEntity contacts, Table table, Table customers, Population population)
    {
        int[] special =
            [Persona.OtherCase, Persona.Decomposed, Persona.WithoutAccent, Persona.NoEmail, Persona.BlankEmail];
        var made = Stamp.Beginning;
        var numbers = Population.Range(Persona.Ordinary, 91).Concat(Population.Range(135, 230)).Concat(special);
        foreach (var person in population.InOrderOf("crm contacts", numbers))
        {
            made += TimeSpan.FromMinutes(47);
            var body = table.Add(contacts.New(made)).Body;
            body["CustomerId"] = person.Number % 4 == 0
                ? null
                : customers.Rows[person.Number % customers.Rows.Count].Id;
            body["FirstName"] = person.GivenName;
            body["LastName"] = person.FamilyName;
            body["Phone"] = person.Phone;
            body["Extension"] = person.Number % 3 == 0 ? 100 + person.Number : null;
            body["Birthday"] = person.Number % 3 == 1 ? person.Birthday : null;
            body["Email"] = person.Number switch
            {
                Persona.NoEmail => null,
                Persona.BlankEmail => string.Empty,
                Persona.OtherCase => person.Email.ToUpperInvariant(),
                _ => person.Email,
            };
        }
    }
}
