using Microsoft.Extensions.Options;
using Sluice.Connectors.Rest.Reading;

namespace Sluice.Connectors.Rest;

/// <summary>Stops a host with every problem of one system's settings at once.</summary>
internal sealed class RestOptionsValidator(string system, IReadOnlyList<RestForm> forms) : IValidateOptions<RestOptions>
{
    public ValidateOptionsResult Validate(string? name, RestOptions options)
    {
        if (name != system)
            return ValidateOptionsResult.Skip;

        var problems = options.Problems().Concat(RestEntities.Problems(options, forms)).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
