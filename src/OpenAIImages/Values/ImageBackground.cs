using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace OpenAIImages;

/// <summary>The background behind the subject of an image.</summary>
/// <remarks>
/// Known values are static properties; any other value is accepted, too, so you can use a value newer than this package
/// on the day it appears. The comparison is ordinal. The default value is empty and counts as not given.
/// </remarks>
[JsonConverter(typeof(ImageValueJsonConverter<ImageBackground>))]
[TypeConverter(typeof(ImageValueTypeConverter<ImageBackground>))]
public readonly record struct ImageBackground : IImageValue<ImageBackground>
#if NET
    , ISpanParsable<ImageBackground>
#endif
{
    private readonly string? _name;

    /// <summary>Makes a value from its name.</summary>
    /// <param name="name">The name on the wire, for example <c>transparent</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or only white space.</exception>
    public ImageBackground(string name) => _name = Guard.NotBlank(name);

    /// <summary>Gets <c>auto</c>: the service chooses. This is the service's default.</summary>
    public static ImageBackground Auto => new("auto");

    /// <summary>Gets <c>transparent</c>. It needs PNG or WebP, and not every model offers it.</summary>
    public static ImageBackground Transparent => new("transparent");

    /// <summary>Gets <c>opaque</c>.</summary>
    public static ImageBackground Opaque => new("opaque");

    /// <summary>Makes a value from the service's spelling.</summary>
    /// <param name="name">The name on the wire. A <see langword="null"/> or blank name gives the default value, which
    /// counts as not given.</param>
    public static implicit operator ImageBackground(string? name)
        => string.IsNullOrWhiteSpace(name) ? default : new(name!);

    /// <summary>Reads a value in the service's spelling.</summary>
    /// <param name="text">The name on the wire.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException"><paramref name="text"/> is empty or only white space.</exception>
    public static ImageBackground Parse(string text)
        => TryParse(Guard.NotNull(text), out var value)
            ? value
            : throw ImageValueText.Fault(typeof(ImageBackground), text);

    /// <summary>Reads a value in the service's spelling, if the text is one.</summary>
    /// <param name="text">The name on the wire.</param>
    /// <param name="value">The value; the default value when the text is not a name.</param>
    /// <returns>Whether the text is neither <see langword="null"/> nor blank.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out ImageBackground value)
    {
        value = string.IsNullOrWhiteSpace(text) ? default : new(text!);

        return !string.IsNullOrWhiteSpace(text);
    }

    /// <summary>Returns the name on the wire; empty for the default value.</summary>
    /// <returns>The name on the wire.</returns>
    public override string ToString() => _name ?? "";

    bool IImageValue<ImageBackground>.TryRead(string? text, out ImageBackground value) => TryParse(text, out value);

#if NET
    static ImageBackground IParsable<ImageBackground>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static ImageBackground ISpanParsable<ImageBackground>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider)
        => Parse(s.ToString());

    static bool IParsable<ImageBackground>.TryParse(string? s, IFormatProvider? provider, out ImageBackground result)
        => TryParse(s, out result);

    static bool ISpanParsable<ImageBackground>.TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, out ImageBackground result)
        => TryParse(s.ToString(), out result);
#endif
}
