using Sluice.Connectors.Keap;
using Sluice.Connectors.PowerOfficeGo;
using Sluice.Connectors.YouTrack;
using Sluice.Generator.Tests.Contracts;
using Sluice.Generator.Tests.Harness;
using static Sluice.Generator.Tests.Harness.DocumentText;
using Project = Sluice.Generator.Tests.Harness.Project;

namespace Sluice.Generator.Tests.Documents;

/// <summary>What generated code does when it runs.</summary>
public sealed class BehaviourTests
{
    [Fact]
    public void The_catalogue_lists_every_pairing_of_the_given_documents() => Assert.Equal(
        [
            "customcrm-contact/youtrack-users", "customcrm-customer/youtrack-groups",
            "customcrm-customer/youtrack-organizations", "customcrm-customer/youtrack-usergroups",
            "keap-companies/youtrack-groups", "keap-companies/youtrack-organizations",
            "keap-companies/youtrack-usergroups", "keap-contacts/youtrack-users",
            "powerofficego-contactperson/youtrack-users", "powerofficego-customers-person/youtrack-users",
        ],
        Flows.Catalogue.Pairings.Select(pairing => pairing.Descriptor.Name));

    [Fact]
    public void A_field_is_read_and_written_on_both_sides_and_all_else_survives()
    {
        var pairing = Given("powerofficego-contactperson/youtrack-users");
        var mail = pairing.Descriptor.Fields.Index().Single(field => field.Item.Name == "emailAddress").Index;
        var user = new HubUser
        {
            Login = "ann", Profile = new() { Email = new() { Email = "ann@example.test", Verified = true } },
        };
        var fields = Unchanged(pairing);
        pairing.Read(Side.Right, user, fields);
        Assert.Equal("ann@example.test", fields[mail].Text);

        var toContact = new Change([.. Unchanged(pairing).Select((absent, i) => i == mail ? fields[i] : absent)]);
        var contact = (ContactPerson)pairing.Write(
            Side.Left, new ContactPerson { Id = 7, FirstName = "Ann" }, toContact);
        Assert.Equal(new ContactPerson { Id = 7, FirstName = "Ann", EmailAddress = "ann@example.test" }, contact);
        Assert.Equal(["EmailAddress"], toContact.Touched);

        var toUser = new Change(
            [.. Unchanged(pairing).Select((absent, i) => i == mail ? FieldValue.Null : absent)]);
        var cleared = (HubUser)pairing.Write(Side.Right, user, toUser);
        Assert.Equal(user with { Profile = new() { Email = new() { Email = null, Verified = true } } }, cleared);
        Assert.Equal(["profile.email.email"], toUser.Touched);
    }

    [Fact]
    public void What_does_not_change_is_not_touched()
    {
        var pairing = Given("powerofficego-contactperson/youtrack-users");
        var change = new Change(Unchanged(pairing));
        var user = new HubUser { Login = "ann" };
        Assert.Same(user, pairing.Write(Side.Right, user, change));
        Assert.Empty(change.Touched);
    }

    [Theory]
    [InlineData("Ann Marie Lie", "Ann Marie", "Lie")]
    [InlineData("  Ann   Lie ", "Ann", "Lie")]
    [InlineData("Ann", null, "Ann")]
    [InlineData(" ", null, null)]
    [InlineData(null, null, null)]
    public void A_new_contact_carries_the_name_in_two_pieces(string? name, string? given, string? family)
    {
        var user = new HubUser { Name = name, Profile = new() { Email = new() { Email = "ann@example.test" } } };

        var contact = Assert.IsType<Contact>(Given("keap-contacts/youtrack-users").Create(Side.Left, user).Record);

        Assert.Equal((given, family), (contact.GivenName, contact.FamilyName));
    }

    [Fact]
    public void A_contact_needs_an_address_and_waits_without_one()
    {
        var pairing = Given("keap-contacts/youtrack-users");
        Assert.Equal(["email_addresses"], pairing.Create(Side.Left, new HubUser { Name = "Ann" }).Missing);
        var draft = pairing.Create(
            Side.Left, new HubUser { Profile = new() { Email = new() { Email = "ann@example.test" } } });
        Assert.Equal("ann@example.test", Assert.Single(Assert.IsType<Contact>(draft.Record).EmailAddresses!).Email);
    }

    [Theory]
    [InlineData("Developers", true)]
    [InlineData("Registered Users", false)]
    public void The_built_in_group_of_registered_users_is_out_of_scope(string name, bool isIn)
    {
        Assert.Equal(isIn, Given("keap-companies/youtrack-groups").InScope(Side.Right, new Group { Name = name }));
        Assert.Equal(isIn, Given("customcrm-customer/youtrack-groups").InScope(Side.Right, new Group { Name = name }));
    }

    [Fact]
    public void Rows_fill_a_new_record_too()
    {
        var pairing = Feature(
            Section(
                "Beta Clients", "Alpha Persons", Every, ["EmailAddress|mail"],
                ["FullName|name|\"string\"", "Phone|phone|\"string\""]));
        var person = Assert.IsType<Person>(
            pairing.Create(Side.Left, new Client { FullName = "Ann", Phone = " " }).Record);
        Assert.Equal(new Person { Name = "Ann" }, person);
    }

    [Fact]
    public void What_the_hook_of_a_condition_says_decides()
    {
        var section = Section(
            "Beta Clients", "Alpha Persons", "When a Client is called Ann", ["EmailAddress|mail"],
            ["FullName|name|\"string\""]);
        var pairing = new Project().Document("beta-alpha.rst", Of("Beta", "Alpha", section)).Source("Hooks.cs", """
            using Sluice.Generator.Tests.Contracts;

            namespace Sluice.Flows.AlphaBeta;

            public sealed partial class PersonsClients
            {
                private static partial bool WhenAClientIsCalledAnn(Client right) => right.FullName == "Ann";
            }
            """).Run().Load("Sluice.Flows.AlphaBeta.PersonsClients");

        Assert.Equal(
            (Creation.Conditional, "When a Client is called Ann"),
            (pairing.Descriptor.Left.Creation, pairing.Descriptor.Left.Condition));
        Assert.Equal(new Person { Name = "Ann" }, pairing.Create(Side.Left, new Client { FullName = "Ann" }).Record);
        Assert.True(pairing.Create(Side.Left, new Client { FullName = "Bea" }).IsUnwanted);
        Assert.False(pairing.Wants(Side.Left, new Client { FullName = "Bea" }));
    }

    [Fact]
    public void What_a_system_demands_and_a_blank_would_supply_is_waited_for()
    {
        var pairing = Sluice.Examples.Catalogue.Pairings
            .Single(one => one.Descriptor.Name == "customcrm-contact/keap-contacts");
        var contact = new Sluice.Connectors.CustomCrm.Contact { LastName = "Lie", Phone = "98765432" };

        Assert.Equal(["email_addresses"], pairing.Create(Side.Right, contact).Missing);
        Assert.NotNull(pairing.Create(Side.Right, contact with { Email = "ann@example.test" }).Record);
    }

    [Theory]
    [InlineData("a", "b", "c", "c", "b", "mail.address")]
    [InlineData(null, "b", "c", null, "c", "backup")]
    [InlineData(null, null, "c", "c", null, "mail.address")]
    [InlineData("a", "A ", null, null, null, "mail.address backup")]
    [InlineData("a", "b", null, "a", "b", "")]
    [InlineData(null, "b", null, null, null, "backup")]
    public void A_value_goes_back_to_where_it_was_read_from(
        string? mail, string? backup, string? value, string? newMail, string? newBackup, string touched)
    {
        var pairing = Feature(Section(
            "Alpha Persons", "Beta Clients", Before, [],
            ["mail|EmailAddress|\"string\"", "backup|EmailAddress|\"string\""]));
        var change = new Change([FieldValue.Of(value)]);
        var person = (Person)pairing.Write(
            Side.Left, new Person { Mail = new() { Address = mail }, Backup = backup }, change);
        Assert.Equal((newMail, newBackup), (person.Mail?.Address, person.Backup));
        Assert.Equal(touched, string.Join(' ', change.Touched));
    }

    private static Pairing Given(string name) =>
        Flows.Catalogue.Pairings.Single(pairing => pairing.Descriptor.Name == name);

    private static FieldValue[] Unchanged(Pairing pairing) =>
        [.. pairing.Descriptor.Fields.Select(_ => FieldValue.Absent)];

    private static Pairing Feature(string section)
    {
        var (source, target) = section.StartsWith("Alpha", StringComparison.Ordinal)
            ? ("Alpha", "Beta")
            : ("Beta", "Alpha");
        return new Project().Document($"{source}-{target}.rst", Of(source, target, section)).Run()
            .Load("Sluice.Flows.AlphaBeta.PersonsClients");
    }
}
