using System.Text.Json.Serialization;

namespace OpenAIImages;

/// <summary>The limits of the service, as the headers of one reply report them.</summary>
/// <remarks>Immutable. The service decides which dimensions it limits, and may add dimensions.</remarks>
[JsonConverter(typeof(ImageJsonConverterFactory))]
public sealed record ImageRateLimits
{
    /// <summary>Creates a collection of limits.</summary>
    /// <param name="dimensions">One item for each dimension; copied.</param>
    /// <exception cref="ArgumentNullException"><paramref name="dimensions"/> is <see langword="null"/>.</exception>
    public ImageRateLimits(IEnumerable<ImageRateLimit> dimensions) => Dimensions = [.. Guard.NotNull(dimensions)];

    /// <summary>Gets every limit that the reply named, in the order of its headers.</summary>
    public IReadOnlyList<ImageRateLimit> Dimensions { get; }

    /// <summary>Gets the limit on images that the service makes, if the reply named one.</summary>
    public ImageRateLimit? Images => this["images"];

    /// <summary>Gets the limit on images that the client sends, if the reply named one.</summary>
    public ImageRateLimit? InputImages => this["input-images"];

    /// <summary>Gets the limit on calls, if the reply named one.</summary>
    public ImageRateLimit? Requests => this["requests"];

    /// <summary>Gets the limit on tokens, if the reply named one.</summary>
    public ImageRateLimit? Tokens => this["tokens"];

    /// <summary>Gets the limit of one dimension.</summary>
    /// <param name="dimension">The name on the wire; letter case is ignored.</param>
    /// <returns>The limit; <see langword="null"/> when the reply did not name it.</returns>
    public ImageRateLimit? this[string dimension]
        => Dimensions.FirstOrDefault(limit => limit.Dimension.Equals(dimension, StringComparison.OrdinalIgnoreCase));

    /// <summary>Returns every limit as <see cref="ImageRateLimit.ToString"/> does, for people to read.</summary>
    /// <returns>One line; <c>no limits</c> when there is no limit.</returns>
    public override string ToString() => Dimensions.Count == 0 ? "no limits" : string.Join("; ", Dimensions);
}
