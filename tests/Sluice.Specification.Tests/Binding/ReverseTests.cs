using Sluice.Specification.Binding;
using Sluice.Specification.Documents;
using Sluice.Specification.Reading;
using Sluice.Specification.Schemas;

namespace Sluice.Specification.Tests.Binding;

public sealed class ReverseTests
{
    private static readonly Document Forward = Read(
        "youtrack-keap.rst", "YouTrack Users", "Keap Companies", "Keap",
        Samples.Row("name", "company_name", "\"string\""));

    private static readonly Document Backward = Read(
        "keap-youtrack.rst",
        "Keap Companies",
        "YouTrack Users",
        "YouTrack",
        Samples.Row("company_name", "name", "\"string\"") + Samples.Row("notes", "login", "\"string\""));

    [Fact]
    public void The_document_whose_name_sorts_first_emits_the_pairing()
    {
        Assert.Empty(Bind(Forward, Backward).Pairings);
        var pairing = Assert.Single(Bind(Backward, Forward).Pairings);

        Assert.Equal("keap-youtrack.rst", pairing.Document);
        Assert.True(pairing.HasBothFlows);
        Assert.Equal(SideName.Left, pairing.Source);
        Assert.Equal(CreationKind.Always, pairing.Left.Creation!.Kind);
        Assert.Equal(CreationKind.Always, pairing.Right.Creation!.Kind);
    }

    [Fact]
    public void A_row_that_mirrors_another_is_the_same_field()
    {
        var fields = Bind(Backward, Forward).Pairings[0].Fields;

        Assert.Equal(
            [("name", SideName.Right), ("login", SideName.Right)], fields.Select(field => (field.Name, field.Target)));
    }

    [Fact]
    public void Sides_do_not_change_when_a_document_comes_or_goes()
    {
        var alone = Assert.Single(Bind(Forward, null).Pairings);
        var both = Assert.Single(Bind(Backward, Forward).Pairings);

        Assert.Equal(alone.Name, both.Name);
        Assert.Equal(alone.ClassName, both.ClassName);
        Assert.Equal((alone.Left.TypeName, alone.Right.TypeName), (both.Left.TypeName, both.Right.TypeName));
        Assert.Equal(SideName.Right, alone.Source);
    }

    [Fact]
    public void Each_document_has_its_own_problems()
    {
        Assert.Equal(["SLU012 (14,1,64)"], Samples.Places(Bind(Forward, Backward).Problems));
        Assert.Equal(["SLU012 (14,1,64)"], Samples.Places(Bind(Backward, Forward).Problems));
    }

    [Fact]
    public void An_entity_paired_with_itself_has_two_key_functions()
    {
        const string Merge =
            "A YouTrack Users will merge with a YouTrack Users if one of the following property combinations match:";
        var text = Samples.Around(Samples.Section("YouTrack Users", "YouTrack Users", "YouTrack")).Replace(
            Samples.Once("YouTrack Users", "YouTrack Users"),
            $"{Merge}\n\n{Samples.Table("YouTrack Users Property", "YouTrack Users Property")}"
            + $"{Samples.Row("login", "name profile.email")}\n"
            + Samples.Once("YouTrack Users", "YouTrack Users"),
            StringComparison.Ordinal);
        var reading = DocumentReader.Read("youtrack-youtrack.rst", text);
        var pairing = Assert.Single(Bind(reading.Document, null).Pairings);

        Assert.Empty(reading.Problems);
        Assert.Equal(("YouTrackUser", "YouTrackUser"), (pairing.Left.Alias, pairing.Right.Alias));
        var rule = Assert.Single(pairing.Rules);
        Assert.Equal(("LeftLoginOf", "RightLoginOf"), (rule.LeftKey, rule.RightKey));
        Assert.Equal(["name", "profile.email.email"], rule.Right.Select(path => path.JsonPath));
    }

    private static Document Read(string file, string a, string b, string label, string rows) =>
        DocumentReader.Read(file, Samples.Around(Samples.Section(a, b, label, rows))).Document;

    private static BindingResult Bind(Document document, Document? reverse) =>
        Binder.Bind(document, reverse, Contracts.Schema, Hooks.None);
}
