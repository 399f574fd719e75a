using System.Collections;
using System.Reflection;
using Sluice.Generator.Documents;
using Sluice.Specification;

namespace Sluice.Generator.Tests.Documents;

/// <summary>What passes from step to step is plain data that compares by value.</summary>
public sealed class ModelShapeTests
{
    private static readonly Type[] Models =
    [
        .. typeof(DocumentGenerator).Assembly.GetTypes()
            .Concat(typeof(EquatableArray).Assembly.GetTypes())
            .Where(type => type.Namespace
                is "Sluice.Generator.Documents.Models" or "Sluice.Generator.Documents.Contracts"
                or "Sluice.Generator.Rest.Models" or "Sluice.Generator.Text" or "Sluice.Specification.Documents"
                or "Sluice.Specification.Problems" or "Sluice.Specification.Schemas" or "Sluice.Specification.Binding"
                or "Sluice.Specification.DataTypes")
            .Where(type => IsRecord(type)
                && !type.IsAbstract
                && (type.IsPublic || type.Assembly == typeof(DocumentGenerator).Assembly)),
    ];

    public static TheoryData<string> Names => new(Models.Select(type => type.FullName!));

    [Fact]
    public void There_are_models() => Assert.True(Models.Length > 20);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_model_holds_plain_data_only(string name)
    {
        var model = Models.Single(type => type.FullName == name);
        foreach (var field in model.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public))
            Assert.True(IsPlain(field.FieldType), $"{name} holds a {field.FieldType} in {field.Name}.");
    }

    private static bool IsPlain(Type type)
    {
        var value = Nullable.GetUnderlyingType(type) ?? type;
        return value.IsPrimitive || value.IsEnum || value == typeof(string) || IsRecord(value)
            || (value.IsGenericType
                && value.GetGenericTypeDefinition() == typeof(EquatableArray<>)
                && IsPlain(value.GetGenericArguments()[0]));
    }

    private static bool IsRecord(Type type) =>
        !typeof(Delegate).IsAssignableFrom(type) && !typeof(IEnumerable).IsAssignableFrom(type)
        && type.Assembly.GetName().Name!.StartsWith("Sluice", StringComparison.Ordinal)
        && type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic) is not null;
}
