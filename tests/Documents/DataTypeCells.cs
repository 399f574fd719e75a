namespace Sluice.RandomDocuments;

/// <summary>Data types as documents write them, and the expressions they stand for.</summary>
internal static class DataTypeCells
{
    // Single quotes stand for double ones, which C# would not show as they are.
    private static readonly (string Cell, string? Expression, DocumentForm Form)[] Known =
    [
        ("N/A", null, DocumentForm.NotAvailable),
        ("'string'", "['string', '_.']", DocumentForm.Cast),
        ("'integer'", "['integer', '_.']", DocumentForm.Cast),
        ("'float'", "['float', '_.']", DocumentForm.Cast),
        ("'datetime-format','%Y-%m-%d','_.']", "['datetime-format', '%Y-%m-%d', '_.']", DocumentForm.Expression),
        ("'decimal'", "['decimal', '_.']", DocumentForm.Cast),
        ("'datetime-format','%Y-%m-%dT%H:%M:%S','_.']",
            "['datetime-format', '%Y-%m-%dT%H:%M:%S', '_.']", DocumentForm.Expression),
        ("'list'", "['list', '_.']", DocumentForm.Cast),
        ("'boolean'", "['boolean', '_.']", DocumentForm.Cast),
        ("'if', 'neq', '_.', 'X'], 'integer', 'string']",
            "['if', ['neq', '_.', 'X'], ['integer', '_.'], ['string', '_.']]", DocumentForm.Expression),
        ("'replace',' ','', 'string']", "['replace', ' ', '', ['string', '_.']]", DocumentForm.Expression),
        ("'if','or','is-empty','_.'],'eq','','_.']],'-','_.']",
            "['if', ['or', ['is-empty', '_.'], ['eq', '', '_.']], '-', '_.']", DocumentForm.Expression),
        (
            "'if','matches','+*','_.'],'join',' ','slice', 1,'split', ' ','_.']]],'_.']",
            "['if', ['matches', '+*', '_.'], ['join', ' ', ['slice', 1, ['split', ' ', '_.']]], '_.']",
            DocumentForm.Expression),
        ("'integer', 'decimal']", "['integer', ['decimal', '_.']]", DocumentForm.Expression),
        ("'if', 'is-decimal', 'decimal', 'integer']",
            "['if', ['is-decimal', '_.'], ['decimal', '_.'], ['integer', '_.']]", DocumentForm.Expression),
        ("'datetime-format','%Y-%m-%dT%H:%M:%SZ','_.']",
            "['datetime-format', '%Y-%m-%dT%H:%M:%SZ', '_.']", DocumentForm.Expression),
        (
            "'if','matches','+* *','_.'],'join',' ','slice', 1,'split', ' ','_.']]],'_.']",
            "['if', ['matches', '+* *', '_.'], ['join', ' ', ['slice', 1, ['split', ' ', '_.']]], '_.']",
            DocumentForm.Expression),
        ("['decimal', '_.']", "['decimal', '_.']", DocumentForm.Expression),
        ("['integer', ['decimal', '_.']]", "['integer', ['decimal', '_.']]", DocumentForm.Expression),
        ("['datetime-format','%Y-%m-%d','_.']", "['datetime-format', '%Y-%m-%d', '_.']", DocumentForm.Expression),
        ("'if-null', 'integer', 'string'], 'decimal']",
            "['if-null', ['integer', ['string', '_.']], ['decimal', '_.']]", DocumentForm.Expression),
        ("['if', ['neq', '_.', 'X'], 'integer', 'string']",
            "['if', ['neq', '_.', 'X'], ['integer', '_.'], ['string', '_.']]", DocumentForm.Expression),
        ("'string', 'integer', 'decimal']]", "['string', ['integer', ['decimal', '_.']]]", DocumentForm.Expression),
        (
            "['if',['matches','+* *','_.'],['join',' ',['slice', 1,['split', ' ','_.']]],'_.']",
            "['if', ['matches', '+* *', '_.'], ['join', ' ', ['slice', 1, ['split', ' ', '_.']]], '_.']",
            DocumentForm.Expression),
        ("'datetime-parse', '%Y-%m-%dT%H:%M:%S.%fZ'",
            "['datetime-parse', '%Y-%m-%dT%H:%M:%S.%fZ', '_.']", DocumentForm.Expression),
        (
            "'if','gt','abs','datetime-diff', 'year', '_.','now']]], 100], '1935-01-01','datetime-format', '%Y-%m-%d']",
            "['if', ['gt', ['abs', ['datetime-diff', 'year', '_.', ['now']]], 100], "
                + "'1935-01-01', ['datetime-format', '%Y-%m-%d', '_.']]",
            DocumentForm.Expression),
        ("['if',['or',['is-empty','_.'],['eq','','_.']],'-','_.']",
            "['if', ['or', ['is-empty', '_.'], ['eq', '', '_.']], '-', '_.']", DocumentForm.Expression),
        ("'if', 'is-decimal', 'decimal', 'float', 'decimal']]",
            "['if', ['is-decimal', '_.'], ['decimal', '_.'], ['float', ['decimal', '_.']]]", DocumentForm.Expression),
        ("['datetime-format','%Y-%m-%dT%H:%M:%SZ','_.']",
            "['datetime-format', '%Y-%m-%dT%H:%M:%SZ', '_.']", DocumentForm.Expression),
        ("['if', ['neq', '_.', 'X'], ['integer', '_.'], ['string', '_.']]",
            "['if', ['neq', '_.', 'X'], ['integer', '_.'], ['string', '_.']]", DocumentForm.Expression),
        ("['if', ['is-decimal', '_.'], ['decimal', '_.'], 'integer']",
            "['if', ['is-decimal', '_.'], ['decimal', '_.'], ['integer', '_.']]", DocumentForm.Expression),
        (
            "['if',['gt',['abs',['datetime-diff', 'year', '_.',['now']]], 100], "
                + "'1935-01-01',['datetime-format', '%Y-%m-%d', '_.']]",
            "['if', ['gt', ['abs', ['datetime-diff', 'year', '_.', ['now']]], 100], "
                + "'1935-01-01', ['datetime-format', '%Y-%m-%d', '_.']]",
            DocumentForm.Expression),
        ("['datetime-format','%Y-%m-%dT%H:%M:%S','_.']",
            "['datetime-format', '%Y-%m-%dT%H:%M:%S', '_.']", DocumentForm.Expression),
        ("['string', ['integer', ['decimal', '_.']]]",
            "['string', ['integer', ['decimal', '_.']]]", DocumentForm.Expression),
        ("['if-null', ['integer', 'string'], ['decimal', '_.']]",
            "['if-null', ['integer', ['string', '_.']], ['decimal', '_.']]", DocumentForm.Expression),
        ("['if', ['is-decimal', '_.'], ['decimal', '_.'], ['float', ['decimal', '_.']]]",
            "['if', ['is-decimal', '_.'], ['decimal', '_.'], ['float', ['decimal', '_.']]]", DocumentForm.Expression),
        ("'if', 'is-boolean', 'boolean'], 'boolean', 'string']",
            "['if', ['is-boolean', ['boolean', '_.']], ['boolean', '_.'], ['string', '_.']]", DocumentForm.Expression),
        ("['replace',' ','', 'string']", "['replace', ' ', '', ['string', '_.']]", DocumentForm.Expression),
        ("'first'", "['first', '_.']", DocumentForm.Cast),
        ("['list', '_.']", "['list', '_.']", DocumentForm.Expression),
        ("['datetime-parse', '%Y-%m-%dT%H:%M:%S.%fZ', '_.']",
            "['datetime-parse', '%Y-%m-%dT%H:%M:%S.%fZ', '_.']", DocumentForm.Expression),
        ("['if', ['is-decimal', '_.'], ['decimal', '_.'], ['integer', '_.']]",
            "['if', ['is-decimal', '_.'], ['decimal', '_.'], ['integer', '_.']]", DocumentForm.Expression),
        ("['if-null', ['integer', ['string', '_.']], ['decimal', '_.']]",
            "['if-null', ['integer', ['string', '_.']], ['decimal', '_.']]", DocumentForm.Expression),
        ("['if', ['is-boolean', 'boolean'], 'boolean', 'string']",
            "['if', ['is-boolean', ['boolean', '_.']], ['boolean', '_.'], ['string', '_.']]", DocumentForm.Expression),
        ("['replace',' ','', ['string', '_.']]", "['replace', ' ', '', ['string', '_.']]", DocumentForm.Expression),
        (
            "['if',['matches','+*','_.'],['join',' ',['slice', 1,['split', ' ','_.']]],'_.']",
            "['if', ['matches', '+*', '_.'], ['join', ' ', ['slice', 1, ['split', ' ', '_.']]], '_.']",
            DocumentForm.Expression),
        ("['datetime-format', '%Y-%m-%dT%H:%M:%S', '_.']",
            "['datetime-format', '%Y-%m-%dT%H:%M:%S', '_.']", DocumentForm.Expression),
        ("['if', ['is-boolean', ['boolean', '_.']], ['boolean', '_.'], ['string', '_.']]",
            "['if', ['is-boolean', ['boolean', '_.']], ['boolean', '_.'], ['string', '_.']]", DocumentForm.Expression),
        ("'if', 'is-empty', true, 'boolean']",
            "['if', ['is-empty', '_.'], true, ['boolean', '_.']]", DocumentForm.Expression),
        ("'if','eq','','_.'],'-','_.']", "['if', ['eq', '', '_.'], '-', '_.']", DocumentForm.Expression),
        ("'if', 'is-null', '_.global-property:DefaultValue'], 'integer']",
            "['if', ['is-null', '_.global-property:DefaultValue'], ['integer', '_.']]", DocumentForm.Expression),
        ("'if', 'is-null', '_.DefaultValue'], 'integer']",
            "['if', ['is-null', '_.DefaultValue'], ['integer', '_.']]", DocumentForm.Expression),
        ("''if', 'eq']]'", null, DocumentForm.UnreadableType),
        ("'datetime-format', '%Y-%m-%dT%H:%M:%S'",
            "['datetime-format', '%Y-%m-%dT%H:%M:%S', '_.']", DocumentForm.Expression),
        ("'if', 'is-empty', false, 'boolean']",
            "['if', ['is-empty', '_.'], false, ['boolean', '_.']]", DocumentForm.Expression),
    ];

    public static IReadOnlyList<(string Cell, string? Expression, DocumentForm Form)> All { get; } =
        [.. Known.Select(one => (Quoted(one.Cell)!, Quoted(one.Expression), one.Form))];

    private static string? Quoted(string? text) => text?.Replace('\'', '"');
}
