using System.Text;
using Sluice.EndToEnd.Tests.World;

namespace Sluice.EndToEnd.Tests;

/// <summary>A counterpart that a user deleted, and a person who is forgotten.</summary>
public sealed class ForgettingTests(ITestOutputHelper output)
{
    private const string Contacts = "keap-contacts/youtrack-users";

    [Fact]
    public async Task F57_A_copy_that_a_user_deleted_is_not_made_again_and_who_is_forgotten_is_in_no_file()
    {
        await using var scene = await Scene.OpenAsync(output);
        scene.SetReadOnly("Customcrm");
        scene.Set("Pipeline__Interval", "00:00:01");

        // A document that copies nothing needs nothing of Keap, and would not even see that a contact is gone.
        scene.Set($"Pipeline__Deletes__{Contacts}", "Unlink");

        // A contact that was made a moment ago and is gone may only not show yet.
        scene.Set("Systems__Keap__SettleBound", "00:00:00");
        var id = await scene.Sandbox.Vendors.AddUserAsync("to.forget", "Wilhelmina Trace", "forget.me@either.example");
        await scene.ApproveAsync();
        await scene.SettleAsync();
        var copy = (await scene.Sandbox.DumpAsync()).KeapContacts
            .Single(contact => contact.Value == "forget.me@either.example").Key;
        await scene.Sandbox.Vendors.SetEmailAsync(id, "forget.her@either.example");
        await using var service = scene.Start("run");
        await scene.Sandbox.Vendors.DeleteKeapContactAsync(copy);
        var before = await scene.Sandbox.LastSequenceAsync();

        await service.LogMoreAsync($"{Contacts}: 0 linked, 0 created", 3);
        (await scene.SluiceAsync("why", "YouTrack", "Users", id)).Returned(0)
            .Saying($"ended, because one of the two went: Keap Contacts {copy}");
        Assert.DoesNotContain(await scene.Sandbox.LogAfterAsync(before), entry => entry.IsWrite);
        string[] traces = ["forget.me@either.example", "forget.her@either.example", "Wilhelmina", id];
        Assert.Contains(id, Bytes(scene.StoreFile, $"{scene.StoreFile}-wal"), StringComparison.OrdinalIgnoreCase);

        (await scene.SluiceAsync("forget", "youtrack", "users", id)).Returned(0)
            .Saying("delete:", $"Keap Contacts {copy}", $"YouTrack Users {id}");
        await service.LogAsync("It is forgotten, with 2 records.");
        await service.SignalAsync("TERM");
        var log = scene.Checked(["run"], await service.EndAsync()).Returned(0).Errors;

        Assert.All(traces, trace =>
            Assert.DoesNotContain(trace, Bytes(Files(scene)), StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("either.example", log, StringComparison.Ordinal);
        Assert.DoesNotContain(id, log.Split("It is forgotten")[1], StringComparison.Ordinal);
        (await scene.SluiceAsync("why", "YouTrack", "Users", id)).Returned(1).Saying("was forgotten");
        (await scene.SluiceAsync("forget", "YouTrack", "Users", id)).Returned(1).Saying("It is forgotten already.");
        await scene.RunAsync();
        Assert.DoesNotContain(await scene.Sandbox.LogAfterAsync(before), entry => entry.IsWrite);
        Assert.All(traces, trace =>
            Assert.DoesNotContain(trace, Bytes(Files(scene)), StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>All that lies beside the settings: the store, its log, and what locks it.</summary>
    private static string[] Files(Scene scene) =>
    [
        .. Directory.GetFiles(Path.GetDirectoryName(scene.StoreFile)!).Where(file => file != scene.SettingsFile),
    ];

    private static string Bytes(params string[] files)
    {
        var text = new StringBuilder();
        foreach (var file in files)
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            text.Append(reader.ReadToEnd());
        }

        return text.ToString();
    }
}
