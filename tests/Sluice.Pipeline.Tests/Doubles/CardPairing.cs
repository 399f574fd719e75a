namespace Sluice.Pipeline.Tests;

/// <summary>
/// A pairing written by hand: what it copies and creates is given, and its hooks can be made to fail.
/// </summary>
internal sealed class CardPairing : Pairing<Card, Card>
{
    private readonly string[] _rules;
    private readonly string[] _fields;
    private readonly string[] _leftPaths;
    private readonly PairingDescriptor _descriptor;

    public CardPairing(
        string name, EntityName left, EntityName right, string[]? rules = null, string[]? fields = null,
        bool createsLeft = false, bool createsRight = false, string[]? credentials = null, string[]? leftPaths = null,
        Canonical phone = Canonical.Text, ReferenceDescriptor? parents = null, string? condition = null,
        ConnectionDescriptor[]? connections = null)
    {
        (_rules, _fields, _leftPaths) = (rules ?? [], fields ?? [], leftPaths ?? fields ?? []);
        _descriptor = new(
            name, "cards.rst",
            new(left.System, left.Entity, createsLeft ? Creation.Always : Creation.Never),
            new(
                right.System, right.Entity,
                condition is not null ? Creation.Conditional : connections is not null ? Creation.Connected
                : createsRight ? Creation.Always : Creation.Never)
            {
                Condition = condition,
                Connections = connections ?? [],
            },
            [.. _rules.Select((rule, index) => new RuleDescriptor(rule, rule, 20 + index))],
            [
                .. _fields.Select((field, index) =>
                    new FieldDescriptor(field, CanonicalOf(field, phone), [_leftPaths[index]], [field], [30 + index])
                    {
                        Credential = credentials?.Contains(field) == true ? [Side.Right] : [],
                        Reference = field == "parent" ? parents : null,
                    }),
            ])
        {
            Line = 10,
        };
    }

    public override PairingDescriptor Descriptor => RightIsOpen
        ? _descriptor with { Right = _descriptor.Right with { IsOpen = true } }
        : _descriptor;

    /// <summary>Whether no contract answers to the right entity.</summary>
    public bool RightIsOpen { get; init; }

    /// <summary>What its document says.</summary>
    public string? Text { get; init; }

    public override IReadOnlyList<CompiledDocument> Documents => Text is null ? [] : [new("cards.rst", Text)];

    /// <summary>What a new record demands.</summary>
    public string Demands { get; set; } = "name";

    /// <summary>What the creation hook makes of a record; by default a copy of it.</summary>
    public Func<Card, Draft>? Makes { get; set; }

    /// <summary>What the hook of the condition says.</summary>
    public Func<Card, bool> Wanted { get; set; } = _ => true;

    public Func<Card, bool> LeftScope { get; set; } = _ => true;

    public Func<Card, bool> RightScope { get; set; } = _ => true;

    /// <summary>A path that the mapping never clears, as where a type has no empty value.</summary>
    public string? NeverClears { get; set; }

    /// <summary>Fails for records of this name, in every hook.</summary>
    public string? Breaks { get; set; }

    public override bool IsMatch(Card left, Card right) =>
        _rules.Any(rule => KeyOf(rule, left).Agrees(KeyOf(rule, right)));

    protected override MatchKey LeftKey(int rule, Card left) => KeyOf(_rules[rule], left);

    protected override MatchKey RightKey(int rule, Card right) => KeyOf(_rules[rule], right);

    protected override void ReadLeft(Card left, Span<FieldValue> fields) => Read(left, fields, _leftPaths);

    protected override void ReadRight(Card right, Span<FieldValue> fields) => Read(right, fields, _fields);

    protected override Card WriteLeft(Card left, Change change) => Write(left, change, _leftPaths);

    protected override Card WriteRight(Card right, Change change) => Write(right, change, _fields);

    protected override Draft CreateLeft(Card right) => Make(right);

    protected override Draft CreateRight(Card left) => Make(left);

    protected override bool WantsRight(Card left) => Wanted(left);

    protected override bool InScopeLeft(Card left) => Hook(left) && LeftScope(left);

    protected override bool InScopeRight(Card right) => Hook(right) && RightScope(right);

    private static Canonical CanonicalOf(string path, Canonical phone) => path switch
    {
        "email" => Canonical.Email,
        "name" => Canonical.Name,
        "phone" => phone,
        "parent" => Canonical.Exact,
        _ => Canonical.Text,
    };

    private static MatchKey KeyOf(string path, Card card) =>
        path == "email" ? MatchKey.Email(card[path]) : MatchKey.Name(card[path]);

    private bool Hook(Card card) =>
        card.Name != Breaks || Breaks is null
            ? true
            : throw new InvalidOperationException($"{card.Name} breaks the hook");

    private Draft Make(Card origin) => Makes is { } make ? make(origin) :
        Hook(origin) && string.IsNullOrWhiteSpace(origin[Demands])
            ? Draft.Waits(Demands)
            : Draft.Ready(origin with { Id = "", Parent = null });

    private static void Read(Card card, Span<FieldValue> fields, string[] paths)
    {
        for (var i = 0; i < paths.Length; i++)
            fields[i] = FieldValue.Of(card[paths[i]]);
    }

    private Card Write(Card card, Change change, string[] paths)
    {
        for (var i = 0; i < paths.Length; i++)
            if (change.Has(i, out var text) && !(text is null && paths[i] == NeverClears))
            {
                card = card.With(paths[i], text);
                change.Touch(paths[i]);
            }

        return card;
    }
}
