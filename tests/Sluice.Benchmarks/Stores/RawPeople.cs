namespace Sluice.Benchmarks.Stores;

/// <summary>The rows that the store keeps of people, written without it.</summary>
internal sealed class RawPeople
{
    private readonly RawRows _rows;
    private readonly RawStatement _record;
    private readonly RawStatement _view;
    private readonly RawStatement _key;
    private readonly RawStatement _link;
    private readonly RawStatement _base;
    private readonly RawStatement _mark;
    private readonly RawStatement _intent;
    private readonly RawStatement _value;
    private readonly RawStatement _find;

    public RawPeople(RawRows rows)
    {
        _rows = rows;
        rows.Prepare("insert into entities (id, system, name) values (1, 'L', 'People'), (2, 'R', 'People')").Run();
        rows.Prepare("insert into pairings (id, name, left_entity, right_entity) values (1, 'people', 1, 2)").Run();
        _record = rows.Prepare(
            "insert into records (entity, key, hash, in_scope, first_seen_at, seen_at) values (?, ?, ?, 1, ?, ?)");
        _view = rows.Prepare("insert into views (pairing, side, record, in_scope) values (1, ?, ?, 1)");
        _key = rows.Prepare("insert into match_keys (pairing, side, rule, key, record) values (1, ?, 0, ?, ?)");
        _link = rows.Prepare(
            """
            insert into links
                (pairing, left_key, right_key, left_record, right_record, state, origin, line, dirty, changed_at)
            values (1, ?, ?, ?, ?, 0, 0, 12, 0, ?)
            """);
        _base = rows.Prepare(
            "insert into bases (link, field, left_value, right_value, mapping, version) values (?, ?, ?, ?, ?, 1)");
        _mark = rows.Prepare(
            "insert into marks (record, path, value, version, is_copy) values (?, ?, ?, 1, 0)");
        _intent = rows.Prepare(
            """
            insert into intents (run, pairing, side, origin_key, body, at, state, content)
            values (1, 1, 1, ?, ?, ?, 0, ?)
            """);
        _value = rows.Prepare("insert into intent_values (intent, field, value, version) values (?, ?, ?, 1)");
        _find = rows.Prepare(
            "select id, hash, in_scope, gone from records where entity = ? and key = ? and hash is not null");
    }

    public void Observe(IEnumerable<(string Key, string Hash, string Match)> page, int side, long at) =>
        _rows.Commit(() =>
        {
            foreach (var (key, hash, match) in page)
            {
                _record.Bind(1, side + 1).Bind(2, key).Bind(3, hash).Bind(4, at).Bind(5, at).Run();
                var record = _rows.Last();
                _view.Bind(1, side).Bind(2, record).Run();
                _key.Bind(1, side).Bind(2, match).Bind(3, record).Run();
            }
        });

    public int Find(IEnumerable<string> keys)
    {
        var found = 0;
        _rows.Commit(() =>
        {
            foreach (var key in keys)
                found += _find.Bind(1, 1).Bind(2, key).Run() ? 1 : 0;
        });
        return found;
    }

    public void Link(
        (string Key, long Record) left, (string Key, long Record) right,
        IReadOnlyList<(string Field, string Value)> fields, long at) => _rows.Commit(() =>
    {
        _link.Bind(1, left.Key).Bind(2, right.Key).Bind(3, left.Record).Bind(4, right.Record).Bind(5, at).Run();
        var link = _rows.Last();
        foreach (var (field, value) in fields)
        {
            _base.Bind(1, link).Bind(2, field).Bind(3, value).Bind(4, value).Bind(5, field).Run();
            _mark.Bind(1, left.Record).Bind(2, field).Bind(3, value).Run();
            _mark.Bind(1, right.Record).Bind(2, field).Bind(3, value).Run();
        }
    });

    public void Begin(
        string origin, string body, string content, IReadOnlyList<(string Field, string Value)> fields, long at) =>
        _rows.Commit(() =>
        {
            _intent.Bind(1, origin).Bind(2, body).Bind(3, at).Bind(4, content).Run();
            var intent = _rows.Last();
            foreach (var (field, value) in fields)
                _value.Bind(1, intent).Bind(2, field).Bind(3, value).Run();
        });
}
