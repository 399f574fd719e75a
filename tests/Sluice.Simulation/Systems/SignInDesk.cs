using System.Globalization;
using System.Net;
using Sluice.Connectors.Grants;

namespace Sluice.Simulation;

/// <summary>
/// Where one of the systems gives out tokens: with each new access token the refresh token changes, too, and the old
/// one dies, at once or after a while.
/// </summary>
internal sealed class SignInDesk(string system, Loop loop, Chance chance, Faults faults)
{
    // Whoever hears of it may die of it, once; who hears nothing asks again, at long intervals.
    private const int MostHeard = 2;
    private const int MostUnheard = 8;
    private readonly TimeSpan _lifetime = chance.Seconds(120, 900);
    private readonly TimeSpan _grace = chance.Happens(0.5) ? TimeSpan.Zero : chance.Seconds(5, 60);
    private readonly Dictionary<string, DateTimeOffset> _ends = new(StringComparer.Ordinal);
    private readonly HashSet<string> _kept = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _refusals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _heard = new(StringComparer.Ordinal);
    private string _good = "";
    private string _old = "";
    private DateTimeOffset _oldUntil;
    private string _newest = "";
    private Grant? _last;
    private int _given;
    private bool _isDisturbed = true;

    // What was good when a request for tokens, or its answer, was lost or altered. Calls that were sent before may
    // still arrive with it: that they do says nothing of that request.
    private string? _spoilt;

    // Who signed in last has not left it yet, and may never do so; or who did so first left that last, in place of what
    // was given to another since.
    private bool _isOlderLeft;

    public string System { get; } = system;

    /// <summary>
    /// The first time that somebody had to sign in, or tokens were asked for, without a reason, or one was used too
    /// early.
    /// </summary>
    public string? Wrong { get; private set; }

    /// <summary>Whether a call with an access token goes on.</summary>
    public bool Takes(string? access)
    {
        if (access is null || !_ends.TryGetValue(access, out var end) || loop.Now >= end)
            return false;
        if (!_kept.Contains(access))
            Wrong ??= $"a token of {System} was used before it was stored";
        if (access == _newest)
            _isDisturbed = false;
        if (!faults.AreOn || !chance.Happens(0.002))
            return true;

        faults.Count(Fault.EndedToken);
        return !_ends.Remove(access);
    }

    /// <summary>Answers a request for new tokens.</summary>
    public (int Status, string Body) Answer(string form)
    {
        var refresh = Refresh(form);
        if (refresh == _good)
        {
            (_old, _oldUntil) = (_good, loop.Now + _grace);
            return (200, Text(Give()));
        }

        // The same once more: others would take the place of those that somebody may have by now.
        if (refresh == _old && loop.Now < _oldUntil)
            return (200, Text(_last!));

        var refusals = _refusals[refresh] = _refusals.GetValueOrDefault(refresh) + 1;
        if (_heard.GetValueOrDefault(refresh) >= MostHeard || refusals > MostHeard + MostUnheard)
            Wrong ??= $"{System} was asked {refusals} times with a token that is dead";
        return (400, $$"""{"error":"invalid_grant","error_description":"{{refresh}} is not known"}""");
    }

    /// <summary>An answer came to who asked, as it was given.</summary>
    public void Heard(string form, int status)
    {
        var refresh = Refresh(form);
        if (status == 400)
            _heard[refresh] = _heard.GetValueOrDefault(refresh) + 1;
    }

    /// <summary>A person signs in.</summary>
    public byte[] LetIn()
    {
        var grant = Give();
        (_old, _isOlderLeft) = ("", true);
        return grant.Write();
    }

    /// <summary>Something went wrong that may cost a sign-in.</summary>
    public void Disturb() => _isDisturbed = true;

    /// <summary>Something went wrong with a request for tokens.</summary>
    public void Spoil()
    {
        Disturb();
        _spoilt = _newest;
    }

    /// <summary>The engine stored something.</summary>
    public void Stored(object?[]? args, object? result)
    {
        if (args is [SignIn, SignInState.Reauthorise, ..] && result is true)
            Ended();
        else if (args is [var from, ReadOnlyMemory<byte> content, ..] && (from is string || result is true)
            && Grant.Read(content.Span) is { } grant)
        {
            _kept.Add(grant.Access);
            if (grant.Access == _newest)
                _spoilt = null;
            _isOlderLeft = from is string && grant.Access != _newest;
        }
    }

    private void Ended()
    {
        faults.Count(Fault.LostSignIn);
        if (!_isDisturbed && !_isOlderLeft && _spoilt != _newest)
            Wrong ??= $"{System} wants a person to sign in anew, and nothing had happened to its tokens";
    }

    private static string Refresh(string form) => form.Split('&').Select(part => part.Split('='))
        .Where(part => part[0] == "refresh_token").Select(part => WebUtility.UrlDecode(part[1])).Single();

    private Grant Give()
    {
        var number = (++_given).ToString(CultureInfo.InvariantCulture);
        _newest = $"{SimulatedOptions.Token}-a{number}";
        _good = $"{SimulatedOptions.Token}-r{number}";
        _ends[_newest] = loop.Now + _lifetime;
        return _last = new()
        {
            Access = _newest, Refresh = _good, GivenAt = loop.Now, EndsAt = loop.Now + _lifetime,
        };
    }

    private string Text(Grant grant) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        {
          "access_token": "{{grant.Access}}", "refresh_token": "{{grant.Refresh}}",
          "expires_in": {{(int)Math.Max(1, (grant.EndsAt - loop.Now).TotalSeconds)}}
        }
        """);
}
