using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace OpenAIImages;

/// <summary>The size of an image: a width and a height, or <c>auto</c>.</summary>
/// <remarks>
/// <para>The sides are in pixels. Two sizes are equal when both their sides are equal. The default value is
/// <see cref="Auto"/>.</para>
/// <para>
/// The possible sizes depend on the model. The service refuses a size that it does not offer, and the call fails with
/// an <see cref="ImageApiException"/> of status 400. <see cref="GetAdvice"/> checks the published rules.
/// </para>
/// </remarks>
[JsonConverter(typeof(ImageValueJsonConverter<ImageSize>))]
[TypeConverter(typeof(ImageValueTypeConverter<ImageSize>))]
public readonly record struct ImageSize : IImageValue<ImageSize>
#if NET
    , ISpanParsable<ImageSize>
#endif
{
    private const string AutoName = "auto";

    /// <summary>Makes a size.</summary>
    /// <param name="width">The width, in pixels. At least 1.</param>
    /// <param name="height">The height, in pixels. At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Either side is less than 1 pixel.</exception>
    public ImageSize(int width, int height)
    {
        Width = Guard.Positive(width);
        Height = Guard.Positive(height);
    }

    /// <summary>Gets <c>auto</c>: the service chooses, and its choice may break the published rules.</summary>
    public static ImageSize Auto => default;

    /// <summary>Gets 1024 x 1024, which every model offers.</summary>
    public static ImageSize Square => new(1_024, 1_024);

    /// <summary>Gets 1536 x 1024, which every GPT image model offers.</summary>
    public static ImageSize Landscape => new(1_536, 1_024);

    /// <summary>Gets 1024 x 1536, which every GPT image model offers.</summary>
    public static ImageSize Portrait => new(1_024, 1_536);

    /// <summary>Gets the width, in pixels; 0 for <see cref="Auto"/>.</summary>
    public int Width { get; }

    /// <summary>Gets the height, in pixels; 0 for <see cref="Auto"/>.</summary>
    public int Height { get; }

    /// <summary>Gets whether the service chooses the size.</summary>
    public bool IsAuto => Width == 0;

    /// <summary>Reads a size in the form of the service.</summary>
    /// <param name="text"><c>1536x1024</c> or <c>auto</c>.</param>
    /// <returns>The size.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException"><paramref name="text"/> is not a size.</exception>
    public static ImageSize Parse(string text)
        => TryParse(Guard.NotNull(text), out var size) ? size : throw ImageValueText.Fault(typeof(ImageSize), text);

    /// <summary>Reads a size in the form of the service, if the text is one.</summary>
    /// <param name="text"><c>1536x1024</c> or <c>auto</c>.</param>
    /// <param name="size">The size, or <see cref="Auto"/> when the text is not one.</param>
    /// <returns>Whether the text is a size.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out ImageSize size)
    {
        size = default;
        if (text is null)
        {
            return false;
        }

        if (text.Equals(AutoName, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var cross = text.AsSpan().IndexOfAny('x', 'X');
        if (cross < 0
            || !TryParseSide(text.AsSpan(0, cross), out var width)
            || !TryParseSide(text.AsSpan(cross + 1), out var height))
        {
            return false;
        }

        size = new ImageSize(width, height);

        return true;
    }

    /// <summary>Checks this size against the published rules for <c>gpt-image-2</c> and later.</summary>
    /// <returns>A sentence for each rule that the size breaks. The list is empty when the size keeps all rules, or is
    /// <see cref="Auto"/>.</returns>
    /// <remarks>
    /// This package does not enforce the rules, since they belong to the service and may change. Older models take a
    /// short list of sizes instead. The rules are as of November 2026; see
    /// https://platform.openai.com/docs/guides/image-generation.
    /// </remarks>
    public IReadOnlyList<string> GetAdvice() => ImageSizeRules.Check(this);

    /// <summary>Returns the size in the form of the service.</summary>
    /// <returns><c>WIDTHxHEIGHT</c>, or <c>auto</c>.</returns>
    // Most requests have one of these sizes, so the method makes no new string for them.
    public override string ToString() => (Width, Height) switch
    {
        (0, 0) => AutoName,
        (1_024, 1_024) => "1024x1024",
        (1_536, 1_024) => "1536x1024",
        (1_024, 1_536) => "1024x1536",
        _ => Width.ToString(CultureInfo.InvariantCulture) + "x" + Height.ToString(CultureInfo.InvariantCulture),
    };

    bool IImageValue<ImageSize>.TryRead(string? text, out ImageSize value) => TryParse(text, out value);

    private static bool TryParseSide(ReadOnlySpan<char> text, out int side)
    {
        long value = 0;
        foreach (var digit in text)
        {
            value = digit is >= '0' and <= '9' ? (value * 10) + digit - '0' : long.MaxValue;
            if (value > int.MaxValue)
            {
                break;
            }
        }

        side = value <= int.MaxValue ? (int)value : 0;

        return side > 0;
    }

#if NET
    static ImageSize IParsable<ImageSize>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static ImageSize ISpanParsable<ImageSize>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider)
        => Parse(s.ToString());

    static bool IParsable<ImageSize>.TryParse(string? s, IFormatProvider? provider, out ImageSize result)
        => TryParse(s, out result);

    static bool ISpanParsable<ImageSize>.TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, out ImageSize result)
        => TryParse(s.ToString(), out result);
#endif
}
