using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Connectors.Grants;
using Sluice.Host.Configuration;
using Sluice.Host.Output;
using Sluice.Host.Running;
using Sluice.Host.SigningIn;
using Sluice.Stores.Sqlite;

namespace Sluice.Host.Commands;

/// <summary><c>sluice connect</c>: a person signs in to a system, and lets this tool in.</summary>
internal static class ConnectCommand
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public static Command Create()
    {
        var system = new Argument<string>("SYSTEM") { Description = "The system to sign in to: keap." };
        var timeout = new Option<TimeSpan>("--timeout")
        {
            Description = "How long to wait for the browser, as in 00:10:00; up to an hour.",
            HelpName = "TIME",
            DefaultValueFactory = _ => TimeSpan.FromMinutes(10),
            CustomParser = Timeout,
        };
        var (settings, store, json) = (SharedOptions.Settings(), SharedOptions.Store(), SharedOptions.Json());
        var command = new Command(
            "connect",
            "Signs in to a system as an application: prints the address to open in a browser, and keeps the tokens "
            + "that come of it. Works while `run` lives, which goes on with them.")
        {
            system, timeout, settings, store, json,
        };
        command.SetAction((parsed, token) => RunAsync(
            parsed.GetValue(system)!, parsed.GetValue(timeout),
            HostSettings.Load(parsed.GetValue(settings) ?? [], parsed.GetValue(store)), parsed.GetValue(json), token));
        return command;
    }

    private static async Task<int> RunAsync(
        string name, TimeSpan timeout, IConfiguration settings, bool json, CancellationToken token)
    {
        await using var services = SystemServices.Build(settings, Logs.Quiet, out var systems);
        var system = systems.FirstOrDefault(
                system => string.Equals(system.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? throw new HostException(
                $"The settings have no section Systems:{Systems.Find(name).Name}.",
                "Add it; spec/settings.md says what belongs there.");
        SystemServices.Validate(services, [system]);
        var authorization = services.GetServices<IAuthorization>()
            .FirstOrDefault(authorization => authorization.System == system.Name)
            ?? throw new HostException(
                $"{system.Name} is signed in to with what stands in Systems:{system.Name}; there is nothing to "
                + "connect.",
                "`sluice doctor` says whether that works. Keap can also be signed in to as an application: give its "
                + "ClientId and ClientSecret in place of Token. A system that settings describe can, with the kind "
                + "Application.");

        var keys = KeyFolder.Of(settings);
        var sealing = keys.Open();
        await using var store = await OpenAsync(StoreSettings.Path(settings));
        var attempt = new SignInAttempt(authorization, Console.In, Console.Error);
        var content = await attempt.RunAsync(() => Show(attempt, authorization, timeout, json), timeout, token);
        var account = await IdentifyAsync(services, system.Name, content, token);

        // What comes of another tenant's account must not reach a store that belongs to this one's.
        var bound = await store.BindAsync(account, TimeProvider.System.GetUtcNow());
        if (bound.Id != account.Id)
            throw new HostException(
                $"The sign-in is to {account.Name} ({account.Id}), and this store belongs to {bound.Name} "
                + $"({bound.Id}). Nothing was stored.",
                "Sign in to the account of the store, or use another Store:Path.");

        await new SealedSignIns(store, () => sealing, keys.Path)
            .LeaveSignInAsync(system.Name, content, TimeProvider.System.GetUtcNow());
        Tell(system, services, account, StoreSettings.Path(settings), keys.Path, json);
        return ExitCode.Done;
    }

    // The first owner makes the store, or brings it up to this program; where one lives, it has.
    private static async Task<SqliteStore> OpenAsync(string path)
    {
        try
        {
            await (await SqliteStore.OpenAsync(path, StoreAccess.Own)).DisposeAsync();
        }
        catch (StoreBusyException)
        {
            // Tokens are left like a decision: the owner takes them up.
        }

        return await SqliteStore.OpenAsync(path, StoreAccess.Look);
    }

    private static async Task<Account> IdentifyAsync(
        IServiceProvider services, string system, ReadOnlyMemory<byte> content, CancellationToken token)
    {
        var held = new HeldSignIn();
        await held.LeaveSignInAsync(system, content, TimeProvider.System.GetUtcNow());
        services.GetRequiredService<SignInSlot>().Store = held;
        return await services.GetServices<IConnection>().Single(connection => connection.System == system)
            .IdentifyAsync(token);
    }

    private static void Show(SignInAttempt attempt, IAuthorization authorization, TimeSpan timeout, bool json)
    {
        if (json)
            Console.WriteLine(JsonLine.Of(line =>
            {
                line.WriteString("system", authorization.System);
                line.WriteString("open", attempt.Address.AbsoluteUri);
                line.WriteString("redirect", authorization.RedirectAddress.OriginalString);
            }));
        else
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"""
                To let sluice in to {authorization.System}, open this address in a browser, and sign in:

                  {attempt.Address.AbsoluteUri}

                Waiting {timeout:c} for the browser to come back to {authorization.RedirectAddress.OriginalString}
                Where it is on another computer, or ends at a page that cannot be shown: copy the address that it ended
                at, paste it here, and press Enter.
                """));
        Console.Out.Flush();
    }

    private static void Tell(
        KnownSystem system, IServiceProvider services, Account account, string store, string keys, bool json)
    {
        var isAsked = system.AsksWhoWeAre(services);
        if (json)
            Console.WriteLine(JsonLine.Of(line =>
            {
                line.WriteString("system", system.Name);
                line.WriteString("account", account.Name);
                line.WriteBoolean("accountAsked", isAsked);
                line.WriteString("store", store);
                line.WriteString("keys", keys);
            }));
        else
            Console.WriteLine(
                $"Signed in to {system.Name} {(isAsked ? "as" : "at")} {account.Name}. The tokens are in {store}, "
                + $"sealed with a key in {keys}: where the store goes, the key has to go too.");
    }

    private static TimeSpan Timeout(ArgumentResult given)
    {
        var text = given.Tokens is [var token] ? token.Value : "";
        if (TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var value)
            && value > TimeSpan.Zero && value <= Longest)
            return value;

        given.AddError($"--timeout takes a time up to an hour, as in 00:10:00, not '{text}'.");
        return default;
    }
}
