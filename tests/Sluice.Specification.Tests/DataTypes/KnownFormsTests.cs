using Sluice.Specification.DataTypes;

namespace Sluice.Specification.Tests.DataTypes;

/// <summary>Every form of data type that documents are known to hold, whole and damaged.</summary>
public sealed class KnownFormsTests
{
    public static TheoryData<string, DataTypeForm, string?> Forms { get; } = new()
    {
        { "\"string\"", DataTypeForm.Cast, "[\"string\", \"_.\"]" },
        { "\"integer\"", DataTypeForm.Cast, "[\"integer\", \"_.\"]" },
        { "N/A", DataTypeForm.NotGiven, null },
        { "\"float\"", DataTypeForm.Cast, "[\"float\", \"_.\"]" },
        {
            "\"datetime-format\",\"%Y-%m-%d\",\"_.\"]",
            DataTypeForm.Stripped,
            "[\"datetime-format\", \"%Y-%m-%d\", \"_.\"]"
        },
        { "\"decimal\"", DataTypeForm.Cast, "[\"decimal\", \"_.\"]" },
        {
            "\"datetime-format\",\"%Y-%m-%dT%H:%M:%S\",\"_.\"]",
            DataTypeForm.Stripped,
            "[\"datetime-format\", \"%Y-%m-%dT%H:%M:%S\", \"_.\"]"
        },
        { "\"list\"", DataTypeForm.Cast, "[\"list\", \"_.\"]" },
        { "\"boolean\"", DataTypeForm.Cast, "[\"boolean\", \"_.\"]" },
        {
            "\"if\", \"neq\", \"_.\", \"X\"], \"integer\", \"string\"]",
            DataTypeForm.Stripped,
            "[\"if\", [\"neq\", \"_.\", \"X\"], [\"integer\", \"_.\"], [\"string\", \"_.\"]]"
        },
        {
            "\"replace\",\" \",\"\", \"string\"]",
            DataTypeForm.Stripped,
            "[\"replace\", \" \", \"\", [\"string\", \"_.\"]]"
        },
        {
            "\"if\",\"or\",\"is-empty\",\"_.\"],\"eq\",\"\",\"_.\"]],\"-\",\"_.\"]",
            DataTypeForm.Stripped,
            "[\"if\", [\"or\", [\"is-empty\", \"_.\"], [\"eq\", \"\", \"_.\"]], \"-\", \"_.\"]"
        },
        {
            "\"if\",\"matches\",\"+*\",\"_.\"],\"join\",\" \",\"slice\", 1,\"split\", \" \",\"_.\"]]],\"_.\"]",
            DataTypeForm.Stripped,
            "[\"if\", [\"matches\", \"+*\", \"_.\"], [\"join\", \" \", [\"slice\", 1, "
                + "[\"split\", \" \", \"_.\"]]], \"_.\"]"
        },
        { "\"integer\", \"decimal\"]", DataTypeForm.Stripped, "[\"integer\", [\"decimal\", \"_.\"]]" },
        {
            "\"if\", \"is-decimal\", \"decimal\", \"integer\"]",
            DataTypeForm.Stripped,
            "[\"if\", [\"is-decimal\", \"_.\"], [\"decimal\", \"_.\"], [\"integer\", \"_.\"]]"
        },
        {
            "\"datetime-format\",\"%Y-%m-%dT%H:%M:%SZ\",\"_.\"]",
            DataTypeForm.Stripped,
            "[\"datetime-format\", \"%Y-%m-%dT%H:%M:%SZ\", \"_.\"]"
        },
        {
            "\"if\",\"matches\",\"+* *\",\"_.\"],\"join\",\" \",\"slice\", 1,\"split\", \" \",\"_.\"]]],\"_.\"]",
            DataTypeForm.Stripped,
            "[\"if\", [\"matches\", \"+* *\", \"_.\"], [\"join\", \" \", [\"slice\", 1, "
                + "[\"split\", \" \", \"_.\"]]], \"_.\"]"
        },
        { "[\"decimal\", \"_.\"]", DataTypeForm.Full, "[\"decimal\", \"_.\"]" },
        { "[\"integer\", [\"decimal\", \"_.\"]]", DataTypeForm.Full, "[\"integer\", [\"decimal\", \"_.\"]]" },
        {
            "[\"datetime-format\",\"%Y-%m-%d\",\"_.\"]",
            DataTypeForm.Full,
            "[\"datetime-format\", \"%Y-%m-%d\", \"_.\"]"
        },
        {
            "\"if-null\", \"integer\", \"string\"], \"decimal\"]",
            DataTypeForm.Stripped,
            "[\"if-null\", [\"integer\", [\"string\", \"_.\"]], [\"decimal\", \"_.\"]]"
        },
        {
            "[\"if\", [\"neq\", \"_.\", \"X\"], \"integer\", \"string\"]",
            DataTypeForm.Folded,
            "[\"if\", [\"neq\", \"_.\", \"X\"], [\"integer\", \"_.\"], [\"string\", \"_.\"]]"
        },
        {
            "\"string\", \"integer\", \"decimal\"]]",
            DataTypeForm.Stripped,
            "[\"string\", [\"integer\", [\"decimal\", \"_.\"]]]"
        },
        {
            "[\"if\",[\"matches\",\"+* *\",\"_.\"],[\"join\",\" \",[\"slice\", 1,[\"split\", \" \",\"_.\"]]],\"_.\"]",
            DataTypeForm.Full,
            "[\"if\", [\"matches\", \"+* *\", \"_.\"], [\"join\", \" \", [\"slice\", 1, "
                + "[\"split\", \" \", \"_.\"]]], \"_.\"]"
        },
        {
            "\"datetime-parse\", \"%Y-%m-%dT%H:%M:%S.%fZ\"",
            DataTypeForm.Stripped,
            "[\"datetime-parse\", \"%Y-%m-%dT%H:%M:%S.%fZ\", \"_.\"]"
        },
        {
            "\"if\",\"gt\",\"abs\",\"datetime-diff\", \"year\", \"_.\",\"now\"]]], 100], "
                + "\"1935-01-01\",\"datetime-format\", \"%Y-%m-%d\"]",
            DataTypeForm.Stripped,
            "[\"if\", [\"gt\", [\"abs\", [\"datetime-diff\", \"year\", \"_.\", [\"now\"]]], 100], \"1935-01-01\", "
                + "[\"datetime-format\", \"%Y-%m-%d\", \"_.\"]]"
        },
        {
            "[\"if\",[\"or\",[\"is-empty\",\"_.\"],[\"eq\",\"\",\"_.\"]],\"-\",\"_.\"]",
            DataTypeForm.Full,
            "[\"if\", [\"or\", [\"is-empty\", \"_.\"], [\"eq\", \"\", \"_.\"]], \"-\", \"_.\"]"
        },
        {
            "\"if\", \"is-decimal\", \"decimal\", \"float\", \"decimal\"]]",
            DataTypeForm.Stripped,
            "[\"if\", [\"is-decimal\", \"_.\"], [\"decimal\", \"_.\"], [\"float\", [\"decimal\", \"_.\"]]]"
        },
        {
            "[\"datetime-format\",\"%Y-%m-%dT%H:%M:%SZ\",\"_.\"]",
            DataTypeForm.Full,
            "[\"datetime-format\", \"%Y-%m-%dT%H:%M:%SZ\", \"_.\"]"
        },
        {
            "[\"if\", [\"neq\", \"_.\", \"X\"], [\"integer\", \"_.\"], [\"string\", \"_.\"]]",
            DataTypeForm.Full,
            "[\"if\", [\"neq\", \"_.\", \"X\"], [\"integer\", \"_.\"], [\"string\", \"_.\"]]"
        },
        {
            "[\"if\", [\"is-decimal\", \"_.\"], [\"decimal\", \"_.\"], \"integer\"]",
            DataTypeForm.Folded,
            "[\"if\", [\"is-decimal\", \"_.\"], [\"decimal\", \"_.\"], [\"integer\", \"_.\"]]"
        },
        {
            "[\"if\",[\"gt\",[\"abs\",[\"datetime-diff\", \"year\", \"_.\",[\"now\"]]], 100], "
                + "\"1935-01-01\",[\"datetime-format\", \"%Y-%m-%d\", \"_.\"]]",
            DataTypeForm.Full,
            "[\"if\", [\"gt\", [\"abs\", [\"datetime-diff\", \"year\", \"_.\", [\"now\"]]], 100], \"1935-01-01\", "
                + "[\"datetime-format\", \"%Y-%m-%d\", \"_.\"]]"
        },
        {
            "[\"datetime-format\",\"%Y-%m-%dT%H:%M:%S\",\"_.\"]",
            DataTypeForm.Full,
            "[\"datetime-format\", \"%Y-%m-%dT%H:%M:%S\", \"_.\"]"
        },
        {
            "[\"string\", [\"integer\", [\"decimal\", \"_.\"]]]",
            DataTypeForm.Full,
            "[\"string\", [\"integer\", [\"decimal\", \"_.\"]]]"
        },
        {
            "[\"if-null\", [\"integer\", \"string\"], [\"decimal\", \"_.\"]]",
            DataTypeForm.Folded,
            "[\"if-null\", [\"integer\", [\"string\", \"_.\"]], [\"decimal\", \"_.\"]]"
        },
        {
            "[\"if\", [\"is-decimal\", \"_.\"], [\"decimal\", \"_.\"], [\"float\", [\"decimal\", \"_.\"]]]",
            DataTypeForm.Full,
            "[\"if\", [\"is-decimal\", \"_.\"], [\"decimal\", \"_.\"], [\"float\", [\"decimal\", \"_.\"]]]"
        },
        {
            "\"if\", \"is-boolean\", \"boolean\"], \"boolean\", \"string\"]",
            DataTypeForm.Stripped,
            "[\"if\", [\"is-boolean\", [\"boolean\", \"_.\"]], [\"boolean\", \"_.\"], [\"string\", \"_.\"]]"
        },
        {
            "[\"replace\",\" \",\"\", \"string\"]",
            DataTypeForm.Folded,
            "[\"replace\", \" \", \"\", [\"string\", \"_.\"]]"
        },
        { "\"first\"", DataTypeForm.Cast, "[\"first\", \"_.\"]" },
        { "[\"list\", \"_.\"]", DataTypeForm.Full, "[\"list\", \"_.\"]" },
        {
            "[\"datetime-parse\", \"%Y-%m-%dT%H:%M:%S.%fZ\", \"_.\"]",
            DataTypeForm.Full,
            "[\"datetime-parse\", \"%Y-%m-%dT%H:%M:%S.%fZ\", \"_.\"]"
        },
        {
            "[\"if\", [\"is-decimal\", \"_.\"], [\"decimal\", \"_.\"], [\"integer\", \"_.\"]]",
            DataTypeForm.Full,
            "[\"if\", [\"is-decimal\", \"_.\"], [\"decimal\", \"_.\"], [\"integer\", \"_.\"]]"
        },
        {
            "[\"if-null\", [\"integer\", [\"string\", \"_.\"]], [\"decimal\", \"_.\"]]",
            DataTypeForm.Full,
            "[\"if-null\", [\"integer\", [\"string\", \"_.\"]], [\"decimal\", \"_.\"]]"
        },
        {
            "[\"if\", [\"is-boolean\", \"boolean\"], \"boolean\", \"string\"]",
            DataTypeForm.Folded,
            "[\"if\", [\"is-boolean\", [\"boolean\", \"_.\"]], [\"boolean\", \"_.\"], [\"string\", \"_.\"]]"
        },
        {
            "[\"replace\",\" \",\"\", [\"string\", \"_.\"]]",
            DataTypeForm.Full,
            "[\"replace\", \" \", \"\", [\"string\", \"_.\"]]"
        },
        {
            "[\"if\",[\"matches\",\"+*\",\"_.\"],[\"join\",\" \",[\"slice\", 1,[\"split\", \" \",\"_.\"]]],\"_.\"]",
            DataTypeForm.Full,
            "[\"if\", [\"matches\", \"+*\", \"_.\"], [\"join\", \" \", [\"slice\", 1, "
                + "[\"split\", \" \", \"_.\"]]], \"_.\"]"
        },
        {
            "[\"datetime-format\", \"%Y-%m-%dT%H:%M:%S\", \"_.\"]",
            DataTypeForm.Full,
            "[\"datetime-format\", \"%Y-%m-%dT%H:%M:%S\", \"_.\"]"
        },
        {
            "[\"if\", [\"is-boolean\", [\"boolean\", \"_.\"]], [\"boolean\", \"_.\"], [\"string\", \"_.\"]]",
            DataTypeForm.Full,
            "[\"if\", [\"is-boolean\", [\"boolean\", \"_.\"]], [\"boolean\", \"_.\"], [\"string\", \"_.\"]]"
        },
        {
            "\"if\", \"is-empty\", true, \"boolean\"]",
            DataTypeForm.Stripped,
            "[\"if\", [\"is-empty\", \"_.\"], true, [\"boolean\", \"_.\"]]"
        },
        {
            "\"if\",\"eq\",\"\",\"_.\"],\"-\",\"_.\"]",
            DataTypeForm.Stripped,
            "[\"if\", [\"eq\", \"\", \"_.\"], \"-\", \"_.\"]"
        },
        {
            "\"if\", \"is-null\", \"_.global-property:DefaultValue\"], \"integer\"]",
            DataTypeForm.Stripped,
            "[\"if\", [\"is-null\", \"_.global-property:DefaultValue\"], [\"integer\", \"_.\"]]"
        },
        {
            "\"if\", \"is-null\", \"_.DefaultValue\"], \"integer\"]",
            DataTypeForm.Stripped,
            "[\"if\", [\"is-null\", \"_.DefaultValue\"], [\"integer\", \"_.\"]]"
        },
        { "\"\"if\", \"eq\"]]\"", DataTypeForm.Unreadable, null },
        {
            "\"datetime-format\", \"%Y-%m-%dT%H:%M:%S\"",
            DataTypeForm.Stripped,
            "[\"datetime-format\", \"%Y-%m-%dT%H:%M:%S\", \"_.\"]"
        },
        {
            "\"if\", \"is-empty\", false, \"boolean\"]",
            DataTypeForm.Stripped,
            "[\"if\", [\"is-empty\", \"_.\"], false, [\"boolean\", \"_.\"]]"
        },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_known_form_has_one_reading(string cell, DataTypeForm form, string? expression)
    {
        var type = DataType.Read(cell);

        Assert.Equal(expression, type.Expression?.ToString());
        Assert.Equal(form, type.Form);
    }

    [Fact]
    public void A_restored_expression_reads_as_itself()
    {
        foreach (var row in Forms)
            if (row.Data.Item3 is { } expression)
                Assert.Equal(expression, DataType.Read(expression).Expression?.ToString());
    }
}
