namespace Sluice.Host.Output;

/// <summary>Says why a verb could not do its work.</summary>
internal static class ErrorText
{
    /// <summary>For people: what is wrong, and what to do about it.</summary>
    public static string Of(HostException told) => $"error: {told.Message}{Environment.NewLine}fix:   {told.Fix}";

    /// <summary>For programs, which find it where a person would: it is no part of what the verb prints.</summary>
    public static string Json(HostException told) => JsonLine.Of(json =>
    {
        json.WriteString("error", told.Message);
        json.WriteString("fix", told.Fix);
        json.WriteNumber("exitCode", told.ExitCode);
    });
}
