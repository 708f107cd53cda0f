using System.Globalization;
using System.Text.Json.Serialization;

namespace OpenAIImages;

/// <summary>One limit of the service on the amount of work in a span of time.</summary>
/// <remarks>Immutable. It is read from the headers <c>x-ratelimit-{limit|remaining|reset}-{dimension}</c>.</remarks>
[JsonConverter(typeof(ImageJsonConverterFactory))]
public sealed record ImageRateLimit
{
    /// <summary>Creates the limit of a dimension.</summary>
    /// <param name="dimension">The name on the wire, for example <c>images</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="dimension"/> is empty or only white space.</exception>
    public ImageRateLimit(string dimension) => Dimension = Guard.NotBlank(dimension);

    /// <summary>Gets the limited dimension, in the service's own lower-case word: <c>requests</c>, <c>tokens</c>,
    /// <c>images</c>, <c>input-images</c>, or a newer word.</summary>
    public string Dimension { get; }

    /// <summary>Gets the number that is allowed in a span of time; <see langword="null"/> when the service did not name
    /// it.</summary>
    public long? Limit { get; init; }

    /// <summary>Gets the number that is left; <see langword="null"/> when the service did not name it.</summary>
    public long? Remaining { get; init; }

    /// <summary>Gets the time from the reply until the whole limit is available again; <see langword="null"/> when the
    /// service did not name it.</summary>
    public TimeSpan? ResetAfter { get; init; }

    /// <summary>Returns a text for people to read.</summary>
    /// <returns>One line, for example <c>images: 9 of 100 left, all again in 00:00:12</c>.</returns>
    public override string ToString()
        => $"{Dimension}: {Remaining?.ToString(CultureInfo.InvariantCulture) ?? "unknown"}" +
            (Limit is { } limit ? $" of {limit.ToString(CultureInfo.InvariantCulture)} left" : " left") +
            (ResetAfter is { } time ? $", all again in {time:c}" : "");
}
