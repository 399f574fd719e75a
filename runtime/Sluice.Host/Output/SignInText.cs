using System.Text.Json;

namespace Sluice.Host.Output;

/// <summary>Shows how the sign-ins stand that are kept in a store.</summary>
internal static class SignInText
{
    /// <summary>One line for each that a person has to do something about.</summary>
    public static void Print(TextWriter output, IReadOnlyList<SignIn> signIns)
    {
        foreach (var signIn in signIns.Where(signIn => signIn.State == SignInState.Reauthorise))
            output.WriteLine(
                $"sign-in: {signIn.System}'s has ended ({signIn.Reason}; since {signIn.Since:u}): "
                + $"sluice connect {signIn.System.ToLowerInvariant()}");
    }

    public static void Write(Utf8JsonWriter json, SignIn signIn)
    {
        json.WriteString("system", signIn.System);
        json.WriteString("state", Name(signIn.State));
        json.WriteString("since", signIn.Since);
        json.WriteString("reason", signIn.Reason);
    }

    private static string Name(SignInState state) => state switch
    {
        SignInState.Good => "good",
        SignInState.Reauthorise => "reauthorise",
        _ => "refreshing",
    };
}
