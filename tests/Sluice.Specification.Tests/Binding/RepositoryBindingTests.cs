using Sluice.Specification.Binding;
using Sluice.Specification.Documents;
using Sluice.Specification.Schemas;

namespace Sluice.Specification.Tests.Binding;

public sealed class RepositoryBindingTests
{
    [Fact]
    public void Rows_that_end_at_one_member_are_one_field()
    {
        var pairing = Bind(Samples.PowerOffice).Pairings[0];

        Assert.Equal("powerofficego-contactperson/youtrack-users", pairing.Name);
        Assert.Equal(("PowerofficegoYouTrack", "ContactpersonUsers"), (pairing.NamespaceSuffix, pairing.ClassName));
        Assert.Equal(("Contactperson", "User"), (pairing.Left.Alias, pairing.Right.Alias));
        Assert.Equal((SideName.Right, false), (pairing.Source, pairing.HasBothFlows));
        Assert.Null(pairing.Left.Creation);
        Assert.Null(pairing.Right.Creation);
        var field = Assert.Single(pairing.Fields);
        Assert.Equal(("emailAddress", "EmailAddress"), (field.Name, field.Identifier));
        Assert.Equal([36, 39], field.Lines);
        Assert.Equal(CanonicalKind.Email, field.Canonical);
        Assert.Equal("EmailAddress", Assert.Single(field.Left).JsonPath);
        var source = Assert.Single(field.Right);
        Assert.Equal(["profile.email", "profile.email.email"], source.Written);
        Assert.Equal(["Profile", "Email", "Email"], source.Members.Select(member => member.Name));
        Assert.True(field.IsTwoWay);
        Assert.True(field.IsCredentialOnRight);
        Assert.False(field.IsCredentialOnLeft);
    }

    [Fact]
    public void A_match_rule_knows_its_key_function_and_what_must_hold_before_it_matches()
    {
        var rule = Assert.Single(Bind(Samples.PowerOffice).Pairings[0].Rules);

        Assert.Equal(("EmailOf", "EmailOf"), (rule.LeftKey, rule.RightKey));
        Assert.Equal(("emailAddress", "profile.email.email", 23), (rule.LeftText, rule.RightText, rule.Line));
        Assert.Equal(CanonicalKind.Email, rule.Canonical);
        Assert.Equal(["Profile", "Email", "Verified"], rule.Right[0].Guard.Select(member => member.Name));
        Assert.Empty(rule.Left[0].Guard);
    }

    [Fact]
    public void A_creation_names_what_nothing_supplies()
    {
        var result = Bind(Samples.Keap);
        var pairing = result.Pairings[0];

        Assert.Equal(["CompaniesGroups", "CompaniesOrganizations", "CompaniesUsergroups", "ContactsUsers"],
            result.Pairings.Select(one => one.ClassName));
        Assert.Equal("keap-companies/youtrack-groups", pairing.Name);
        Assert.Equal("KeapYouTrack", pairing.NamespaceSuffix);
        Assert.Equal(("Company", "Group"), (pairing.Left.Alias, pairing.Right.Alias));
        Assert.Null(pairing.Right.Creation);
        Assert.Equal((CreationKind.Always, 14), (pairing.Left.Creation!.Kind, pairing.Left.Creation.Line));
        Assert.Equal("company_name", Assert.Single(pairing.Left.Creation.Missing).JsonName);
        Assert.Equal(
            ["SLU012 (14,1,65)", "SLU039 (14,1,65)", "SLU012 (30,1,72)", "SLU039 (30,1,72)", "SLU012 (46,1,69)",
                "SLU039 (46,1,69)",
                "SLU012 (62,1,63)"],
            Samples.Places(result.Problems));
        Assert.Contains(
            "Keap demands company_name of a new Companies, and no row supplies it. Add a row, or write 'private "
            + "static partial "
            + "NewCompany? Creating(Group right)' in the partial class KeapYouTrack.CompaniesGroups.",
            result.Problems[1].Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_hook_supplies_what_no_row_does()
    {
        var hooks = new Hooks(EquatableArray.Of(new PairingHooks(
            "Any.Root.KeapYouTrack.CompaniesGroups",
            EquatableArray.Of(
                new HookMethod("Creating", Contracts.Root + "Group"),
                new HookMethod("InScopeGroup", Contracts.Root + "Group")))));
        var result = Binder.Bind(Samples.Document(Samples.Keap), null, Contracts.Schema, hooks);

        Assert.True(result.Pairings[0].Left.Creation!.HasCreatingHook);
        Assert.Equal((null, "InScopeGroup"), (result.Pairings[0].Left.ScopeHook, result.Pairings[0].Right.ScopeHook));
        Assert.False(result.Pairings[1].Left.Creation!.HasCreatingHook);
        Assert.DoesNotContain("SLU039 (14,1,65)", Samples.Places(result.Problems));
    }

    [Fact]
    public void A_system_without_contracts_is_remarked_on_once_and_open()
    {
        var result = Bind(Samples.CustomCrm);

        Assert.All(result.Pairings, pairing => Assert.True(pairing.Left.IsOpen && !pairing.Right.IsOpen));
        var remark = Assert.Single(result.Problems, problem => problem.Code == "SLU030");
        Assert.Equal(["SLU030 (12,30,8)"], Samples.Places([remark]));
        Assert.Contains(
            "No contract answers to the system 'customcrm', so its records are taken for what JSON they come as",
            remark.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Binding_twice_gives_equal_models() =>
        Assert.Equal(Bind(Samples.PowerOffice), Bind(Samples.PowerOffice));

    private static BindingResult Bind(string file) =>
        Binder.Bind(Samples.Document(file), null, Contracts.Schema, Hooks.None);
}
