using Sluice.EndToEnd.Tests.World;

namespace Sluice.EndToEnd.Tests;

/// <summary>A store belongs to the accounts that it has met.</summary>
public sealed class AccountTests(ITestOutputHelper output)
{
    [Fact]
    public async Task F50_A_store_that_meets_other_accounts_with_the_same_ids_writes_nothing_and_fails()
    {
        await using var scene = await Scene.OpenAsync(output);
        await scene.ApproveAsync();
        await using var other = await SandboxUnderTest.StartAsync(scene.Sandbox.Seed);
        await File.WriteAllTextAsync(
            scene.SettingsFile, other.Addresses.ToSettingsJson(), TestContext.Current.CancellationToken);

        foreach (var verb in new[] { new[] { "run", "--once" }, ["plan"], ["run", "--once", "--json"] })
            (await scene.SluiceAsync(verb)).Returned(1).Saying("account", "Store:Path");

        Assert.All(await other.LogAsync(), entry => Assert.False(entry.IsWrite, entry.Path));
    }
}
