namespace OpenAIImages.Decoders;

/// <summary>What reading a refusal needs beside the reply: the clock, and what must not be repeated.</summary>
/// <param name="timeProvider">The clock for the time limit, and for a <c>Retry-After</c> that is a date.</param>
/// <param name="secrets">What was sent and must not appear in a message: the prompt and the API key.</param>
/// <remarks>Not a record, since a record would print its secrets.</remarks>
internal sealed class ErrorContext(TimeProvider timeProvider, params IReadOnlyList<string?> secrets)
{
    public TimeProvider TimeProvider { get; } = timeProvider;

    public Redactor CreateRedactor() => new(secrets);
}
