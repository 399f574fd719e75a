using Sluice.Specification.Reading;

namespace Sluice.Specification.Tests.Reading;

/// <summary>One damage each to a document of the repository, and the one problem it makes.</summary>
public sealed class DamageTests
{
    public static TheoryData<string, string, string, string> Cases { get; } = new()
    {
        { "YouTrack to Powerofficego Dataflow", "YouTrack and Powerofficego", "SLU001 (2,1,26)",
            "'SOURCE to TARGET Dataflow'" },
        { "Generated: 2024-07-22 00:00:01", "", "SLU003 (1,1,0)", "Add 'Generated: YYYY-MM-DD HH:MM:SS'" },
        { "2024-07-22", "2024-27-22", "SLU003 (5,12,19)", "'2024-27-22 00:00:01' is not a time" },
        { "Before any synchronization", "Before any synchronisation", "SLU004 (14,1,129)",
            "Did you mean 'Before any synchronization" },
        { "Once a link", "Once upon a link", "SLU004 (26,1,171)",
            "Did you mean 'Once a link between a YouTrack Users and" },
        { "A YouTrack Users will merge", "An YouTrack Users will merge", "SLU004 (16,1,116)",
            "Did you mean 'A YouTrack Users will" },
        { "list-table", "list-tabel", "SLU004 (18,1,15)", "Did you mean '.. list-table::'?" },
        { "a link between a YouTrack Users", "a link between a YouTrack User", "SLU005 (14,61,13)",
            "'YouTrack User' stands" },
        { "   * - YouTrack Users Prop", "   * - YouTrack Groups Prop", "SLU005 (21,8,15)",
            "calls for 'YouTrack Users'" },
        { "- Powerofficego Data Type", "- Powerofficego Type", "SLU005 (35,8,18)", "'… Data Type' belongs" },
        { "- Powerofficego Data Type", "- Keap Data Type", "SLU005 (35,8,4)",
            "is not what 'Powerofficego Contactperson'" },
        { "- Powerofficego Data Type", "- Powerofficego Contactperson Data Type", "SLU005 (35,8,27)",
            "'Powerofficego Contactperson' is all that the heading calls the target. Write the system's name alone" },
        { "- Powerofficego Data Type", "- Power Data Type", "SLU005 (35,8,5)",
            "'Power' ends inside a word of 'Powerofficego Contactperson' in the heading. Make them agree." },
        { "YouTrack Users to Powerofficego Contactperson\n", "YouTrack Users and Powerofficego Contactperson\n",
            "SLU006 (12,1,46)", "does not say what flows where" },
        { "---------------------------------------------\nBefore", "Before", "SLU006 (12,1,45)", "Put 45 times '-'" },
        { "     - emailAddress\n     - \"string\"", "     - emailAddress", "SLU009 (36,8,13)",
            "has 2 cells where 3 belong" },
        { "     - emailAddress\n     - \"string\"", "     - a\n     - b\n     - c", "SLU009 (36,8,13)",
            "has 4 cells where 3" },
        { "   * - profile.email\n", "   + - profile.email\n", "SLU009 (36,4,17)", "belongs to no cell" },
        { ":header-rows: 1", ":header-rows: 2", "SLU009 (19,4,15)", "exactly one header row" },
        { "   * - profile.email.email\n     - emailAddress\n\nOnce", "   * -\n     - emailAddress\n\nOnce",
            "SLU011 (23,6,1)", "never matches" },
        { "\"string\"", "N/A", "SLU020 (38,8,3)", "pass through unchanged" },
        { "\"string\"", "\"strng\"", "SLU019 (38,8,7)", "did you mean 'string'?" },
        { "profile.email\n", "profile email\n", "SLU021 (36,8,13)", "'profile email' is not a path" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void One_mistake_is_one_problem_at_its_place(string from, string to, string place, string words)
    {
        var text = Samples.Text(Samples.PowerOffice).ReplaceLineEndings("\n");
        var at = text.IndexOf(from, StringComparison.Ordinal);
        var damaged = text.Remove(at, from.Length).Insert(at, to);

        var problem = Assert.Single(
            DocumentReader.Read(Samples.PowerOffice, damaged).Problems, one => one.Code != "SLU018");

        Assert.Equal([place], Samples.Places([problem]));
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_heading_that_the_whole_section_contradicts_is_the_one_mistake()
    {
        var text = Samples.Text(Samples.Keap).ReplaceLineEndings("\n")
            .Replace("YouTrack Groups to Keap Companies", "YouTrack Group to Keap Companies");
        var reading = DocumentReader.Read(Samples.Keap, text);

        Assert.Equal(["SLU005 (12,1,14)"], Samples.Places(reading.Problems));
        Assert.Equal("Groups", reading.Document.Flows[0].Source.Text);
    }

    [Theory]
    [InlineData("Every HubSpot Deal will be synchronized with a Keap Order.\n\n", "SLU007 (12,1,26)",
        "Add 'Every HubSpot Deal")]
    [InlineData("Once a link", "SLU007 (12,1,26)", "Add 'Once a link between a HubSpot Deal and a Keap Order")]
    [InlineData("The following", "SLU007 (12,1,26)", "Add 'The following properties are synchronized")]
    public void A_missing_sentence_is_reported_on_the_heading(string start, string place, string words)
    {
        var text = Samples.Around(Samples.Section("HubSpot Deal", "Keap Order", "Keap"));
        var at = text.IndexOf(start, StringComparison.Ordinal);
        var reading = Samples.Read(text.Remove(at, text.IndexOf('\n', at) - at));

        Assert.Equal([place], Samples.Places(reading.Problems));
        Assert.Contains(words, reading.Problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_table_is_reported_on_the_sentence_that_announces_it()
    {
        var text = Samples.Around(Samples.Section("HubSpot Deal", "Keap Order", "Keap"));
        var reading = Samples.Read(text.Remove(text.IndexOf(".. list", StringComparison.Ordinal)));

        Assert.Equal(["SLU010 (18,1,82)"], Samples.Places(reading.Problems));
    }

    [Fact]
    public void Sentences_that_contradict_each_other_are_reported_on_the_second()
    {
        const string Every = "Every HubSpot Deal will be synchronized with a Keap Order.\n";
        const string Matching =
            "If a matching Keap Order already exists, the HubSpot Deal will be merged with the existing one.\n";
        var text = Samples.Around(Samples.Section("HubSpot Deal", "Keap Order", "Keap"));

        Assert.Equal(["SLU008 (15,1,58)"], Samples.Places(Samples.Read(text.Replace(Every, Every + Every)).Problems));
        Assert.Equal(
            ["SLU008 (15,1,95)"], Samples.Places(Samples.Read(text.Replace(Every, Every + Matching)).Problems));
    }

    [Fact]
    public void Nothing_at_all_has_no_title_no_time_and_no_flows() => Assert.Equal(
        ["SLU001 (1,1,0)", "SLU003 (1,1,0)", "SLU022 (1,1,0)"], Samples.Places(Samples.Read("").Problems));

    [Theory]
    [InlineData("keap.rst")]
    [InlineData("-keap.rst")]
    [InlineData("keap-.rst")]
    public void A_file_name_that_names_no_two_systems_is_reported(string file) => Assert.Equal(
        ["SLU002 (1,1,0)"],
        Samples.Places(
            DocumentReader.Read(file, Samples.Around(Samples.Section("HubSpot Deal", "Keap Order", "Keap"))).Problems));

    [Fact]
    public void A_damaged_section_leaves_the_others_alone()
    {
        var text = Samples.Text(Samples.Keap).ReplaceLineEndings("\n").Replace("Every YouTrack Groups will",
            "Every Groups might");
        var document = DocumentReader.Read(Samples.Keap, text).Document;

        Assert.Equal(4, document.Flows.Count);
        Assert.Equal(Samples.Document(Samples.Keap).Flows[1], document.Flows[1]);
    }
}
