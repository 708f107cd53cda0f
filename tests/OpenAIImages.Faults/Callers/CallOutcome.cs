using OpenAIImages.Faults.Faults;

namespace OpenAIImages.Faults.Callers;

/// <summary>The end of a call.</summary>
internal sealed record CallOutcome(Ends End)
{
    /// <summary>Gets what was thrown.</summary>
    public Exception? Error { get; init; }

    /// <summary>Gets the pictures that the caller was handed, with the result or with what was thrown.</summary>
    public IReadOnlyList<byte[]> Pictures { get; init; } = [];

    /// <summary>Gets how many of them are files.</summary>
    public int Saved { get; init; }

    /// <summary>Gets whether the caller itself left before the end.</summary>
    public bool HasLeft { get; init; }

    /// <summary>Gets whether the pictures were paid for and delivered as links before it went wrong.</summary>
    public bool WasDownloading { get; init; }
}
