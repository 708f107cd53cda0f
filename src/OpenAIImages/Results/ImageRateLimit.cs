using System.Globalization;
using System.Text.Json.Serialization;

namespace OpenAIImages;

/// <summary>One limit of the service on how much may be asked for in a span of time.</summary>
/// <remarks>Immutable. Read from the headers <c>x-ratelimit-{limit|remaining|reset}-{dimension}</c>.</remarks>
[JsonConverter(typeof(ImageJsonConverterFactory))]
public sealed record ImageRateLimit
{
    /// <summary>Names what is limited.</summary>
    /// <param name="dimension">The name on the wire, for example <c>images</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="dimension"/> is empty or only white space.</exception>
    public ImageRateLimit(string dimension) => Dimension = Guard.NotBlank(dimension);

    /// <summary>Gets what is limited, in the service's own lower-case word: <c>requests</c>, <c>tokens</c>,
    /// <c>images</c>, <c>input-images</c>, or one added since.</summary>
    public string Dimension { get; }

    /// <summary>Gets how many are allowed in a span of time; <see langword="null"/> when not said.</summary>
    public long? Limit { get; init; }

    /// <summary>Gets how many of them are left; <see langword="null"/> when not said.</summary>
    public long? Remaining { get; init; }

    /// <summary>Gets the time from the reply until the whole limit is available again; <see langword="null"/> when
    /// not said.</summary>
    public TimeSpan? ResetAfter { get; init; }

    /// <summary>Returns a text for people to read.</summary>
    /// <returns>One line, for example <c>images: 9 of 100 left, all again in 00:00:12</c>.</returns>
    public override string ToString()
        => $"{Dimension}: {Remaining?.ToString(CultureInfo.InvariantCulture) ?? "unknown"}" +
            (Limit is { } limit ? $" of {limit.ToString(CultureInfo.InvariantCulture)} left" : " left") +
            (ResetAfter is { } time ? $", all again in {time:c}" : "");
}
