using Sluice.Connectors;
using Sluice.Connectors.Grants;

namespace Sluice.Simulation;

/// <summary>How a simulated system is reached.</summary>
internal sealed class SimulatedOptions : SystemOptions
{
    public const string Token = "s3cr3t-token";

    public SimulatedOptions(string system, int pageSize)
        : base(system, pageSize, largestPage: 1000, requestsPerSecond: 1000) =>
        Timeout = TimeSpan.FromSeconds(30);

    /// <summary>The application that gives out tokens which change as they are used.</summary>
    public static GrantSettings Application { get; } = new(
        new("https://tokens.example/authorize"), new("https://tokens.example/token"), new("http://localhost/"),
        "all", "sluice", "Look at the application.")
    {
        ClientSecret = Token,
    };

    internal override IEnumerable<string?> Secrets => [Token];

    internal override string SignInFix => "Look at the token.";

    private protected override IEnumerable<string> OwnProblems() => [];
}
