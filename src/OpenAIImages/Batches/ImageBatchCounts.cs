namespace OpenAIImages;

/// <summary>The numbers of all requests and of finished requests of a batch.</summary>
/// <remarks>All numbers are zero by default, and until the service has checked the file of requests.</remarks>
public readonly record struct ImageBatchCounts
{
    /// <summary>Creates counts.</summary>
    /// <param name="total">The number of all requests.</param>
    /// <param name="completed">The number of requests that succeeded.</param>
    /// <param name="failed">The number of requests that failed.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public ImageBatchCounts(long total, long completed, long failed)
    {
        Total = Guard.NotNegative(total);
        Completed = Guard.NotNegative(completed);
        Failed = Guard.NotNegative(failed);
    }

    /// <summary>Gets the number of all requests.</summary>
    public long Total { get; }

    /// <summary>Gets the number of requests that succeeded.</summary>
    public long Completed { get; }

    /// <summary>Gets the number of requests that failed.</summary>
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
