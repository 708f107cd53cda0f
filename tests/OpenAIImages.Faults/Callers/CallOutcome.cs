using OpenAIImages.Faults.Faults;

namespace OpenAIImages.Faults.Callers;

/// <summary>The end of a call.</summary>
internal sealed record CallOutcome(Ends End)
{
    /// <summary>Gets the exception that the call threw.</summary>
    public Exception? Error { get; init; }

    /// <summary>Gets the pictures that the caller got, in the result or in the exception.</summary>
    public IReadOnlyList<byte[]> Pictures { get; init; } = [];

    /// <summary>Gets how many of these pictures are files.</summary>
    public int Saved { get; init; }

    /// <summary>Gets whether the caller stopped reading before the end.</summary>
    public bool HasLeft { get; init; }

    /// <summary>Gets whether the pictures were paid for and delivered as links before the failure.</summary>
    public bool WasDownloading { get; init; }
}
