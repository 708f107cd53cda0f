namespace OpenAIImages;

/// <summary>How far a download has come.</summary>
public readonly record struct ImageProgress
{
    /// <summary>Says how far a download has come.</summary>
    /// <param name="received">How many bytes have arrived.</param>
    /// <param name="total">How many bytes the image has, if that is known.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public ImageProgress(long received, long? total)
    {
        Received = Guard.NotNegative(received);
        Total = total is { } known ? Guard.NotNegative(known, nameof(total)) : null;
    }

    /// <summary>Gets how many bytes have arrived. The number goes back to 0 when a download begins again.</summary>
    public long Received { get; }

    /// <summary>Gets how many bytes the image has; <see langword="null"/> when the host did not say.</summary>
    public long? Total { get; }
}
