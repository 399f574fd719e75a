using Sluice.Specification.Documents;
using Sluice.Specification.Reading.Clauses;

namespace Sluice.Specification.Reading;

/// <summary>Makes flows of sections, once the labels of the whole document are known.</summary>
internal static class FlowAssembler
{
    public static Flow Flow(SectionDraft section, LabelResolver labels, DataTypeCells types)
    {
        var (sourceSystem, source) = labels.Source(section);
        var (targetSystem, target) = labels.Target(section);
        var rows = new RowReader(section, types);
        rows.Read();
        return new(
            section.Heading.Span,
            sourceSystem,
            source,
            targetSystem,
            target,
            Kind(section),
            (section.CreationLine ?? section.Heading).Span,
            section.Condition,
            section.MergedLine is not null,
            section.ConnectedTo is { } list ? Connected.Names(list, sourceSystem, section.Report) : default,
            section.ConnectedInto?.Text,
            rows.Rules,
            rows.Fields)
        {
            ConnectedList = section.ConnectedTo,
        };
    }

    private static CreationKind Kind(SectionDraft section)
    {
        var kind = section.Creation ?? CreationKind.LinkRequired;
        return kind == CreationKind.LinkRequired && section.ConnectedLine is not null ? CreationKind.Conditional : kind;
    }
}
