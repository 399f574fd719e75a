using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Sluice.EndToEnd.Tests.Processes;

namespace Sluice.EndToEnd.Tests.World;

/// <summary>A test's own folder, settings, store and systems, and the host to start over them.</summary>
internal sealed class Scene : IAsyncDisposable
{
    private readonly ITestOutputHelper _output;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sluice-e2e-");
    private readonly Dictionary<string, string> _environment = [];

    private Scene(ITestOutputHelper output, SandboxUnderTest sandbox) => (_output, Sandbox) = (output, sandbox);

    public SandboxUnderTest Sandbox { get; }

    public string SettingsFile => Path("settings.json");

    public string StoreFile => Path("store.db");

    /// <summary>
    /// Opens a scene over a sandbox whose seed is chosen at random, and printed; the environment variable SLUICE_SEED
    /// repeats one.
    /// </summary>
    public static async Task<Scene> OpenAsync(ITestOutputHelper output)
    {
        var asked = Environment.GetEnvironmentVariable("SLUICE_SEED");
        var seed = long.TryParse(asked, CultureInfo.InvariantCulture, out var given)
            ? given
            : Random.Shared.NextInt64(1, 1_000_000);
        return await OpenAsync(output, seed);
    }

    /// <summary>Opens a scene over a sandbox of one seed, where the very records matter.</summary>
    public static async Task<Scene> OpenAsync(ITestOutputHelper output, long seed)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Seed {seed}"));
        var scene = new Scene(output, await SandboxUnderTest.StartAsync(seed));
        await File.WriteAllTextAsync(scene.SettingsFile, scene.Sandbox.Addresses.ToSettingsJson(), Token);
        scene.Set("Store__Path", scene.StoreFile);
        return scene;
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The folder of the host to start from now on; null for the one built with these tests.</summary>
    public string? Host { get; set; }

    /// <summary>A path in the scene's folder.</summary>
    public string Path(string name) => System.IO.Path.Combine(_folder.FullName, name);

    /// <summary>Gives a setting by environment variable, for what is started from now on.</summary>
    public void Set(string name, string value) => _environment[name] = value;

    public void Unset(string name) => _environment.Remove(name);

    /// <summary>
    /// Keeps systems from being written to, where a test has no use for hundreds of new records in them.
    /// </summary>
    public void SetReadOnly(params string[] systems)
    {
        foreach (var system in systems)
            Set($"Systems__{system}__ReadOnly", "true");
    }

    /// <summary>Changes the settings file.</summary>
    public async Task ChangeSettingsAsync(Action<JsonNode> change)
    {
        var settings = JsonNode.Parse(await File.ReadAllTextAsync(SettingsFile, Token))!;
        change(settings);
        await File.WriteAllTextAsync(SettingsFile, settings.ToJsonString(), Token);
    }

    /// <summary>Starts a verb with this scene's settings and leaves it running.</summary>
    public SluiceProcess Start(params string[] arguments) =>
        SluiceProcess.Start([.. arguments, "--settings", SettingsFile], _folder.FullName, _environment, Host);

    /// <summary>
    /// Starts a verb that can write no file beyond a number of bytes: what it then hears is what a full disk says.
    /// </summary>
    public SluiceProcess StartOnSmallDisk(int bytes, params string[] arguments) => SluiceProcess.StartLimited(
        bytes, [.. arguments, "--settings", SettingsFile], _folder.FullName, _environment);

    /// <summary>Runs a verb that needs no settings to its end.</summary>
    public async Task<Result> BareAsync(params string[] arguments)
    {
        await using var process = SluiceProcess.Start(arguments, _folder.FullName, _environment);
        return Checked(arguments, await process.EndAsync());
    }

    /// <summary>Runs a verb with this scene's settings to its end.</summary>
    public async Task<Result> SluiceAsync(params string[] arguments)
    {
        await using var process = Start(arguments);
        return Checked(arguments, await process.EndAsync());
    }

    /// <summary>Plans, and lets exactly that plan be carried out.</summary>
    public async Task ApproveAsync()
    {
        var plan = JsonNode.Parse((await SluiceAsync("plan", "--json")).Returned(2).LastLine)!;
        (await SluiceAsync("approve", plan["hash"]!.GetValue<string>())).Returned(0);
    }

    /// <summary>One cycle that ends well, whether or not something is left for a person.</summary>
    public async Task<Report> RunAsync()
    {
        var result = await SluiceAsync("run", "--once", "--json");
        Assert.True(
            result.ExitCode is 0 or 2,
            $"{Sandbox}: exit code {result.ExitCode}\n{result.Output}\n{result.Errors}");
        return Report.Of(result.LastLine);
    }

    /// <summary>Runs cycles until one changes nothing and no write has an unknown outcome.</summary>
    /// <returns>The last report.</returns>
    public async Task<Report> SettleAsync()
    {
        const int Most = 8;
        for (var i = 0; i < Most; i++)
            if (await RunAsync() is { Changes: 0 } report && await UnsettledAsync() == 0)
                return report;

        throw new InvalidOperationException($"{Sandbox}: nothing settled in {Most} cycles.");
    }

    /// <summary>The one line that a verb prints with <c>--json</c>.</summary>
    public async Task<JsonNode> JsonAsync(int exitCode, params string[] arguments) =>
        JsonNode.Parse((await SluiceAsync([.. arguments, "--json"])).Returned(exitCode).Output)!;

    /// <summary>Makes the store one from before documents were kept.</summary>
    public Task ForgetDocumentsAsync() => AlterStoreAsync(
        """
        update pairings set approved_as = '' where approved_as is not null;
        delete from approved_documents; delete from documents
        """);

    /// <summary>
    /// Makes the store one whose pairings were approved with other words in one document, and some of them with another
    /// meaning.
    /// </summary>
    public Task ApprovedWithAsync(string title, params string[] otherMeaning) => AlterStoreAsync(
        $"""
        pragma foreign_keys = off;
        update approved_documents set document = 'was ' || document
        where document in (select hash from documents where text like '%{title}%');
        update documents set hash = 'was ' || hash, text = replace(text, 'Generated: 202', 'Generated: 201')
        where text like '%{title}%';
        update pairings set approved_as = 'was', fingerprint = 'was'
        where name in ({string.Join(',', otherMeaning.Select(name => $"'{name}'"))})
        """);

    /// <summary>
    /// Makes the store one that knows a pairing no document speaks of any more: a link between <c>1</c> and <c>u1</c>,
    /// a question, and a breaker that is open.
    /// </summary>
    public Task RememberAsync(string pairing) => AlterStoreAsync(
        $"""
        insert into entities (id, system, name) values (901, 'Gone', 'Members'), (902, 'Gone', 'Users');
        insert into records (id, entity, key) values (901, 901, '1'), (902, 902, 'u1');
        insert into pairings (id, name, left_entity, right_entity) values (901, '{pairing}', 901, 902);
        insert into links (pairing, left_key, right_key, left_record, right_record, state, origin, line, dirty,
            changed_at)
        values (901, '1', 'u1', 901, 902, 0, 0, 1, 0, 0);
        insert into review (pairing, side, key, number, kind, reason, line, since, basis)
        values (901, 0, '2', 0, 1, 'Two could be meant.', 1, 0, '');
        insert into plans (hash, at, breaker) values ('withheld', 0, 1);
        insert into breakers (pairing, since, reason, plan) values (901, 0, 'Many at once.', 'withheld')
        """);

    /// <summary>What <c>status</c> says to programs, whatever its exit code.</summary>
    public async Task<JsonNode> StatusAsync() => JsonNode.Parse((await SluiceAsync("status", "--json")).LastLine)!;

    private async Task AlterStoreAsync(string statements)
    {
        await using var connection = new SqliteConnection($"Data Source={StoreFile};Pooling=False");
        await connection.OpenAsync(Token);
        await using var command = connection.CreateCommand();
        command.CommandText = statements;
        await command.ExecuteNonQueryAsync(Token);
    }

    /// <summary>How many writes have an unknown outcome, as <c>status</c> says.</summary>
    public async Task<int> UnsettledAsync() =>
        (await StatusAsync())["pairings"]!.AsArray()
            .Sum(row => row!["unsettled"]!.GetValue<int>());

    /// <summary>No secret of the settings may stand in anything the host prints.</summary>
    public Result Checked(IEnumerable<string> arguments, Result result)
    {
        _output.WriteLine($"sluice {string.Join(' ', arguments)} → {result.ExitCode}");
        foreach (var secret in Secrets())
            Assert.False(
                result.Said.Contains(secret, StringComparison.Ordinal),
                $"{Sandbox}: a secret stands in:\n{result.Output}\n{result.Errors}");

        return result;
    }

    public async ValueTask DisposeAsync()
    {
        await Sandbox.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>How the tokens and codes begin that the sandbox gives out.</summary>
    public static IReadOnlyList<string> IssuedSecrets { get; } = ["keap-access-", "keap-refresh-", "keap-code-"];

    /// <summary>
    /// Lets Keap be signed in to as an application. Nobody has; the keys are in a folder of the scene.
    /// </summary>
    public async Task UseApplicationAsync()
    {
        await File.WriteAllTextAsync(SettingsFile, Sandbox.Addresses.ToSettingsJson(keapApplication: true), Token);
        Set("Store__Keys", Path("keys"));
        Set("Systems__Keap__RedirectAddress", Browser.FreeAddress().OriginalString);
    }

    /// <summary>Signs in to Keap with a browser.</summary>
    public async Task<Result> ConnectAsync()
    {
        using var browser = new Browser();
        await using var connect = Start("connect", "keap");
        await browser.SignInAsync(connect);
        return Checked(["connect"], await connect.EndAsync());
    }

    /// <summary>The credentials of the settings.</summary>
    public IEnumerable<string> Secrets() =>
    [
        Sandbox.Addresses.YouTrackToken, Sandbox.Addresses.KeapToken, Sandbox.Addresses.CustomCrmToken,
        Sandbox.Addresses.ClientKey, Sandbox.Addresses.ApplicationKey, Sandbox.Addresses.SubscriptionKey,
        Sandbox.Addresses.KeapClientSecret, .. IssuedSecrets,
    ];
}
