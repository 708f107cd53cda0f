using System.Text.Json;

namespace OpenAIImages.Fuzz.Targets;

/// <summary>What an object says of its picture, read by the platform's own document.</summary>
internal sealed class ReferencePicture
{
    // A data link is told by its first letters as they are written.
    private const int LongestPrefix = 512;

    /// <summary>Gets the picture; <see langword="null"/> when there is none.</summary>
    public byte[]? Bytes { get; private set; }

    /// <summary>Gets whether there is a link.</summary>
    public bool HasLink { get; private set; }

    /// <summary>Gets whether it cannot be read.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Gets whether the plain reading does not tell what ours should be.</summary>
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
        }

        return picture;
    }

    private void Take(JsonElement value, bool isBase64)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            IsBroken |= isBase64 && value.ValueKind != JsonValueKind.Null;

            return;
        }

        var written = value.GetRawText();
        var prefix = written.AsSpan(0, Math.Min(written.Length, LongestPrefix));
        var text = value.GetString()!;
        if (!isBase64 && !text.StartsWith("data:", StringComparison.Ordinal))
        {
            IsBroken |= text.Length > 0 && !Uri.TryCreate(text, UriKind.Absolute, out _);
            HasLink |= text.Length > 0;

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
            IsBroken = true;
        }
    }
}
