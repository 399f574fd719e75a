namespace Sluice.Pipeline.Tests;

public sealed class ProvenanceTests
{
    private static readonly RecordId User = new(new("Beta", "Users"), "u01");
    private static readonly FieldDescriptor Phone = new("phone", Canonical.Text, ["phone"], ["phone"], [30]);

    [Theory]
    [InlineData("3", ClaimKind.Fresh, 9)]
    [InlineData("1", ClaimKind.Copy, 7)]
    public void What_is_typed_over_a_late_write_is_newer_than_what_that_took_the_place_of(
        string shown, ClaimKind kind, long version)
    {
        var late = new Mark(User, "phone", FieldValue.Of("1"), Version: 7, IsCopy: true) { Newest = 9 };

        var claim = Provenance.Of(new([late], []), Phone, new(Canonical.Text), Side.Right, FieldValue.Of(shown));

        Assert.Equal(new Claim(kind, version), claim);
    }

    [Fact]
    public void What_was_seen_in_the_place_of_an_edit_that_was_sent_on_is_what_stands_there()
    {
        var seen = new Mark(User, "phone", FieldValue.Of("1"), Version: 7, IsCopy: true) { Newest = 9 };
        var sentOn = new Mark(User, "phone", FieldValue.Of("2"), Version: 9, IsCopy: false);

        var claim = Provenance.Of(
            new([seen, sentOn], []), Phone, new(Canonical.Text), Side.Right, FieldValue.Of("1"));

        Assert.Equal(new Claim(ClaimKind.Copy, 7), claim);
    }
}
