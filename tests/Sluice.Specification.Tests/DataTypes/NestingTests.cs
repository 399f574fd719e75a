using Sluice.Specification.DataTypes;

namespace Sluice.Specification.Tests.DataTypes;

/// <summary>Restoring, on nestings of all functions that nobody has seen.</summary>
public sealed class NestingTests(ITestOutputHelper output)
{
    private const int Cases = 3_000;

    // Cells of more than 256 parts are refused, and none has been seen.
    private const int Longest = 500;

    [Fact]
    public void A_whole_expression_is_read_as_it_is_written() => Each((expression, cell) =>
    {
        Assert.Equal(expression.ToString(), DataType.Read(cell).Expression?.ToString());
        var blank = cell.Replace(", ", ",", StringComparison.Ordinal);
        Assert.Equal(Compact(expression), Compact(DataType.Read(blank).Expression));
    },
    expression => expression.ToString());

    // Where a literal belongs, a name is a text: a cast that was folded there is the one thing that is lost.
    [Fact]
    public void A_folded_expression_is_restored() => Each(
        (expression, cell) =>
        {
            if (DataType.Read(cell).Expression is var read && read != expression)
                Assert.Equal(cell, RandomExpression.Folded(Assert.IsType<FunctionCall>(read)));
        },
        expression => RandomExpression.Folded(expression));

    // Stripping loses what some expressions differ in; what is restored is then another one of which the same is left.
    [Fact]
    public void What_is_restored_of_a_stripped_expression_is_one_of_which_the_same_is_left()
    {
        var (restored, refused) = (0, 0);
        Each(
            (expression, cell) =>
            {
                if (DataType.Read(cell).Expression is not { } read)
                    refused++;
                else if (read == expression)
                    restored++;
                else
                    Assert.Equal(Left(cell), Left(RandomExpression.Stripped(read)));
            },
            RandomExpression.Stripped);
        output.WriteLine($"{restored} of {Cases} restored exactly, {refused} refused");
    }

    // Random seed 1755772306: of three values in a row one was stripped, and the restored list has one less.
    [Fact]
    public void Of_current_values_in_a_row_one_goes_each_time()
    {
        const string Cell =
            """
            "slice", 1.50, 2, "datetime-format", "Europe/Oslo", "%Y-%m-%d", "slice", 1, "list", "_.", "_."]]]
            """;
        var read = Assert.IsType<FunctionCall>(DataType.Read(Cell).Expression);
        Assert.Equal(Left(Cell), Left(RandomExpression.Stripped(read)));
    }

    private void Each(Action<FunctionCall, string> check, Func<FunctionCall, string> form)
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        for (var i = 0; i < Cases; i++)
        {
            var expression = new RandomExpression(unchecked(seed + i)).Call(i % 4);
            var cell = form(expression);
            if (cell.Length > Longest)
                continue;

            try
            {
                check(expression, cell);
            }
            catch (Xunit.Sdk.XunitException exception)
            {
                throw new InvalidOperationException($"seed {seed + i}: {cell}", exception);
            }
        }
    }

    // What stripping left of a current value inside another one looks like one that it overlooked; of several values
    // in a row one goes each time.
    private static string Left(string stripped)
    {
        var left = stripped.Replace(", \"_.\"]", "", StringComparison.Ordinal);
        return left == stripped ? left : Left(left);
    }

    private static string? Compact(Expression? expression) =>
        expression?.ToString().Replace(", ", ",", StringComparison.Ordinal);
}
