namespace OpenAIImages;

/// <summary>How many requests of a batch there are, and how many are done.</summary>
/// <remarks>All are zero until the service has checked the file of requests, and by default.</remarks>
public readonly record struct ImageBatchCounts
{
    /// <summary>States counts.</summary>
    /// <param name="total">How many requests there are.</param>
    /// <param name="completed">How many succeeded.</param>
    /// <param name="failed">How many failed.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public ImageBatchCounts(long total, long completed, long failed)
    {
        Total = Guard.NotNegative(total);
        Completed = Guard.NotNegative(completed);
        Failed = Guard.NotNegative(failed);
    }

    /// <summary>Gets how many requests there are.</summary>
    public long Total { get; }

    /// <summary>Gets how many succeeded.</summary>
    public long Completed { get; }

    /// <summary>Gets how many failed.</summary>
    public long Failed { get; }

    /// <summary>Returns the counts as text.</summary>
    /// <returns>The three counts.</returns>
    public override string ToString()
        => string.Format(
            System.Globalization.CultureInfo.InvariantCulture,
            "{0} of {1} completed, {2} failed",
            Completed,
            Total,
            Failed);
}
