using Sluice.Specification.Schemas;

namespace Sluice.Generator.Tests.Documents;

public sealed class CanonicalKindTests
{
    [Fact]
    public void The_binder_and_the_runtime_name_the_same_forms_in_the_same_order() =>
        Assert.Equal(Enum.GetNames<Canonical>(), Enum.GetNames<CanonicalKind>());

    [Fact]
    public void Every_form_that_generated_code_may_name_makes_a_key() =>
        Assert.All(
            Enum.GetNames<CanonicalKind>().Where(name => name != nameof(CanonicalKind.Text)),
            name => Assert.NotNull(typeof(MatchKey).GetMethod(name, [typeof(string)])));
}
