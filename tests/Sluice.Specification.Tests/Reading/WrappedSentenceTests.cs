namespace Sluice.Specification.Tests.Reading;

/// <summary>Sentences that an editor has wrapped.</summary>
public sealed class WrappedSentenceTests
{
    private const string Every = "Every HubSpot Deal will be synchronized with a Keap Order.";
    private const string Won =
        "When a HubSpot Deal has a 100% probability, it  will be synchronized with a Keap Order.";
    private const string Merge =
        "A HubSpot Deal will merge with a Keap Order if one of the following property combinations match:";

    private static readonly string Once = Samples.Once("HubSpot Deal", "Keap Order");
    private static readonly string Following = Samples.Following("HubSpot Deal", "Keap Order");

    [Theory]
    [InlineData(Every, 30)]
    [InlineData(Won, 25)]
    [InlineData(Won, 48)]
    [InlineData(Won, 70)]
    [InlineData(Merge, 40)]
    public void A_sentence_on_two_lines_is_one_problem_that_says_so(string sentence, int length)
    {
        var at = sentence.LastIndexOf(' ', length);
        var text = Section.Replace(
            sentence == Merge ? Merge : Every, sentence.Remove(at, 1).Insert(at, "\n"), StringComparison.Ordinal);

        var problem = Assert.Single(Samples.Read(text).Problems, one => one.Code != "SLU012");

        var line = sentence == Merge ? 16 : 14;
        Assert.Equal([$"SLU004 ({line},1,{sentence[..at].TrimEnd().Length})"], Samples.Places([problem]));
        Assert.Contains(
            $"stands on 2 lines and must stand on one. Join lines {line} to {line + 1}: ", problem.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_that_was_wrapped_as_a_whole_has_one_problem_for_each_sentence()
    {
        var text = Section;
        foreach (var sentence in (string[])[Every, Merge, Once, Following])
            text = text.Replace(sentence, Wrapped(sentence), StringComparison.Ordinal);

        var reading = Samples.Read(text);

        Assert.Equal(4, reading.Problems.Count);
        Assert.All(reading.Problems, problem =>
            Assert.Contains("must stand on one. Join lines", problem.Message, StringComparison.Ordinal));
        var flow = Assert.Single(reading.Document.Flows);
        Assert.Equal((1, 1), (flow.MatchRules.Count, flow.Fields.Count));
    }

    [Fact]
    public void A_sentence_behind_a_damaged_one_is_read_for_itself()
    {
        var text = Section.Replace(Every, $"Evry HubSpot Deal is nice.\n{Won}", StringComparison.Ordinal);
        var reading = Samples.Read(text);

        Assert.Equal("When a HubSpot Deal has a 100% probability", Assert.Single(reading.Document.Flows).Condition);
        Assert.Equal(["SLU004 (14,1,26)"], Samples.Places(reading.Problems));
    }

    [Fact]
    public void A_third_cell_without_its_marker_is_no_beginning_of_a_sentence()
    {
        var text = Section.Replace("     - Keap Data Type", "Keap Data Type", StringComparison.Ordinal)
            .Replace(Once + "\n", "", StringComparison.Ordinal)
            .Replace("     - \"string\"", $"N/A\n{Once}", StringComparison.Ordinal);

        Assert.Equal("SLU020", Assert.Single(Samples.Read(text).Problems).Code);
    }

    private static string Section =>
        Samples.Around(Samples.Section("HubSpot Deal", "Keap Order", "Keap", Samples.Row("name", "title", "N/A")))
            .Replace(
                Once,
                $"{Merge}\n\n{Samples.Table("HubSpot Deal Property", "Keap Order Property")}"
                + $"{Samples.Row("id", "order_id")}\n{Once}",
                StringComparison.Ordinal)
            .Replace("     - N/A", "     - \"string\"", StringComparison.Ordinal);

    private static string Wrapped(string sentence)
    {
        var (lines, rest) = ("", sentence);
        while (rest.Length > 50)
        {
            var at = rest.LastIndexOf(' ', 50);
            (lines, rest) = ($"{lines}{rest[..at]}\n", rest[(at + 1)..]);
        }

        return lines + rest;
    }
}
