using Sluice.Specification.Binding;
using Sluice.Specification.Documents;
using Sluice.Specification.Schemas;

namespace Sluice.Specification.Tests;

/// <summary>Models are cached by equality, so everything they hold must have value equality.</summary>
public sealed class ModelShapeTests
{
    [Theory]
    [InlineData(typeof(ReadingResult))]
    [InlineData(typeof(BindingResult))]
    [InlineData(typeof(Schema))]
    [InlineData(typeof(Hooks))]
    public void A_model_consists_of_records_scalars_and_equatable_arrays(Type root)
    {
        var seen = new HashSet<Type>();
        var open = new Stack<Type>([root]);
        while (open.TryPop(out var type))
        {
            if (!seen.Add(type) || type.IsPrimitive || type.IsEnum || type == typeof(string))
                continue;

            if (Nullable.GetUnderlyingType(type) is { } underlying)
                open.Push(underlying);
            else if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>))
                open.Push(type.GetGenericArguments()[0]);
            else
                foreach (var next in MembersOf(type))
                    open.Push(next);
        }

        Assert.True(seen.Count > 2);
    }

    [Fact]
    public void Equatable_arrays_are_equal_when_their_items_are()
    {
        Assert.Equal(EquatableArray.Of(1, 2), Enumerable.Range(1, 2).ToEquatableArray());
        Assert.True(EquatableArray.Of("a") == EquatableArray.Of("a"));
        Assert.True(EquatableArray.Of(1, 2) != EquatableArray.Of(2, 1));
        Assert.True(EquatableArray.Of<int>() == default);
        Assert.Equal(EquatableArray.Of<int>().GetHashCode(), default(EquatableArray<int>).GetHashCode());
        Assert.Equal("[1, 2]", EquatableArray.Of(1, 2).ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => default(EquatableArray<int>)[0]);
    }

    private static IEnumerable<Type> MembersOf(Type type)
    {
        const System.Reflection.BindingFlags Instance =
            System.Reflection.BindingFlags.Instance
            | System.Reflection.BindingFlags.NonPublic
            | System.Reflection.BindingFlags.Public;
        Assert.Equal(typeof(ReadingResult).Assembly, type.Assembly);
        Assert.NotNull(type.GetMethod("PrintMembers", Instance));
        return type.GetFields(Instance).Select(field => field.FieldType)
            .Concat(type.Assembly.GetTypes().Where(derived => derived.BaseType == type));
    }
}
