namespace OpenAIImages;

/// <summary>The progress of a large job.</summary>
/// <remarks>Immutable; reported whenever a piece begins or ends.</remarks>
public sealed class ImageManyProgress
{
    /// <summary>Gets the number of pieces that are done.</summary>
    public int Done { get; init; }

    /// <summary>Gets the number of pieces that an earlier run did.</summary>
    public int Skipped { get; init; }

    /// <summary>Gets the number of pieces that failed, including possibly billed and cancelled pieces.</summary>
    public int Failed { get; init; }

    /// <summary>Gets the number of pieces under way.</summary>
    public int UnderWay { get; init; }

    /// <summary>Gets the number of all pieces.</summary>
    /// <value><see langword="null"/> without <see cref="ImageManyOptions.Total"/>, since a sequence need not know its
    /// length.</value>
    public int? Total { get; init; }

    /// <summary>Gets the number of calls that may be under way at once now.</summary>
    public int Parallelism { get; init; }

    /// <summary>Gets the known cost of the pieces that ended, in dollars. Pieces that an earlier run did are
    /// included.</summary>
    public decimal Cost { get; init; }

    /// <summary>Gets the probable cost of the remaining pieces, in dollars, by the average so far.</summary>
    /// <value><see langword="null"/> while there is no basis for the calculation.</value>
    public decimal? CostOfRest { get; init; }

    /// <summary>Gets the time that the job has taken.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Gets the probable time for the remaining pieces, by the average so far.</summary>
    /// <value><see langword="null"/> while there is no basis for the calculation.</value>
    public TimeSpan? Left { get; init; }
}
