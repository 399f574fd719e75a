using Sluice.Specification.Schemas;

namespace Sluice.Specification.Tests.Binding;

/// <summary>Contracts of the shape that the connectors declare.</summary>
internal static class Contracts
{
    public const string Root = "Sluice.Connectors.";

    public static Schema Schema { get; } = new(
        EquatableArray.Of(
            System("YouTrack", ("Groups", "Group"), ("Organizations", "Organization"), ("Usergroups", "UserGroup"),
                ("Users", "User")),
            System("Keap", ("Companies", "Company"), ("Contacts", "Contact")),
            System("Powerofficego", ("Contactperson", "ContactPerson"), ("Customers person", "Customer"))),
        EquatableArray.Of(
            Type("Group", Id, Text("name", "Name") with { IsReadOnly = true }),
            Type("Organization", Id, Text("name", "Name")),
            Type("UserGroup", Id, Text("name", "Name")),
            Type(
                "User",
                Id,
                Text("login", "Login") with { IsRequiredOnCreate = true },
                Text("name", "Name"),
                Member("banned", "Banned", ValueKind.Boolean, "bool"),
                Member("seen", "Seen", ValueKind.Instant, "System.DateTimeOffset"),
                List("nicknames", "Nicknames", new(ValueKind.Text, "string")),
                Object("profile", "Profile", "Profile"),
                Object("details", "Details", "Details")),
            Type("Profile", Object("email", "Email", "Email")),
            Type("Details", Text("city", "City"), Text("City", "Town"), Object("user", "User", "User")),
            Type(
                "Email",
                Text("email", "Email") with { Canonical = CanonicalKind.Email, IsCredential = true, MatchesWhen =
                    "Verified" },
                Member("verified", "Verified", ValueKind.Boolean, "bool")) with { ScalarMember = "Email" },
            Type(
                "Company",
                Id,
                Text("company_name", "CompanyName") with { IsRequiredOnCreate = true, Canonical = CanonicalKind.Name },
                Text("notes", "Notes"),
                Member("size", "Size", ValueKind.Integer, "long"),
                Member("founded", "Founded", ValueKind.Date, "System.DateOnly"),
                Member("grade", "Grade", ValueKind.Other, "Sluice.Connectors.Grade")),
            Type(
                "Contact",
                Id,
                Text("given_name", "GivenName"),
                Text("job", "Descriptor"),
                List("email_addresses", "EmailAddresses", new(ValueKind.Object, Root + "Email")),
                List("phones", "Phones", new(ValueKind.Object, Root + "Phone"))),
            Type(
                "Phone",
                Text("kind", "Kind"),
                Text("source", "Source") with { IsReadOnly = true },
                Text("number", "Number"),
                List("lines", "Lines", new(ValueKind.Object, Root + "Line")),
                List("labels", "Labels", new(ValueKind.Text, "string"))),
            Type("Line", Text("extension", "Extension")),
            Type("ContactPerson", Id, Text("EmailAddress", "EmailAddress") with { Canonical = CanonicalKind.Email }),
            Type("Customer", Id, Text("EmailAddress", "EmailAddress") with { Canonical = CanonicalKind.Email })));

    private static MemberSchema Id => Text("id", "Id") with { IsKey = true, IsReadOnly = true, IsNullable = false };

    private static SystemSchema System(string label, params (string Name, string Type)[] entities) => new(
        label,
        entities.Select(entity => new EntitySchema(entity.Name, Root + entity.Type)).ToEquatableArray());

    private static TypeSchema Type(string name, params MemberSchema[] members) =>
        new(Root + name, members.ToEquatableArray());

    private static MemberSchema Text(string json, string name) => Member(json, name, ValueKind.Text, "string");

    private static MemberSchema Object(string json, string name, string type) =>
        Member(json, name, ValueKind.Object, Root + type);

    private static MemberSchema List(string json, string name, MemberType element) => new(
        json, name, new(ValueKind.List, $"IReadOnlyList<{element.TypeName}>", element), IsNullable: true);

    private static MemberSchema Member(string json, string name, ValueKind kind, string type) =>
        new(json, name, new(kind, type), IsNullable: true);
}
