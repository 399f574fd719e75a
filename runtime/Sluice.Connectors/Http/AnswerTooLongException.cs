namespace Sluice.Connectors.Http;

/// <summary>An answer did not end within the size that is read.</summary>
internal sealed class AnswerTooLongException(int megabytes)
    : IOException($"The answer is longer than {megabytes} megabytes.");
