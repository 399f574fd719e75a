using System.Diagnostics.CodeAnalysis;

namespace Sluice.Http.Rest;

/// <summary>An answer with the body that was read.</summary>
/// <typeparam name="T">The body's type.</typeparam>
internal interface IApiResponse<out T> : IApiResponse
{
    /// <summary>The body; null where there is none, where it is <c>null</c>, and after an error.</summary>
    T? Content { get; }

    /// <inheritdoc cref="IApiResponse.IsSuccessStatusCode"/>
    new bool IsSuccessStatusCode { get; }

    /// <inheritdoc cref="IApiResponse.IsSuccessful"/>
    [MemberNotNullWhen(true, nameof(Content))]
    [MemberNotNullWhen(false, nameof(Error))]
    new bool IsSuccessful { get; }

    /// <inheritdoc cref="IApiResponse.Error"/>
    new ApiException? Error { get; }
}
