using System.Text;
using Sluice.Specification.Documents;

namespace Sluice.Specification.Printing;

/// <summary>Writes documents as the tool that makes them lays them out.</summary>
public static class DocumentPrinter
{
    private const string Introduction = "Introduction";

    /// <summary>The text of a document. Reading it again gives the same flows, at the lines of this text.</summary>
    /// <remarks>
    /// Lines end with <c>\n</c>. What a document says beside its meaning is not kept: the introduction, the layout, and
    /// sentences that could not be read.
    /// </remarks>
    /// <param name="document">The document.</param>
    /// <param name="introduction">The paragraph of prose below the title.</param>
    /// <param name="hasFullStop">Whether the introduction's heading ends with a full stop.</param>
    public static string Print(Document document, string introduction, bool hasFullStop = false)
    {
        var text = new StringBuilder();
        var title = $"{document.SourceLabel} to {document.TargetLabel} Dataflow";
        text.Line(new string('=', title.Length)).Line(title).Line(new string('=', title.Length)).Line();
        if (document.Generated is { } generated)
            text.Line("Generated: " + generated).Line();

        text.Line(hasFullStop ? Introduction + "." : Introduction).Line(new string('-', Introduction.Length)).Line();
        text.Line(introduction).Line();
        for (var i = 0; i < document.Flows.Count; i++)
        {
            if (i > 0)
                text.Line();

            new FlowPrinter(document.Flows[i], text).Print();
        }

        return text.ToString();
    }
}
