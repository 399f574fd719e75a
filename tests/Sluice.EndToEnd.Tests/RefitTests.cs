using Sluice.EndToEnd.Tests.World;

namespace Sluice.EndToEnd.Tests;

/// <summary>
/// The switch <c>-p:UseRefit=true</c>, with a package of Refit's name and signatures: the real one is not at hand where
/// this is built.
/// </summary>
public sealed class RefitTests
{
    [Fact]
    public async Task The_same_calls_go_over_the_wire_with_Refit_and_neither_mode_spoils_the_other()
    {
        using var copy = new RefitCopy();
        var locks = copy.Locks;
        (await copy.PackAsync()).Returned(0);

        (await copy.BuildWithRefitAsync(RefitCopy.Tests)).Returned(0);
        Assert.DoesNotContain(copy.Types("refit/"), IsVocabulary);
        (await copy.TestWithRefitAsync("Sluice.Connectors.Tests.Wire.WireTests"))
            .Returned(0).Saying("Total: 5, Errors: 0, Failed: 0, Skipped: 0");
        Assert.Contains("\"Refit\"", copy.Read($"{RefitCopy.Connectors}/obj/refit/packages.lock.json"));

        (await copy.BuildAsync(RefitCopy.Connectors)).Returned(0);
        Assert.Contains("Sluice.Http.Rest.RestService", copy.Types(""));
        Assert.DoesNotContain("Refit/", copy.Read($"{RefitCopy.Connectors}/obj/project.assets.json"));
        Assert.Equal(locks, copy.Locks);

        (await copy.BuildWithRefitAsync(RefitCopy.Connectors, "--no-restore")).Returned(0);
    }

    private static bool IsVocabulary(string type) => type.StartsWith("Sluice.Http.Rest.", StringComparison.Ordinal);
}
