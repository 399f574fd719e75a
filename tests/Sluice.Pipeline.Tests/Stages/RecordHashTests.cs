using System.Text.Json;

namespace Sluice.Pipeline.Tests;

public sealed class RecordHashTests
{
    [Theory]
    [InlineData("""{"a":1,"b":{"c":[1,2],"d":null}}""", """ { "b" : { "d" : null, "c" : [ 1, 2 ] } , "a" : 1 } """)]
    [InlineData("""{"name":"André / Ida"}""", """{"name":"Andr\u00e9 \/ Ida"}""")]
    [InlineData("""{"é":1,"z":2}""", """{"z":2,"é":1}""")]
    public void Order_blanks_and_ways_to_write_a_letter_are_no_change(string one, string other) =>
        Assert.Equal(Hash(one), Hash(other));

    [Theory]
    [InlineData("""{"a":["b","c"]}""", """{"a":["bc"]}""")]
    [InlineData("""{"a":["b","c"]}""", """{"a":["c","b"]}""")]
    [InlineData("""{"a":"1"}""", """{"a":1}""")]
    [InlineData("""{"a":null}""", """{}""")]
    [InlineData("""{"a":"null"}""", """{"a":null}""")]
    [InlineData("""{"a":{}}""", """{"a":[]}""")]
    [InlineData("""{"a":1.0}""", """{"a":1}""")]
    [InlineData("""{"a":{"b":1},"c":2}""", """{"a":{"b":1,"c":2}}""")]
    public void What_is_something_else_has_another_hash(string one, string other) =>
        Assert.NotEqual(Hash(one), Hash(other));

    [Fact]
    public void Records_of_any_size_leave_nothing_behind_for_the_next_one()
    {
        var small = Hash("""{"a":"b"}""");
        var large = $"[{string.Join(',', Enumerable.Range(0, 5000).Select(i => $"{{\"n{i}\":\"{i}\"}}"))}]";
        var wide = $"{{{string.Join(',', Enumerable.Range(0, 300).Select(i => $"\"n{i}\":{{\"x\":{i}}}"))}}}";

        Assert.Equal(Hash(large), Hash(large));
        Assert.Equal(Hash(wide), Hash(wide));
        Assert.NotEqual(Hash(large), Hash(wide));
        Assert.Equal(small, Hash("""{"a":"b"}"""));
    }

    private static string Hash(string json) => RecordHash.Of(JsonElement.Parse(json));
}
