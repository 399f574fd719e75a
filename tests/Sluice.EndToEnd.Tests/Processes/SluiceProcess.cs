using System.Diagnostics;
using System.Globalization;

namespace Sluice.EndToEnd.Tests.Processes;

/// <summary>The host, as users start it: a process of its own, seen through its output and exit code only.</summary>
internal sealed class SluiceProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly LineLog _output;
    private readonly LineLog _errors;

    private SluiceProcess(Process process)
    {
        _process = process;
        (_output, _errors) = (new(process.StandardOutput), new(process.StandardError));
    }

    /// <param name="arguments">Verb and options.</param>
    /// <param name="folder">The working folder.</param>
    /// <param name="environment">Settings given by environment variable.</param>
    /// <param name="host">The folder of the host; the one that was built with these tests where there is none.</param>
    public static SluiceProcess Start(
        IEnumerable<string> arguments, string folder, IReadOnlyDictionary<string, string> environment,
        string? host = null) =>
        Start(Dotnet, [], host ?? AppContext.BaseDirectory, arguments, folder, environment);

    /// <summary>Starts the host where no file can grow beyond a number of bytes.</summary>
    /// <remarks>The shell's unit is 512 bytes. The signal that comes with the refusal would end the process: it is
    /// ignored. What .NET reserves for generated code is a file too, unless it is told not to.</remarks>
    public static SluiceProcess StartLimited(
        int bytes, IEnumerable<string> arguments, string folder, IReadOnlyDictionary<string, string> environment) =>
        Start(
            "sh",
            [
                "-c",
                string.Create(CultureInfo.InvariantCulture, $"trap '' XFSZ; ulimit -f {bytes / 512}; exec \"$@\""),
                "sh", Dotnet,
            ],
            AppContext.BaseDirectory, arguments, folder,
            new Dictionary<string, string>(environment) { ["DOTNET_EnableWriteXorExecute"] = "0" });

    private static string Dotnet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    private static SluiceProcess Start(
        string program, IEnumerable<string> before, string host, IEnumerable<string> arguments, string folder,
        IReadOnlyDictionary<string, string> environment)
    {
        // Whoever starts the tests in the background of a script has them ignore SIGINT, and so all that they start:
        // a host that ignores it cannot be stopped with it.
        string[] command = [.. Signals.HeardBy, program, .. before];
        var start = new ProcessStartInfo(command[0])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in command.Skip(1).Append(Path.Combine(host, "sluice.dll")).Concat(arguments))
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        return new(Process.Start(start) ?? throw new InvalidOperationException("The host did not start."));
    }

    /// <summary>The first line of standard output that contains a text, now or later.</summary>
    public Task<string> OutputAsync(string text) => LineAsync(_output, text, 1);

    /// <summary>The first line of standard error, where the service logs, that contains a text, now or later.</summary>
    public Task<string> LogAsync(string text) => LineAsync(_errors, text, 1);

    /// <summary>Waits until a text has come in so many more lines of standard error.</summary>
    public Task LogMoreAsync(string text, int more) => LineAsync(_errors, text, _errors.Count(text) + more);

    /// <summary>Whether a text has come on standard error so far.</summary>
    public bool HasLogged(string text) => _errors.Count(text) > 0;

    /// <summary>Writes all of its standard input.</summary>
    public async Task SayAsync(string input)
    {
        await _process.StandardInput.WriteAsync(input);
        _process.StandardInput.Close();
    }

    public async Task<Result> EndAsync()
    {
        try
        {
            await _process.WaitForExitAsync(TestContext.Current.CancellationToken)
                .WaitAsync(Patience, TimeProvider.System);
        }
        catch (TimeoutException)
        {
            _process.Kill();
            throw new TimeoutException($"The host did not end within {Patience}.\n{Said}");
        }

        await Task.WhenAll(_output.Completion, _errors.Completion);
        return new(_process.ExitCode, _output.Text, _errors.Text);
    }

    /// <summary>SIGKILL: the process gets no chance to say or finish anything.</summary>
    public Task<Result> KillAsync()
    {
        _process.Kill();
        return EndAsync();
    }

    /// <summary>Sends a signal by its name, as in <c>TERM</c>.</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, kill.ExitCode);
    }

    private async Task<string> LineAsync(LineLog lines, string text, int nth)
    {
        try
        {
            return await lines.FindAsync(text, nth).WaitAsync(Patience, TimeProvider.System)
                ?? throw new InvalidOperationException($"The host ended without saying '{text}'.\n{Said}");
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"Within {Patience} the host did not say '{text}' {nth} times.\n{Said}");
        }
    }

    private string Said => $"{_output.Text}\n{_errors.Text}";

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }
}
