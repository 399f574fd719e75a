namespace Sluice;

/// <summary>The base of generated pairings.</summary>
/// <typeparam name="TLeft">The contract of the left side.</typeparam>
/// <typeparam name="TRight">The contract of the right side.</typeparam>
public abstract class Pairing<TLeft, TRight> : Pairing
    where TLeft : notnull
    where TRight : notnull
{
    /// <summary>Whether two records are the same thing by one of the rules.</summary>
    public abstract bool IsMatch(TLeft left, TRight right);

    /// <inheritdoc/>
    public sealed override MatchKey Key(Side side, int rule, object record) =>
        side == Side.Left ? LeftKey(rule, (TLeft)record) : RightKey(rule, (TRight)record);

    /// <inheritdoc/>
    public sealed override bool Matches(object left, object right) => IsMatch((TLeft)left, (TRight)right);

    /// <inheritdoc/>
    public sealed override void Read(Side side, object record, Span<FieldValue> fields)
    {
        if (side == Side.Left)
            ReadLeft((TLeft)record, fields);
        else
            ReadRight((TRight)record, fields);
    }

    /// <inheritdoc/>
    public sealed override object Write(Side side, object record, Change change) =>
        side == Side.Left ? WriteLeft((TLeft)record, change) : WriteRight((TRight)record, change);

    /// <inheritdoc/>
    public sealed override bool InScope(Side side, object record) =>
        side == Side.Left ? InScopeLeft((TLeft)record) : InScopeRight((TRight)record);

    /// <inheritdoc/>
    public sealed override bool Wants(Side side, object origin) =>
        side == Side.Left ? WantsLeft((TRight)origin) : WantsRight((TLeft)origin);

    internal sealed override Draft Make(Side side, object origin) =>
        side == Side.Left ? CreateLeft((TRight)origin) : CreateRight((TLeft)origin);

    /// <summary>What a rule compares of a left record.</summary>
    protected abstract MatchKey LeftKey(int rule, TLeft left);

    /// <summary>What a rule compares of a right record.</summary>
    protected abstract MatchKey RightKey(int rule, TRight right);

    /// <summary>Fills in the fields of a left record.</summary>
    protected abstract void ReadLeft(TLeft left, Span<FieldValue> fields);

    /// <summary>Fills in the fields of a right record.</summary>
    protected abstract void ReadRight(TRight right, Span<FieldValue> fields);

    /// <summary>The left record with the changed fields put in.</summary>
    protected abstract TLeft WriteLeft(TLeft left, Change change);

    /// <summary>The right record with the changed fields put in.</summary>
    protected abstract TRight WriteRight(TRight right, Change change);

    /// <summary>
    /// A new left record for a right one. Only called where the descriptor says that left records are created.
    /// </summary>
    protected virtual Draft CreateLeft(TRight right) => Draft.Waits();

    /// <summary>
    /// A new right record for a left one. Only called where the descriptor says that right records are created.
    /// </summary>
    protected virtual Draft CreateRight(TLeft left) => Draft.Waits();

    /// <summary>Whether the document's condition lets a left record be made for a right one.</summary>
    protected virtual bool WantsLeft(TRight right) => true;

    /// <summary>Whether the document's condition lets a right record be made for a left one.</summary>
    protected virtual bool WantsRight(TLeft left) => true;

    /// <summary>Whether a hook lets a left record in.</summary>
    protected virtual bool InScopeLeft(TLeft left) => true;

    /// <summary>Whether a hook lets a right record in.</summary>
    protected virtual bool InScopeRight(TRight right) => true;
}
