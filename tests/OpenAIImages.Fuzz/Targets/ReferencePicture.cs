using System.Text.Json;
using OpenAIImages.Decoders;

namespace OpenAIImages.Fuzz.Targets;

/// <summary>The picture of an object, as <c>JsonDocument</c> reads it.</summary>
internal sealed class ReferencePicture
{
    // The highest number of letters in the prefix of a data link, counted with their escapes.
    private const int LongestPrefix = 512;

    // Other servers use these names for a picture or a link.
    private static readonly string[] OtherNames = ["image", "b64", "base64", "image_url"];

    /// <summary>Gets the picture; <see langword="null"/> for an object without a picture.</summary>
    public byte[]? Bytes { get; private set; }

    /// <summary>Gets whether the object has a link.</summary>
    public bool HasLink { get; private set; }

    /// <summary>Gets whether the base64 cannot be read.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Gets whether this simple reading cannot decide how our parser should read the object.</summary>
    public bool IsDoubtful { get; private set; }

    public static ReferencePicture Read(JsonElement image)
    {
        var picture = new ReferencePicture();
        foreach (var member in image.EnumerateObject())
        {
            if (member.NameEquals("b64_json"))
            {
                picture.Take(member.Value, isBase64: true);
            }
            else if (member.NameEquals("url"))
            {
                picture.Take(member.Value, isBase64: false);
            }
            else
            {
                picture.IsDoubtful |= OtherNames.Contains(member.Name);
            }
        }

        return picture;
    }

    private void Take(JsonElement value, bool isBase64)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            IsBroken |= isBase64 && value.ValueKind != JsonValueKind.Null;
            IsDoubtful |= !isBase64 && value.ValueKind == JsonValueKind.Array;

            return;
        }

        var written = value.GetRawText();
        var prefix = written.AsSpan(0, Math.Min(written.Length, LongestPrefix));
        var text = value.GetString()!;
        if (!isBase64 && !text.StartsWith("data:", StringComparison.Ordinal))
        {
            HasLink |= text.Length > 0 && LinkText.Absolute(text) is not null;

            return;
        }

        IsDoubtful |= text.StartsWith("data:", StringComparison.Ordinal)
            && (prefix.Contains('\\') || text.IndexOf(',', StringComparison.Ordinal) is < 0 or >= LongestPrefix / 2);
        try
        {
            var bytes = ReferenceBase64.Decode(text);
            Bytes = bytes.Length > 0 ? bytes : Bytes;
        }
        catch (FormatException)
        {
            HasLink |= text.StartsWith("http", StringComparison.Ordinal) && LinkText.Absolute(text) is not null;
            IsBroken |= !HasLink;
        }
    }
}
