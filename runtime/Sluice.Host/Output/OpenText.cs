namespace Sluice.Host.Output;

/// <summary>What is open, in words.</summary>
internal static class OpenText
{
    public static string Word(OpenKind kind) => kind switch
    {
        OpenKind.Waiting => "waiting",
        OpenKind.Review => "review",
        OpenKind.Unwanted => "not wanted",
        _ => "rejected",
    };
}
