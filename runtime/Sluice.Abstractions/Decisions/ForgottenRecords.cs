using System.Security.Cryptography;
using System.Text;

namespace Sluice;

/// <summary>The records that were forgotten: they are left alone wherever they still show.</summary>
public sealed class ForgottenRecords
{
    private readonly byte[] _salt;
    private readonly IReadOnlySet<string> _hashes;

    /// <summary>What a store remembers of them.</summary>
    /// <param name="salt">What keys are hashed with; of the store's own.</param>
    /// <param name="hashes">The hashes, as <see cref="Hash(string, RecordId)"/> makes them.</param>
    public ForgottenRecords(string salt, IReadOnlySet<string> hashes)
    {
        ArgumentNullException.ThrowIfNull(salt);
        (_salt, _hashes) = (Encoding.UTF8.GetBytes(salt), hashes);
    }

    /// <summary>Nothing was forgotten.</summary>
    public static ForgottenRecords None { get; } = new("", new HashSet<string>());

    /// <summary>Whether nothing was forgotten.</summary>
    public bool IsEmpty => _hashes.Count == 0;

    /// <summary>Whether a record was forgotten.</summary>
    public bool Contains(RecordId record) => _hashes.Count > 0 && _hashes.Contains(Hash(_salt, record));

    /// <summary>What is kept of a record that is forgotten.</summary>
    public static string Hash(string salt, RecordId record) => Hash(Encoding.UTF8.GetBytes(salt), record);

    private static string Hash(byte[] salt, RecordId record) => Convert.ToHexStringLower(HMACSHA256.HashData(
        salt, Encoding.UTF8.GetBytes($"{record.Entity.System}\n{record.Entity.Entity}\n{record.Key}")));
}
