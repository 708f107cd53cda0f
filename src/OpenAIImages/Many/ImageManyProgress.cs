namespace OpenAIImages;

/// <summary>How far a large work has come.</summary>
/// <remarks>Immutable; reported whenever a piece begins or ends.</remarks>
public sealed class ImageManyProgress
{
    /// <summary>Gets how many pieces are done.</summary>
    public int Done { get; init; }

    /// <summary>Gets how many pieces an earlier run did.</summary>
    public int Skipped { get; init; }

    /// <summary>Gets how many pieces failed, those that may have been billed and those that were cancelled
    /// included.</summary>
    public int Failed { get; init; }

    /// <summary>Gets how many pieces are under way.</summary>
    public int UnderWay { get; init; }

    /// <summary>Gets how many pieces there are in all.</summary>
    /// <value><see langword="null"/> without <see cref="ImageManyOptions.Total"/>: a sequence need not know.</value>
    public int? Total { get; init; }

    /// <summary>Gets how many calls may be under way at once now.</summary>
    public int Parallelism { get; init; }

    /// <summary>Gets what the pieces that ended cost, in dollars, as far as it is known. Those that an earlier run did
    /// are included.</summary>
    public decimal Cost { get; init; }

    /// <summary>Gets what the rest will probably cost, in dollars, by the average so far.</summary>
    /// <value><see langword="null"/> while nothing is known to go by.</value>
    public decimal? CostOfRest { get; init; }

    /// <summary>Gets how long the work has taken.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Gets how long the rest will probably take, by the average so far.</summary>
    /// <value><see langword="null"/> while nothing is known to go by.</value>
    public TimeSpan? Left { get; init; }
}
