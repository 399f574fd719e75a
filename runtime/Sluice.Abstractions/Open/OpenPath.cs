using System.Text.Json.Nodes;

namespace Sluice;

/// <summary>
/// Reads and writes paths of records without a contract: names joined by dots. What stands at a name may be a scalar,
/// an object or a list, in each record anew; nothing throws for what is there.
/// </summary>
public static class OpenPath
{
    /// <summary>
    /// The value that a path leads to. An object is no value, so a path that ends at one is absent, as is one that goes
    /// on behind a scalar. A list on the way is gone through: where its elements have one value it is that, else the
    /// list of theirs.
    /// </summary>
    /// <param name="record">The record.</param>
    /// <param name="path">The path.</param>
    public static FieldValue Get(JsonObject record, string path) => OpenReader.Read(record, path.Split('.'), []);

    /// <summary>
    /// The value that a path leads to, where what it depends on holds; else null. In a list that both are in, the first
    /// element for which it holds is meant.
    /// </summary>
    /// <param name="record">The record.</param>
    /// <param name="path">The path.</param>
    /// <param name="where">What has to stand where, as text.</param>
    public static FieldValue Get(
        JsonObject record, string path, params ReadOnlySpan<(string Path, string Value)> where) =>
        OpenReader.Read(record, path.Split('.'), OpenCondition.Of(where));

    /// <summary>
    /// A copy of the record with a value put where a path leads; null clears it. Objects that are missing on the way
    /// are made, but for nothing; all else stays as it is. What would be lost is left alone: an object where the path
    /// ends, and a scalar where it goes on. Through a list the values go to the elements in turn, those first that had
    /// one; an element too many loses its value and nothing else, and a value too many gets an element of its own.
    /// </summary>
    /// <param name="record">The record, which is not changed.</param>
    /// <param name="path">The path.</param>
    /// <param name="value">The value.</param>
    public static JsonObject With(JsonObject record, string path, FieldValue value) => With(record, path, value, []);

    /// <summary>
    /// The same, making hold what the value depends on. In a list that both are in, the first element for which it
    /// holds is meant, else a new one.
    /// </summary>
    /// <param name="record">The record, which is not changed.</param>
    /// <param name="path">The path.</param>
    /// <param name="value">The value; a blank one makes nothing hold, and no element.</param>
    /// <param name="where">What has to stand where, as text.</param>
    public static JsonObject With(
        JsonObject record, string path, FieldValue value, params ReadOnlySpan<(string Path, string Value)> where)
    {
        var copy = record.DeepClone().AsObject();
        OpenWriter.Write(copy, path.Split('.'), value, OpenCondition.Of(where));
        return copy;
    }
}
