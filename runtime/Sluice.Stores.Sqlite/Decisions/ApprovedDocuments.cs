using System.Security.Cryptography;
using System.Text;

namespace Sluice.Stores.Sqlite;

/// <summary>What the pairings were compiled from when they last ran with an approval.</summary>
internal sealed class ApprovedDocuments
{
    // What was noted last, and is noted still: a host runs what it was built with, cycle after cycle.
    private readonly Dictionary<string, CompiledPairing> _noted = new(StringComparer.Ordinal);
    private readonly Statement _isApproved;
    private readonly Statement _note;
    private readonly Statement _drop;
    private readonly Statement _add;
    private readonly Statement _addText;
    private readonly Statement _dropTexts;
    private readonly Statement _names;
    private readonly Statement _observe;
    private readonly Statement _all;
    private readonly Statement _documents;

    public ApprovedDocuments(Session session)
    {
        _isApproved = session.Prepare(
            "select id from pairings where name = $name and fingerprint = $fingerprint and state > 0");
        _note = session.Prepare("update pairings set approved_as = $fingerprint where id = $id");
        _drop = session.Prepare("delete from approved_documents where pairing = $id");
        _add = session.Prepare(
            "insert into approved_documents (pairing, name, document) values ($pairing, $name, $document)");
        _addText = session.Prepare(
            "insert into documents (hash, text) values ($hash, $text) on conflict (hash) do nothing");
        _dropTexts = session.Prepare(
            """
            delete from documents
            where hash > '' and not exists (select 1 from approved_documents a where a.document = documents.hash)
            """);
        _names = session.Prepare("select id, name from pairings where fingerprint is not null");
        _observe = session.Prepare(
            """
            update pairings set state = 0, approved_plan = null, fingerprint = null, approved_as = null
            where id = $id
            """);
        _all = session.Prepare(
            "select id, name, approved_as from pairings where approved_as is not null order by name");
        _documents = session.Prepare(
            """
            select a.name, d.text from approved_documents a cross join documents d on d.hash = a.document
            where a.pairing = $pairing order by a.name
            """);
        session.AfterEveryRollback(_noted.Clear);
    }

    /// <summary>Within a transaction: all that were noted, in the order of their names.</summary>
    public IReadOnlyList<CompiledPairing> All()
    {
        var all = new List<(long Id, string Name, string Fingerprint)>();
        using (var rows = _all.Query())
            while (rows.Read())
                all.Add((rows.Number(0), rows.Text(1), rows.Text(2)));

        return [.. all.Select(one => new CompiledPairing(one.Name, one.Fingerprint, Documents(one.Id)))];
    }

    /// <summary>Within a transaction: notes what the pairings with an approval were compiled from.</summary>
    public void Note(IReadOnlyList<CompiledPairing> pairings)
    {
        var isNews = Leave(pairings);
        foreach (var pairing in pairings)
            if (!ReferenceEquals(_noted.GetValueOrDefault(pairing.Name), pairing)
                && _isApproved.Number(pairing.Name, pairing.Fingerprint) is { } id)
            {
                Write(id, pairing);
                _noted[pairing.Name] = pairing;
                isNews = true;
            }

        if (isNews)
            _dropTexts.Run();
    }

    private void Write(long id, CompiledPairing pairing)
    {
        _note.Run(pairing.Fingerprint, id);
        _drop.Run(id);
        foreach (var document in pairing.Documents)
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document.Text)));
            _addText.Run(hash, document.Text);
            _add.Run(id, document.Name, hash);
        }
    }

    // What ran while a pairing was away was no matter of its approval.
    private bool Leave(IReadOnlyList<CompiledPairing> pairings)
    {
        var there = pairings.Select(pairing => pairing.Name).ToHashSet(StringComparer.Ordinal);
        var gone = new List<(long Id, string Name)>();
        using (var rows = _names.Query())
            while (rows.Read())
                if (rows.Text(1) is var name && !there.Contains(name))
                    gone.Add((rows.Number(0), name));

        foreach (var (id, name) in gone)
        {
            _observe.Run(id);
            _drop.Run(id);
            _noted.Remove(name);
        }

        return gone.Count > 0;
    }

    private List<CompiledDocument> Documents(long pairing)
    {
        var documents = new List<CompiledDocument>();
        using var rows = _documents.Query(pairing);
        while (rows.Read())
            documents.Add(new(rows.Text(0), rows.Text(1)));

        return documents;
    }
}
