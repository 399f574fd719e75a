namespace Sluice.Connectors.Http;

/// <summary>How we introduce ourselves.</summary>
internal static class UserAgent
{
    public static string Text { get; } = $"Sluice/{typeof(UserAgent).Assembly.GetName().Version!.ToString(3)}";
}
