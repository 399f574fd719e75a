namespace Sluice.Connectors.Tests.SigningIn;

/// <summary>Kills a process at one point, once; or lets its store be full for so many attempts to save.</summary>
public sealed class Crash(CrashPoint? point, int fullFor = 0)
{
    private bool _dead;
    private int _fullFor = fullFor;

    public void At(CrashPoint here)
    {
        if (_dead || here != point)
            return;

        _dead = true;
        throw new CrashException(here);
    }

    /// <summary>A store that dies at its points.</summary>
    public ISignInStore Store(ISignInStore inner) => new CrashingStore(inner, this);

    /// <summary>Keap's token server, on the way there and back.</summary>
    public DelegatingHandler OnTheWayToTokens() => new Way(this, CrashPoint.RequestLost, CrashPoint.ReplyLost);

    /// <summary>Keap's interface, on the way there and back.</summary>
    public DelegatingHandler OnTheWayToRecords() => new Way(this, null, CrashPoint.AfterUse);

    private sealed class CrashingStore(ISignInStore inner, Crash crash) : ISignInStore
    {
        public bool MayRenew => inner.MayRenew;

        public ValueTask<SignIn?> FindSignInAsync(string system) => inner.FindSignInAsync(system);

        public ValueTask<IReadOnlyList<SignIn>> SignInsAsync() => inner.SignInsAsync();

        public async ValueTask<bool> MoveSignInAsync(
            SignIn found, SignInState state, string reason, DateTimeOffset at)
        {
            crash.At(CrashPoint.BeforeNote);
            var moved = await inner.MoveSignInAsync(found, state, reason, at);
            crash.At(CrashPoint.AfterNote);
            return moved;
        }

        public async ValueTask<bool> RenewSignInAsync(SignIn found, ReadOnlyMemory<byte> content, DateTimeOffset at)
        {
            crash.At(CrashPoint.BeforeSave);
            if (crash._fullFor-- > 0)
                throw new FullDiskException();
            var renewed = await inner.RenewSignInAsync(found, content, at);
            crash.At(CrashPoint.AfterSave);
            return renewed;
        }

        public ValueTask LeaveSignInAsync(string system, ReadOnlyMemory<byte> content, DateTimeOffset at) =>
            inner.LeaveSignInAsync(system, content, at);
    }

    private sealed class Way(Crash crash, CrashPoint? there, CrashPoint back) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (there is { } before)
                crash.At(before);
            var response = await base.SendAsync(request, cancellationToken);
            crash.At(back);
            return response;
        }
    }
}
