using Microsoft.CodeAnalysis;
using Sluice.Specification;
using Sluice.Specification.Schemas;

namespace Sluice.Generator.Documents.Contracts;

/// <summary>Reads a contract and the types inside it.</summary>
internal static class ContractReader
{
    /// <summary>The contract of a type with <c>[Entity]</c>.</summary>
    public static ContractPart Read(INamedTypeSymbol type, CancellationToken token)
    {
        var attributes = type.GetAttributes();
        var omitsNulls = attributes.Any(one => ContractNames.Of(one) == "Sluice.OmitsNullsAttribute");
        var same = attributes.FirstOrDefault(one => ContractNames.Of(one) == "Sluice.SameRecordAsAttribute");
        var entities = attributes
            .Where(one => ContractNames.Of(one) == ContractNames.Entity)
            .Select(one => new NamedEntity(
                Text(one, 0),
                new EntitySchema(Text(one, 1), ContractNames.Of(type), omitsNulls, SameRecord(same))
                {
                    MadeWith = MemberReader.Required(type),
                }));
        return new(entities.ToEquatableArray(), Types(type, token));
    }

    private static SameRecordSchema? SameRecord(AttributeData? attribute) =>
        attribute is null ? null : new(Text(attribute, 0), Text(attribute, 1), Text(attribute, 2));

    private static EquatableArray<TypeSchema> Types(INamedTypeSymbol root, CancellationToken token)
    {
        var types = new List<TypeSchema>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { ContractNames.Of(root) };
        var open = new Queue<INamedTypeSymbol>([root]);
        while (open.Count > 0)
        {
            token.ThrowIfCancellationRequested();
            var type = open.Dequeue();
            var members = MemberReader.Read(type);
            types.Add(
                new(ContractNames.Of(type), members.Select(member => member.Schema).ToEquatableArray(), Scalar(type)));
            foreach (var inner in members.Select(member => ValueTypes.Object(member.Type)))
                if (inner is not null && seen.Add(ContractNames.Of(inner)))
                    open.Enqueue(inner);
        }

        return types.ToEquatableArray();
    }

    private static string? Scalar(INamedTypeSymbol type) =>
        type.GetAttributes().FirstOrDefault(one => ContractNames.Of(one) == "Sluice.ScalarAttribute") is { } scalar
            ? Text(scalar, 0)
            : null;

    private static string Text(AttributeData attribute, int index) =>
        index < attribute.ConstructorArguments.Length && attribute.ConstructorArguments[index].Value is string text
            ? text
            : "";
}
