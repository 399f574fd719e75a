namespace Sluice.Pipeline;

/// <summary>What may be written to a system, and how long it takes to show what was.</summary>
/// <param name="ReadOnly">Nothing at all is written.</param>
/// <param name="AllowCredentialWrites">Properties that open an account may be written.</param>
public readonly record struct SystemPolicy(bool ReadOnly, bool AllowCredentialWrites)
{
    private readonly TimeSpan? _settleBound;
    private readonly TimeSpan? _cursorOverlap;

    /// <summary>
    /// How long after a write of ours the system may still show what stood there before: within it that is no edit. 0
    /// to 1 hour; by default 30 seconds. A longer one makes an edit that puts an old value back wait longer.
    /// </summary>
    public TimeSpan SettleBound
    {
        get => _settleBound ?? TimeSpan.FromSeconds(30);
        init => _settleBound = value;
    }

    /// <summary>
    /// How far before the stored cursor a listing of changes begins: at least as long as the system takes to list a
    /// change, and once its time stamps' resolution. 0 to 1 day; by default 2 minutes. A longer one lists more records
    /// again, a shorter one may miss some until everything is listed.
    /// </summary>
    public TimeSpan CursorOverlap
    {
        get => _cursorOverlap ?? TimeSpan.FromMinutes(2);
        init => _cursorOverlap = value;
    }
}
