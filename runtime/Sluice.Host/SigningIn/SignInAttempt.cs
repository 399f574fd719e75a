using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using Sluice.Connectors.Grants;

namespace Sluice.Host.SigningIn;

/// <summary>One attempt of a person to sign in to a system with a browser.</summary>
/// <param name="authorization">The system.</param>
/// <param name="input">Where a person may paste the address that the browser ended at.</param>
/// <param name="errors">Where to say that what was pasted is none.</param>
internal sealed class SignInAttempt(IAuthorization authorization, TextReader input, TextWriter errors)
{
    private readonly string _state = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    private readonly TaskCompletionSource<Redirected> _found =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private string Verb => $"sluice connect {authorization.System.ToLowerInvariant()}";

    /// <summary>Where the person signs in.</summary>
    public Uri Address => authorization.AddressFor(_state);

    /// <summary>Waits for the browser, and gets tokens for what it brings.</summary>
    /// <param name="show">Called when the browser may come.</param>
    /// <param name="within">How long it is waited for.</param>
    /// <param name="token">Ends the wait.</param>
    /// <exception cref="HostException">Nobody came, or the person said no.</exception>
    /// <exception cref="RemoteException">The system gave out no tokens.</exception>
    public async Task<ReadOnlyMemory<byte>> RunAsync(Action show, TimeSpan within, CancellationToken token)
    {
        await using var listener = RedirectListener.CanListenTo(authorization.RedirectAddress)
            ? await RedirectListener.StartAsync(
                authorization.RedirectAddress, _state, found => _found.TrySetResult(found), token)
            : null;
        show();

        // A console cannot be told to stop reading; the thread ends with the process.
        _ = Task.Run(ReadPasted, CancellationToken.None);
        var redirected = await WaitAsync(within, token);
        if (redirected.Code is not { } code)
            throw new HostException(
                $"{authorization.System} let nobody in ({redirected.Refusal}).",
                $"Run `{Verb}` again, and allow it in the browser.", ExitCode.SignInNeeded);

        return await authorization.ExchangeAsync(code);
    }

    private async Task<Redirected> WaitAsync(TimeSpan within, CancellationToken token)
    {
        try
        {
            return await _found.Task.WaitAsync(within, TimeProvider.System, token);
        }
        catch (TimeoutException)
        {
            throw new HostException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Nobody signed in to {authorization.System} within {within:c}. Nothing was stored."),
                $"Run `{Verb}` again; --timeout gives more time.", ExitCode.SignInNeeded);
        }
        catch (OperationCanceledException)
        {
            throw new HostException(
                $"Stopped: nobody has signed in to {authorization.System}, and nothing was stored.",
                $"Run `{Verb}` again.", ExitCode.SignInNeeded);
        }
    }

    private void ReadPasted()
    {
        while (!_found.Task.IsCompleted && input.ReadLine() is { } line)
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            if (Uri.TryCreate(line.Trim(), UriKind.Absolute, out var address)
                && Redirected.Read(address.Query, _state) is { } redirected)
                _found.TrySetResult(redirected);
            else
                errors.WriteLine(
                    "That is not the address that the browser ended at after this sign-in: it has to hold a code, and "
                    + "the state of the address above. Copy all of it, once more.");
        }
    }
}
