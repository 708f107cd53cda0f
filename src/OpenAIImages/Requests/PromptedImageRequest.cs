using System.Text.Json.Serialization;

namespace OpenAIImages;

/// <summary>The base of requests that describe an image in words.</summary>
[JsonConverter(typeof(ImageJsonConverterFactory))]
public abstract record PromptedImageRequest : ImageRequest
{
    private readonly string? _safetyIdentifier;

    private protected PromptedImageRequest(string prompt)
        => Prompt = Guard.WellFormed(Guard.NotBlank(prompt), nameof(prompt));

    /// <summary>Gets the description (<c>prompt</c>).</summary>
    public string Prompt { get; }

    /// <summary>Gets the quality of each image (<c>quality</c>); <c>auto</c> when <see langword="null"/>.</summary>
    public ImageQuality? Quality { get; init => field = Given.OrNull(value); }

    /// <summary>Gets the background behind the subject (<c>background</c>); <c>auto</c> when
    /// <see langword="null"/>.</summary>
    public ImageBackground? Background { get; init => field = Given.OrNull(value); }

    /// <summary>Gets the amount of planning for the image (<c>complexity</c>).</summary>
    public ImageComplexity? Complexity { get; init => field = Given.OrNull(value); }

    /// <summary>Gets the file format (<c>output_format</c>); <c>png</c> when <see langword="null"/>.</summary>
    public ImageFileFormat? OutputFormat { get; init => field = Given.OrNull(value); }

    /// <summary>Gets the compression of JPEG and WebP files (<c>output_compression</c>).</summary>
    /// <value>0 to 100 percent. The service checks the value, and uses 100 when <see langword="null"/>.</value>
    public int? OutputCompression { get; init; }

    /// <summary>Gets the number of frames of a GIF (<c>frame_count</c>).</summary>
    /// <value>2 to 16. The service checks the value, and uses 9 when <see langword="null"/>. Only with GIF.</value>
    public int? FrameCount { get; init; }

    /// <summary>Gets the display time of each frame of a GIF (<c>frame_duration_ms</c>).</summary>
    /// <value>
    /// The client sends whole milliseconds. The service rounds to 10 ms, allows up to 655.35 s, and uses 200 ms when
    /// <see langword="null"/>. Only with GIF.
    /// </value>
    public TimeSpan? FrameDuration { get; init; }

    /// <summary>Gets the model that writes an SVG drawing, and its reasoning effort (<c>svg</c>). Only with
    /// SVG.</summary>
    public ImageSvgOptions? Svg { get; init; }

    /// <summary>Gets the strictness of the service's filter (<c>moderation</c>); <c>auto</c> when
    /// <see langword="null"/>.</summary>
    public ImageModeration? Moderation { get; init => field = Given.OrNull(value); }

    /// <summary>Gets the number of partial images before each finished image (<c>partial_images</c>).</summary>
    /// <value>0 to 3. The service checks the value, and sends none when <see langword="null"/>. Only for streaming
    /// calls.</value>
    public int? PartialImages { get; init; }

    /// <summary>Gets a stable, hashed identifier of the end user (<c>safety_identifier</c>).</summary>
    /// <exception cref="ArgumentException">The value holds half a surrogate pair, which no wire format can carry.
    /// </exception>
    public string? SafetyIdentifier
    {
        get => _safetyIdentifier;
        init => _safetyIdentifier = value is null ? null : Guard.WellFormed(value, nameof(SafetyIdentifier));
    }
}
