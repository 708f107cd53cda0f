using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace OpenAIImages;

/// <summary>The purpose of a file of the service.</summary>
/// <remarks>
/// Known values are static properties; any other word of the service is kept. Values are compared ordinally. The
/// default value is empty and counts as not given.
/// </remarks>
[JsonConverter(typeof(ImageValueJsonConverter<ImageFilePurpose>))]
[TypeConverter(typeof(ImageValueTypeConverter<ImageFilePurpose>))]
public readonly record struct ImageFilePurpose : IImageValue<ImageFilePurpose>
#if NET
    , ISpanParsable<ImageFilePurpose>
#endif
{
    private readonly string? _name;

    /// <summary>Names a value.</summary>
    /// <param name="name">The name on the wire, for example <c>vision</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or only white space.</exception>
    public ImageFilePurpose(string name) => _name = Guard.NotBlank(name);

    /// <summary>Gets <c>vision</c>: an image that edits name by its file id.</summary>
    public static ImageFilePurpose Vision => new("vision");

    /// <summary>Gets <c>batch</c>: the requests of a batch. Such a file expires after 30 days unless the upload sets
    /// another time.</summary>
    public static ImageFilePurpose Batch => new("batch");

    /// <summary>Gets <c>batch_output</c>: the results of a batch. The service makes such files.</summary>
    public static ImageFilePurpose BatchOutput => new("batch_output");

    /// <summary>Gets <c>user_data</c>: any file of the caller.</summary>
    public static ImageFilePurpose UserData => new("user_data");

    /// <summary>Converts the service's name of a value.</summary>
    /// <param name="name">The name on the wire. A <see langword="null"/> or blank name gives the default value, which
    /// counts as not given.</param>
    public static implicit operator ImageFilePurpose(string? name)
        => string.IsNullOrWhiteSpace(name) ? default : new(name!);

    /// <summary>Reads a value as the service spells it.</summary>
    /// <param name="text">The name on the wire.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException"><paramref name="text"/> is empty or only white space.</exception>
    public static ImageFilePurpose Parse(string text)
        => TryParse(Guard.NotNull(text), out var value)
            ? value
            : throw ImageValueText.Fault(typeof(ImageFilePurpose), text);

    /// <summary>Tries to read a value as the service spells it.</summary>
    /// <param name="text">The name on the wire.</param>
    /// <param name="value">The value; the default value when the text is <see langword="null"/> or blank.</param>
    /// <returns>Whether the text is neither <see langword="null"/> nor blank.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out ImageFilePurpose value)
    {
        value = string.IsNullOrWhiteSpace(text) ? default : new(text!);

        return !string.IsNullOrWhiteSpace(text);
    }

    /// <summary>Returns the name on the wire; empty for the default value.</summary>
    /// <returns>The name on the wire.</returns>
    public override string ToString() => _name ?? "";

    bool IImageValue<ImageFilePurpose>.TryRead(string? text, out ImageFilePurpose value)
        => TryParse(text, out value);

#if NET
    static ImageFilePurpose IParsable<ImageFilePurpose>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static ImageFilePurpose ISpanParsable<ImageFilePurpose>.Parse(
        ReadOnlySpan<char> s, IFormatProvider? provider)
        => Parse(s.ToString());

    static bool IParsable<ImageFilePurpose>.TryParse(
        string? s, IFormatProvider? provider, out ImageFilePurpose result)
        => TryParse(s, out result);

    static bool ISpanParsable<ImageFilePurpose>.TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, out ImageFilePurpose result)
        => TryParse(s.ToString(), out result);
#endif
}
