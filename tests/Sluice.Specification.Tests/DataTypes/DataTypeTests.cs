using Sluice.Specification.DataTypes;

namespace Sluice.Specification.Tests.DataTypes;

public sealed class DataTypeTests
{
    [Theory]
    [InlineData("\"strng\"", "'strng' is not a function; did you mean 'string'?")]
    [InlineData("[\"frobnicate\", \"_.\"]", "'frobnicate' is not a function.")]
    [InlineData("\"string", "character 1 starts neither a text in quotes nor a number.")]
    [InlineData("string", "character 1 starts neither a text in quotes nor a number.")]
    [InlineData("", "it is blank.")]
    [InlineData("[\"string\", \"_.\"", "its functions and brackets do not make one expression.")]
    [InlineData("[\"string\" \"_.\"]", "commas and brackets do not go together near character 11.")]
    [InlineData("[\"string\", \"_.\"],", "something is missing at its end.")]
    [InlineData("\"integer\", \"integer\", 0]", "its functions and brackets do not make one expression.")]
    [InlineData("\"decimal\", \"boolean\", false]", "its functions and brackets do not make one expression.")]
    [InlineData("[\"if\", 1]", "its functions and brackets do not make one expression.")]
    [InlineData("[\"integer\", 01]", "character 13 starts neither a text in quotes nor a number.")]
    public void What_cannot_be_read_says_why(string cell, string fault)
    {
        var type = DataType.Read(cell);

        Assert.Equal(DataTypeForm.Unreadable, type.Form);
        Assert.Equal(fault, type.Fault);
        Assert.Null(type.Expression);
    }

    [Fact]
    public void Deep_and_long_cells_are_refused_and_not_suffered()
    {
        Assert.Equal(DataTypeForm.Unreadable, DataType.Read(new string('[', 100_000)).Form);
        Assert.Equal(
            DataTypeForm.Unreadable, DataType.Read(string.Join(", ", Enumerable.Repeat("\"list\"", 255))).Form);
        var nested = string.Concat(Enumerable.Repeat("[\"string\", ", 80)) + "\"_.\"" + new string(']', 80);
        Assert.Equal(DataTypeForm.Unreadable, DataType.Read(nested).Form);
    }

    [Fact]
    public void Numbers_stay_text()
    {
        const string Cell = "[\"if\", [\"gt\", \"_.\", 123456789012345678901234567890.50], 1e400, -0.0]";

        Assert.Equal(Cell, DataType.Read(Cell).Expression?.ToString());
    }

    [Fact]
    public void Escapes_are_decoded_and_printed_again()
    {
        var type = DataType.Read("[\"replace\", \"\\u000a\\\"\", \"\\\\\", \"_.\"]");

        var call = Assert.IsType<FunctionCall>(type.Expression);
        Assert.Equal(new Literal(LiteralKind.Text, "\n\""), call.Arguments[0]);
        Assert.Equal("[\"replace\", \"\\u000a\\\"\", \"\\\\\", \"_.\"]", call.ToString());
    }

    [Theory]
    [InlineData("\\ud83d")]
    [InlineData("\\ude00")]
    [InlineData("\\ude00\\ud83d")]
    [InlineData("a\ud83d\ude00\\ud83db")]
    public void Half_a_character_is_printed_by_its_number(string text)
    {
        var cell = $"[\"eq\", \"{text}\", \"_.\"]";

        Assert.Equal(cell, DataType.Read(cell).Expression?.ToString());
    }

    [Fact]
    public void Equal_cells_give_equal_models() =>
        Assert.Equal(DataType.Read("\"integer\", \"decimal\"]").Expression,
            DataType.Read("[\"integer\",[\"decimal\",\"_.\"]]").Expression);

    [Theory]
    [InlineData("\"datetime-format\", \"Europe/Oslo\", \"%Y\"",
        "[\"datetime-format\", \"Europe/Oslo\", \"%Y\", \"_.\"]")]
    [InlineData("[\"replace\", \"string\", \"integer\", \"_.\"]", "[\"replace\", \"string\", \"integer\", \"_.\"]")]
    [InlineData("[\"decimal\", [\"string\", \"n/a\"], \"_.\"]", "[\"decimal\", [\"string\", \"n/a\"], \"_.\"]")]
    public void Literals_are_told_from_functions_by_their_place(string cell, string expression) =>
        Assert.Equal(expression, DataType.Read(cell).Expression?.ToString());
}
