using Sluice.Specification;
using Sluice.Specification.Schemas;

namespace Sluice.Host.Checking;

/// <summary>
/// Hands the contracts and hooks that the generator wrote down to the binder that the generator uses.
/// </summary>
internal static class ContractSchemas
{
    public static Schema Of(ContractSchema contracts) => new(
        contracts.Entities.GroupBy(entity => entity.System, StringComparer.Ordinal)
            .OrderBy(system => system.Key, StringComparer.Ordinal)
            .Select(system => new SystemSchema(system.Key, system.Select(Entity).ToEquatableArray()))
            .ToEquatableArray(),
        contracts.Types
            .Select(type => new TypeSchema(type.Name, type.Members.Select(Member).ToEquatableArray(), type.Scalar))
            .ToEquatableArray());

    public static Hooks Of(IEnumerable<HookEntry> hooks) => new(
        hooks.GroupBy(hook => hook.Pairing, StringComparer.Ordinal)
            .Select(pairing => new PairingHooks(
                pairing.Key, pairing.Select(hook => new HookMethod(hook.Method, hook.Parameter)).ToEquatableArray()))
            .ToEquatableArray());

    private static EntitySchema Entity(ContractEntity entity) => new(
        entity.Name, entity.Type, entity.OmitsNulls,
        entity.SameRecordAs is { } view ? new(view.System, view.Entity, entity.SameRecordKey ?? "") : null);

    private static MemberSchema Member(ContractMember member) => new(
        member.JsonName, member.Name, Type(member.Value), member.IsNullable)
    {
        IsRequiredInCode = member.IsRequiredInCode,
        IsKey = member.IsKey,
        IsParentKey = member.IsParentKey,
        IsReadOnly = member.IsReadOnly,
        IsFixed = member.IsFixed,
        IsRequiredOnCreate = member.IsRequiredOnCreate,
        IsOptionalOnCreate = member.IsOptionalOnCreate,
        IsRequiredOnUpdate = member.IsRequiredOnUpdate,
        IsModified = member.IsModified,
        IsCredential = member.IsCredential,
        IsSet = member.IsSet,
        KeyedBy = member.KeyedBy,
        MatchesWhen = member.MatchesWhen,
        Canonical = member.Canonical is { } canonical ? (CanonicalKind)canonical : null,
        Reference = member.Reference is { } reference ? new(reference.System, reference.Entity) : null,
    };

    // Both enumerations name the kinds of values in the same order; a test holds them together.
    private static MemberType Type(ContractValue value) =>
        new((ValueKind)value.Kind, value.Type, value.Element is { } element ? Type(element) : null);
}
