using Microsoft.Extensions.Options;

namespace Sluice.Connectors;

/// <summary>Stops a host with every problem of a system's settings at once.</summary>
internal sealed class SystemOptionsValidator<TOptions> : IValidateOptions<TOptions>
    where TOptions : SystemOptions
{
    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        var problems = options.Problems().ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
