using Sluice.Specification.Binding;
using Sluice.Specification.Reading;
using Sluice.Specification.Schemas;

namespace Sluice.Specification.Tests.Binding;

/// <summary>One row from YouTrack Users to Keap Companies or Contacts, and what comes of it.</summary>
public sealed class RowTests
{
    [Theory]
    [InlineData("nmae", "notes", "\"string\"", "SLU032 (26,8,4)",
        "'nmae' does not exist: User has no 'nmae'. Did you mean 'name'?")]
    [InlineData("profile.emial", "notes", "\"string\"", "SLU032 (26,8,13)", "Did you mean 'profile.email'?")]
    [InlineData("name.first", "notes", "\"string\"", "SLU032 (26,8,10)", "'name' is a value and has nothing inside")]
    [InlineData("details.zzzzzzzz", "notes", "\"string\"", "SLU032 (26,8,16)", "It has 'city', 'City', 'user'.")]
    [InlineData("details.CITY", "notes", "\"string\"", "SLU032 (26,8,12)",
        "In other letter case it has 'city', 'City'; choose")]
    [InlineData("NAME", "notes", "\"string\"", "SLU033 (26,8,4)", "The contract writes 'NAME' as 'name'.")]
    [InlineData("profile", "notes", "\"string\"", "SLU034 (26,8,7)",
        "is an object (Profile) without a value of its own")]
    [InlineData("name", "notes", "[\"replace\", \" \", \"\", \"_.\"]", "SLU038 (28,8,26)",
        "Something may be lost when [\"replace\", \" \", \"\", \"_.\"] makes 'notes' of 'name'")]
    [InlineData("name", "notes", "\"float\"", "SLU038 (28,8,7)",
        "give the reverse document a row from 'notes' to 'name'")]
    [InlineData("name", "notes", "\"datetime-format\", \"%Y\"", "SLU036 (28,8,23)",
        "'name' is text, of which \"datetime-format\", \"%Y\" yields nothing, ever.")]
    [InlineData("name", "founded", "[\"datetime-format\", \"%d.%m.%Y\", [\"now\"]]", "SLU036 (28,8,40)",
        "'founded' is a day, and '%d.%m.%Y' is not how its system writes one.")]
    [InlineData("name", "notes", "\"datetime-parse\", \"%Q\"", "SLU036 (28,8,22)",
        "'%Q' has a token that there is not")]
    [InlineData("name", "notes", "\"datetime-parse\", \"%\"", "SLU036 (28,8,21)",
        "'%' has a token that there is not")]
    [InlineData("name", "notes", "\"datetime-parse\", \"%%%z more\"", "SLU036 (28,8,29)",
        "in '%%%z more', %z must be the last.")]
    [InlineData("banned", "size", "\"integer\"", "SLU036 (28,8,9)",
        "'banned' is true or false, of which \"integer\" yields")]
    [InlineData("name", "size", "\"string\"", "SLU036 (28,8,8)", "'size' is a whole number and cannot take a text")]
    [InlineData("name", "grade", "\"string\"", "SLU035 (27,8,5)",
        "The contract holds 'grade' as Sluice.Connectors.Grade, which documents have no type for. Declare the member")]
    [InlineData("banned", "notes", "N/A", "SLU036 (28,8,3)", "'banned' is true or false and 'notes' is text")]
    [InlineData("name", "id", "\"string\"", "SLU037 (27,8,2)",
        "The contract declares 'id' the record's key, so nothing can be written to 'id'. Name a property")]
    [InlineData("id", "notes", "\"string\"", "SLU038 (26,8,2)",
        "The contract declares 'id' the record's key, so an edit of 'notes' does not flow back. Where")]
    [InlineData("name (Dependant on having NO in logn)", "notes", "\"string\"", "SLU032 (26,14,30)",
        "Did you mean 'login'?")]
    [InlineData("name (Dependant on having NO in loginDependant on having SE in login)", "notes", "\"string\"",
        "SLU013 (26,45,31)", "'login' cannot hold two values at once")]
    public void A_row_that_is_wrong_is_one_problem_on_its_cell(
        string source, string target, string type, string place, string words)
    {
        var problem = Assert.Single(Bind("Companies", source, target, type).Problems);

        Assert.Equal([place], Samples.Places([problem]));
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_in_a_list_has_to_say_in_which_element() => Assert.Equal(
        ["SLU035 (27,8,21)"], Samples.Places(Bind("Contacts", "name", "email_addresses.email", "\"string\"").Problems));

    [Fact]
    public void Values_of_an_element_are_written_as_a_value_of_it_is() => Assert.Empty(
        Bind("Contacts", "nicknames", "phones.labels (Dependant on having x in phones.kind)", "\"string\"").Problems);

    [Theory]
    [InlineData("phones.number (Dependant on having x in phones.source)", "SLU037 (27,8,13)",
        "The contract declares 'phones.source' read-only, and to write 'phones.number' is to make it hold 'x', so")]
    [InlineData("phones.lines.extension (Dependant on having x in phones.kind)", "SLU035 (27,8,22)",
        "'lines' is a list inside the list 'phones', and a dependency tells the elements of the outer one apart only")]
    [InlineData("phones.number", "SLU035 (27,8,13)",
        "'phones.number' is in the list 'phones' of Keap, and nothing says in which element, so nothing can be")]
    public void What_cannot_be_written_is_told_by_what_is_in_the_way(string target, string place, string words)
    {
        var problem = Assert.Single(Bind("Contacts", "name", target, "\"string\"").Problems);

        Assert.Equal([place], Samples.Places([problem]));
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("seen", "founded", "\"datetime-format\",\"%Y-%m-%d\",\"_.\"]", "SLU038 (28,8,34)",
        "'seen' says a point in time, and 'founded' a day, which does not tell the time, so an edit of 'founded'")]
    [InlineData("seen", "notes", "[\"datetime-format\", \"%z %Y-%m-%d %H:%M:%S\", \"_.\"]", "SLU038 (28,8,49)",
        "Something may be lost")]
    [InlineData("nicknames", "notes", "\"first\"", "SLU038 (28,8,7)",
        "'nicknames' is a list, and 'notes' one value, which does not tell the other elements, so an edit of 'notes'")]
    [InlineData("name", "notes", "\"string\"\n   * - banned\n     - notes\n     - \"string\"", "SLU038 (31,8,8)",
        "'notes' goes back to 'name', and to 'banned' it would have to go in another way, so an edit of 'notes' does "
        + "not flow back to 'banned'. Where it should, give both the same data type")]
    [InlineData("banned", "founded", "\"string\"", "SLU038 (28,8,8)",
        "What comes back of 'founded' is nothing that 'banned' can hold, which is true or false, so an edit of "
        + "'founded' does not flow back. Where it should, give a row of the reverse document the data type")]
    public void What_does_not_flow_back_is_told_by_the_reason(
        string source, string target, string type, string place, string words)
    {
        var problem = Assert.Single(Bind("Companies", source, target, type).Problems);

        Assert.Equal([place], Samples.Places([problem]));
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_works_on_times_and_gets_none_is_told_so()
    {
        var problems = Bind("Companies", "name", "notes", "[\"if-null\", [\"datetime-format\", \"%Y\", \"_.\"], 1]")
            .Problems;

        Assert.Equal(["SLU038 (28,8,47)", "SLU044 (28,8,47)"], Samples.Places(problems));
        Assert.StartsWith(
            "'name' is text, and 'datetime-format' makes nothing of what is none. A text has to be parsed first",
            problems[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dependency_in_another_list_is_reported_where_it_stands()
    {
        const string Target =
            "job (Dependant on having 1 in given_nameDependant on having 2 in email_addresses.email)";
        var problem = Assert.Single(Bind("Contacts", "name", Target, "\"string\"").Problems);

        Assert.Equal(["SLU035 (27,48,46)"], Samples.Places([problem]));
        Assert.Contains("'email_addresses.email' is in a list that 'job' is not in", problem.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name", "notes", "N/A", true)]
    [InlineData("details.user.details.city", "notes", "[\"string\", \"_.\"]", true)]
    [InlineData("id", "notes", "\"string\"", false)]
    [InlineData("name", "notes", "\"integer\"", true)]
    [InlineData("banned", "notes", "\"string\"", true)]
    [InlineData("name", "notes", "\"decimal\"", true)]
    [InlineData("name", "notes", "\"float\"", false)]
    [InlineData("name", "notes", "\"integer\", \"decimal\"]", false)]
    [InlineData("name", "notes", "\"datetime-parse\", \"%Y-%m-%d\"", false)]
    [InlineData("name", "notes", "\"datetime-parse\", \"%Y-%m-%d%%z more\"", false)]
    [InlineData("name (Dependant on having NO in login)", "notes (Dependant on having 1 in size)", "\"string\"", true)]
    public void A_row_that_binds_is_a_field(string source, string target, string type, bool isTwoWay)
    {
        var field = Assert.Single(Assert.Single(Bind("Companies", source, target, type).Pairings).Fields);

        Assert.Equal(target.Split(' ')[0], field.Name);
        Assert.Equal("Notes", field.Identifier);
        Assert.Equal(isTwoWay, field.IsTwoWay);
        Assert.Equal(SideName.Left, field.Target);
    }

    [Fact]
    public void A_field_whose_name_generated_code_has_already_gets_another() => Assert.Equal(
        "Descriptor2", Assert.Single(Bind("Contacts", "name", "job", "\"string\"").Pairings[0].Fields).Identifier);

    [Theory]
    [InlineData("Companis", "SLU031 (12,24,8)", "Keap has no contract for 'Companis'. Did you mean 'Companies'?")]
    [InlineData("Contcats", "SLU031 (12,24,8)", "Did you mean 'Contacts'?")]
    [InlineData("Products", "SLU030 (12,24,8)", "There are contracts for Companies, Contacts.")]
    public void An_entity_without_a_contract_is_open_and_remarked_on(string entity, string place, string words)
    {
        var result = Bind(entity, "name", "notes", "\"string\"");

        Assert.True(Assert.Single(result.Pairings).Left.IsOpen);
        Assert.Equal([place], Samples.Places(result.Problems));
        Assert.Contains(words, result.Problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_supplies_what_a_new_record_needs() => Assert.DoesNotContain(
        Bind("Companies", "name", "company_name", "\"string\"",
            "Every YouTrack Users will be synchronized with a Keap Companies.")
            .Problems,
        problem => problem.Code == "SLU039");

    [Fact]
    public void A_condition_in_prose_needs_a_hook()
    {
        const string Condition = "When a YouTrack User is 100% paid, it  will be synchronized with a Keap Companies.";
        var result = Bind("Companies", "name", "company_name", "\"string\"", Condition);

        Assert.Equal(["SLU012 (14,1,82)", "SLU040 (14,1,82)"], Samples.Places(result.Problems));
        Assert.Contains(
            "'private static partial bool WhenAYouTrackUserIs100Paid(User right) => …;'",
            result.Problems[1].Message,
            StringComparison.Ordinal);
        Assert.Equal("WhenAYouTrackUserIs100Paid", result.Pairings[0].Left.Creation!.ConditionHook);
    }

    private static BindingResult Bind(string entity, string source, string target, string type, string? creation = null)
    {
        var b = $"Keap {entity}";
        var every = $"Every YouTrack Users will be synchronized with a {b}.";
        var before = $"Before any synchronization can take place, a link between a YouTrack Users and a {b} must be "
            + "established.";
        var text = Samples.Around(Samples.Section("YouTrack Users", b, "Keap", Samples.Row(source, target, type)))
            .Replace(every, creation ?? before, StringComparison.Ordinal);
        return Binder.Bind(DocumentReader.Read("youtrack-keap.rst", text).Document, null, Contracts.Schema, Hooks.None);
    }
}
