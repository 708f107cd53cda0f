namespace OpenAIImages;

/// <summary>The progress of a download.</summary>
public readonly record struct ImageProgress
{
    /// <summary>Creates the progress of a download.</summary>
    /// <param name="received">The number of bytes that have arrived.</param>
    /// <param name="total">The length in bytes, if it is known.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public ImageProgress(long received, long? total)
    {
        Received = Guard.NotNegative(received);
        Total = total is { } known ? Guard.NotNegative(known, nameof(total)) : null;
    }

    /// <summary>Gets the number of bytes that have arrived. It returns to 0 when a download starts again.</summary>
    public long Received { get; }

    /// <summary>Gets the length in bytes; <see langword="null"/> when the host did not name it.</summary>
    public long? Total { get; }
}
