using System.Text.Json.Nodes;
using Sluice.Generator.Tests.Harness;
using static Sluice.Generator.Tests.Harness.DocumentText;

namespace Sluice.Generator.Tests.Open;

/// <summary>Hooks over contracts that the same build writes.</summary>
public sealed class OpenHookTests
{
    private const string Class = "Sluice.Flows.AbCd.OrdersOrders";

    [Fact]
    public void A_condition_without_its_hook_is_one_error_in_the_document_and_none_in_the_code()
    {
        var generation = Of().Run();

        Assert.Single(generation.Problems, problem => problem.Contains("error", StringComparison.Ordinal));
        Assert.Contains(
            "private static partial bool WhenAnOrderIsPaid(AbOrder left)",
            Assert.Single(generation.Problems, problem => problem.Contains("SLU040", StringComparison.Ordinal)),
            StringComparison.Ordinal);
        Assert.Empty(generation.CompilerMessages);
    }

    [Theory]
    [InlineData("using AbOrder = Sluice.Flows.Open.Ab.Orders;", "AbOrder")]
    [InlineData("using Sluice.Flows.Open.Ab;", "Orders")]
    [InlineData("", "Sluice.Flows.Open.Ab.Orders")]
    [InlineData("", "Open.Ab.Orders")]
    public void A_hook_takes_the_contract_by_any_of_its_names(string use, string type)
    {
        var generation = Of().Source("Hooks.cs", $$"""
            {{use}}
            namespace Sluice.Flows.AbCd;
            public sealed partial class OrdersOrders
            {
                private static partial bool WhenAnOrderIsPaid({{type}} left) => left.paid.Boolean == true;
            }
            """).Run();

        Assert.Empty(generation.CompilerMessages);
        Assert.DoesNotContain(generation.Problems, problem => problem.Contains("error", StringComparison.Ordinal));
        var pairing = generation.Load(Class);
        Assert.Null(pairing.Create(Side.Right, Record(pairing, """{"paid":false}""")).Record);
        Assert.NotNull(pairing.Create(Side.Right, Record(pairing, """{"paid":true}""")).Record);
    }

    private static Project Of() => new Project(withContracts: false).Document("ab-cd.rst", DocumentText.Of(
        "Ab", "Cd",
        Section(
            "Ab Orders", "Cd Orders", "When an Order is paid", ["id|id"], ["paid|paid|\"boolean\""])));

    private static IOpenRecord Record(Pairing pairing, string json)
    {
        var type = pairing.GetType().Assembly.GetType("Sluice.Flows.Open.Ab.Orders", throwOnError: true)!;
        return (IOpenRecord)Activator.CreateInstance(type, JsonNode.Parse(json))!;
    }
}
