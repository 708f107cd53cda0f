using System.Text.Json.Serialization;

namespace OpenAIImages;

/// <summary>What the service said about its limits, in the headers of one reply.</summary>
/// <remarks>Immutable. Which dimensions are limited is for the service to say; the list is open.</remarks>
[JsonConverter(typeof(ImageJsonConverterFactory))]
public sealed record ImageRateLimits
{
    /// <summary>Collects limits.</summary>
    /// <param name="dimensions">One item for each dimension; copied.</param>
    /// <exception cref="ArgumentNullException"><paramref name="dimensions"/> is <see langword="null"/>.</exception>
    public ImageRateLimits(IEnumerable<ImageRateLimit> dimensions) => Dimensions = [.. Guard.NotNull(dimensions)];

    /// <summary>Gets every limit the reply told of, in the order of its headers.</summary>
    public IReadOnlyList<ImageRateLimit> Dimensions { get; }

    /// <summary>Gets the limit on images made, if the reply told of one.</summary>
    public ImageRateLimit? Images => this["images"];

    /// <summary>Gets the limit on images sent, if the reply told of one.</summary>
    public ImageRateLimit? InputImages => this["input-images"];

    /// <summary>Gets the limit on calls, if the reply told of one.</summary>
    public ImageRateLimit? Requests => this["requests"];

    /// <summary>Gets the limit on tokens, if the reply told of one.</summary>
    public ImageRateLimit? Tokens => this["tokens"];

    /// <summary>Gets the limit of one dimension.</summary>
    /// <param name="dimension">The name on the wire; letter case is ignored.</param>
    /// <returns>The limit, or <see langword="null"/> when the reply did not tell of it.</returns>
    public ImageRateLimit? this[string dimension]
        => Dimensions.FirstOrDefault(limit => limit.Dimension.Equals(dimension, StringComparison.OrdinalIgnoreCase));

    /// <summary>Returns every limit, for people to read, each as <see cref="ImageRateLimit.ToString"/> does.</summary>
    /// <returns>One line; <c>no limits</c> when there are none.</returns>
    public override string ToString() => Dimensions.Count == 0 ? "no limits" : string.Join("; ", Dimensions);
}
