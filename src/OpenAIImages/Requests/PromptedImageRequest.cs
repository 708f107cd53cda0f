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

    /// <summary>Gets how much work goes into each image (<c>quality</c>); <c>auto</c> when
    /// <see langword="null"/>.</summary>
    public ImageQuality? Quality { get; init => field = Given.OrNull(value); }

    /// <summary>Gets what lies behind the subject (<c>background</c>); <c>auto</c> when
    /// <see langword="null"/>.</summary>
    public ImageBackground? Background { get; init => field = Given.OrNull(value); }

    /// <summary>Gets how much planning goes into the image (<c>complexity</c>).</summary>
    public ImageComplexity? Complexity { get; init => field = Given.OrNull(value); }

    /// <summary>Gets the file format (<c>output_format</c>); <c>png</c> when <see langword="null"/>.</summary>
    public ImageFileFormat? OutputFormat { get; init => field = Given.OrNull(value); }

    /// <summary>Gets the compression of JPEG and WebP files (<c>output_compression</c>).</summary>
    /// <value>0 to 100 percent, for the service to check; it uses 100 when <see langword="null"/>.</value>
    public int? OutputCompression { get; init; }

    /// <summary>Gets how many frames a GIF has (<c>frame_count</c>).</summary>
    /// <value>2 to 16, for the service to check; it uses 9 when <see langword="null"/>. Only with GIF.</value>
    public int? FrameCount { get; init; }

    /// <summary>Gets how long each frame of a GIF is shown (<c>frame_duration_ms</c>).</summary>
    /// <value>
    /// Sent in whole milliseconds; the service rounds to 10 ms, allows up to 655.35 s, and uses 200 ms when
    /// <see langword="null"/>. Only with GIF.
    /// </value>
    public TimeSpan? FrameDuration { get; init; }

    /// <summary>Gets which model writes an SVG drawing, and how hard it thinks (<c>svg</c>). Only with SVG.</summary>
    public ImageSvgOptions? Svg { get; init; }

    /// <summary>Gets how strictly the service filters (<c>moderation</c>); <c>auto</c> when
    /// <see langword="null"/>.</summary>
    public ImageModeration? Moderation { get; init => field = Given.OrNull(value); }

    /// <summary>Gets how many partial images to send before each finished one (<c>partial_images</c>).</summary>
    /// <value>0 to 3, for the service to check; it sends none when <see langword="null"/>. Only for streaming
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
