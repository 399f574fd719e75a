using Sluice.Specification.DataTypes;
using Sluice.Specification.Documents;
using Sluice.Specification.Problems;
using Sluice.Specification.Reading;

namespace Sluice.Specification.Tests.Reading;

public sealed class RepositoryDocumentsTests
{
    public static TheoryData<string> Files { get; } = new(Samples.Files);

    [Theory]
    [MemberData(nameof(Files))]
    public void They_have_no_problems(string file) =>
        Assert.Empty(DocumentReader.Read(file, Samples.Text(file)).Problems);

    [Theory]
    [MemberData(nameof(Files))]
    public void Line_ends_and_byte_order_marks_make_no_difference(string file)
    {
        var unix = Samples.Text(file).ReplaceLineEndings("\n");
        var expected = DocumentReader.Read(file, unix);

        Assert.Equal(expected, DocumentReader.Read(file, unix.ReplaceLineEndings("\r\n")));
        Assert.Equal(expected, DocumentReader.Read(file, unix.ReplaceLineEndings("\r")));
        Assert.Equal(expected, DocumentReader.Read(file, '\uFEFF' + unix));
        Assert.Equal(expected, DocumentReader.Read("some/folder/" + file, unix.Replace("\n\n", "\r\n\n")));
        Assert.Equal(expected, DocumentReader.Read("C:\\" + file, unix.Replace("\n", " \t \n")));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Blank_lines_are_layout(string file)
    {
        var text = Samples.Text(file).ReplaceLineEndings("\n");
        var without = DocumentReader.Read(file, text.Replace("\n\n", "\n"));
        var with = DocumentReader.Read(file, text.Replace("\n", "\n\n"));

        Assert.Empty(without.Problems);
        Assert.Empty(with.Problems);
        Assert.Equal(Names(Samples.Document(file)), Names(without.Document));
        Assert.Equal(Names(Samples.Document(file)), Names(with.Document));
    }

    [Fact]
    public void The_keap_document_always_creates_and_copies_nothing()
    {
        var document = Samples.Document(Samples.Keap);

        Assert.Equal("youtrack", document.SourceSlug);
        Assert.Equal("keap", document.TargetSlug);
        Assert.Equal("YouTrack", document.SourceLabel);
        Assert.Equal("Keap", document.TargetLabel);
        Assert.Equal("2024-09-15 00:00:00", document.Generated);
        Assert.Equal(
            ["12 Groups→Companies", "28 Organizations→Companies", "44 Usergroups→Companies", "60 Users→Contacts"],
            document.Flows.Select(flow => $"{flow.Line} {flow.Source.Text}→{flow.Target.Text}"));
        Assert.All(document.Flows, flow => Assert.Equal(CreationKind.Always, flow.Creation));
        Assert.All(document.Flows, flow => Assert.Empty(flow.Fields));
        Assert.Equal(new DocumentSpan(14, 1, 65), document.Flows[0].CreationSpan);
        Assert.Equal(new DocumentSpan(12, 10, 6), document.Flows[0].Source.Span);
        Assert.Equal(new DocumentSpan(12, 25, 9), document.Flows[0].Target.Span);
    }

    [Fact]
    public void The_poweroffice_document_matches_by_email_and_never_creates()
    {
        var flow = Samples.Document(Samples.PowerOffice).Flows[0];

        Assert.Equal(CreationKind.LinkRequired, flow.Creation);
        var rule = Assert.Single(flow.MatchRules);
        Assert.Equal(23, rule.Line);
        Assert.Equal(new Cell("profile.email.email", new(23, 8, 19)), rule.Source);
        Assert.Equal(new Cell("emailAddress", new(24, 8, 12)), rule.Target);
        Assert.Equal([36, 39], flow.Fields.Select(field => field.Line));
        Assert.Equal(["profile.email", "profile.email.email"], flow.Fields.Select(field => field.Source.Text));
        Assert.All(flow.Fields, field => Assert.Equal("emailAddress", field.Target.Text));
        Assert.All(flow.Fields, field => Assert.Equal("\"string\"", field.Type.Text));
        Assert.All(
            flow.Fields,
            field => Assert.Equal(
                new FunctionCall("string", EquatableArray.Of<Expression>(new CurrentValue(""))), field.Expression));
        Assert.Equal(new DocumentSpan(38, 8, 8), flow.Fields[0].Type.Span);
        Assert.Equal("Customers person", Samples.Document(Samples.PowerOffice).Flows[1].Target.Text);
    }

    private static IEnumerable<string> Names(Document document) => document.Flows.Select(flow =>
        $"{flow.SourceSystem} {flow.Source.Text} {flow.TargetSystem} {flow.Target.Text} {flow.Creation} "
        + $"{flow.MatchRules.Count} {flow.Fields.Count}");
}
