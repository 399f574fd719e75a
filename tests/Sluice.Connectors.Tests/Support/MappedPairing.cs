namespace Sluice.Connectors.Tests.Support;

/// <summary>A pairing between two connected systems, as a cycle would use it.</summary>
public sealed class MappedPairing : IReferences
{
    private readonly Host _host;
    private readonly Pairing _pairing;
    private readonly Dictionary<EntityName, List<string>> _keys = [];

    private MappedPairing(Pairing pairing, Host host) => (_pairing, _host) = (pairing.Resolving(this), host);

    private PairingDescriptor Descriptor => _pairing.Descriptor;

    /// <summary>
    /// What references lead to counts as linked in the order in which both systems list it: nothing was linked here.
    /// </summary>
    public static async Task<MappedPairing> OfAsync(string name, Host host)
    {
        var mapped = new MappedPairing(Catalogue.Pairings.Single(one => one.Descriptor.Name == name), host);
        var references = mapped.Descriptor.Fields.Select(field => field.Reference).OfType<ReferenceDescriptor>();
        foreach (var entity in references.SelectMany(one => new[] { one.Left, one.Right }))
            mapped._keys[entity] =
                [.. (await host.RecordsAsync(entity.System, entity.Entity)).Select(record => record.Key)];

        return mapped;
    }

    public string? LeftKeyOf(ReferenceDescriptor reference, string rightKey) =>
        _keys[reference.Left].ElementAtOrDefault(_keys[reference.Right].IndexOf(rightKey));

    public string? KeyOn(ReferenceDescriptor reference, Side side, string leftKey) => side == Side.Left
        ? leftKey
        : _keys[reference.Right].ElementAtOrDefault(_keys[reference.Left].IndexOf(leftKey));

    public async Task<List<Record>> RecordsAsync(Side side) =>
        [.. (await _host.RecordsAsync(Descriptor[side].System, Descriptor[side].Entity))
            .Where(record => record.InScope && _pairing.InScope(side, record.Value))];

    /// <summary>Makes a record for the first origin that has all it takes.</summary>
    public async Task<(Record Origin, Record Made)> CreateAsync(
        Side target, List<Record> origins, CancellationToken token)
    {
        var (system, entity) = (Descriptor[target].System, Descriptor[target].Entity);
        foreach (var origin in origins)
        {
            if (_pairing.Create(target, origin.Value).Record is not { } draft || Misses(target, origin))
                continue;

            var request = _host.Requests(system, entity).Create(draft);
            var result = await _host.Sink(system, entity).SendAsync(request, token);

            // What is unique in its system may be taken.
            if (result.Reason?.Contains("taken", StringComparison.Ordinal) == true)
                continue;

            Assert.True(result.Outcome == WriteOutcome.Committed, $"{request.Body}\n{result.Reason}");
            return (origin, (await _host.Source(system, entity).ReadAsync(result.Record!.Key, token))!);
        }

        throw new InvalidOperationException($"Nothing could be made of {origins.Count} records.");
    }

    /// <summary>Whether something that <paramref name="from"/> has could be written into another record.</summary>
    public bool Differs(Side target, Record from, Record to) =>
        !Misses(target, from) && Changes(target, from, to).Any(value => !value.IsAbsent);

    /// <summary>Writes what one record has into its counterpart.</summary>
    public async Task<(Record After, string Body)> CarryAsync(
        Side target, Record from, Record to, CancellationToken token)
    {
        var (system, entity) = (Descriptor[target].System, Descriptor[target].Entity);
        var current = (await _host.Source(system, entity).ReadAsync(to.Key, token))!;
        var change = new Change(Changes(target, from, current));
        var changed = _pairing.Write(target, current.Value, change);
        Assert.NotEmpty(change.Touched);

        var request = _host.Requests(system, entity).Update(current, changed, change.Touched);
        var result = await _host.Sink(system, entity).SendAsync(request, token);
        Assert.True(result.Outcome == WriteOutcome.Committed, $"{request.Body}\n{result.Reason}");
        return ((await _host.Source(system, entity).ReadAsync(to.Key, token))!, request.Body);
    }

    /// <summary>Takes a record out of its system, where that lets it go.</summary>
    public async Task DeleteAsync(Side side, Record record, CancellationToken token)
    {
        var (system, entity) = (Descriptor[side].System, Descriptor[side].Entity);
        if (_host.Requests(system, entity).NoDelete is null)
            await _host.Sink(system, entity).SendAsync(WriteRequest.Delete(record.Key), token);
    }

    /// <summary>What the source has, the target has as well.</summary>
    public void AssertAgree(Side target, Record from, Record to)
    {
        var (expected, actual) = (Fields(target.Other(), from), Fields(target, to));
        foreach (var (i, field) in Descriptor.Fields.Index())
            if (!expected[i].IsBlank)
                Assert.True(
                    CanonicalForm.Same(field.Comparison, expected[i], actual[i]),
                    $"{field.Name}: {expected[i]} / {actual[i]}");

        Assert.Contains(expected, value => !value.IsBlank);
    }

    // What is blank is left alone: the contract of the other side may demand it.
    private FieldValue[] Changes(Side target, Record from, Record to)
    {
        var (wanted, there) = (Fields(target.Other(), from), Fields(target, to));
        return
        [
            .. Descriptor.Fields.Select((field, i) =>
                wanted[i].IsBlank || field.OneWay == target.Other()
                    || CanonicalForm.Same(field.Comparison, wanted[i], there[i])
                    ? FieldValue.Absent
                    : wanted[i]),
        ];
    }

    private bool Misses(Side target, Record from)
    {
        var fields = Fields(target.Other(), from);
        return Descriptor.Fields.Index().Any(
            field => _pairing.Misses(target, field.Index, fields[field.Index]) is not null);
    }

    private FieldValue[] Fields(Side side, Record record)
    {
        var fields = new FieldValue[Descriptor.Fields.Count];
        _pairing.Read(side, record.Value, fields);
        return fields;
    }
}
