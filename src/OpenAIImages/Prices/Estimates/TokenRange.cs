namespace OpenAIImages.Prices.Estimates;

/// <summary>A range of token counts. Each of its numbers may be unknown.</summary>
internal readonly record struct TokenRange(long? Low, long? Likely, long? High)
{
    /// <summary>Makes the range of a count that is known exactly.</summary>
    public static TokenRange Exactly(long count) => new(count, count, count);

    public static TokenRange operator +(TokenRange one, TokenRange other)
        => new(one.Low + other.Low, one.Likely + other.Likely, one.High + other.High);

    public static TokenRange operator *(TokenRange range, int times)
        => new(range.Low * times, range.Likely * times, range.High * times);
}
