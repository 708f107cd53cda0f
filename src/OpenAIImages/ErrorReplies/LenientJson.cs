using OpenAIImages.Bytes;

namespace OpenAIImages.ErrorReplies;

/// <summary>Turns almost-JSON of other languages into JSON, in place: Python's True, False and None, NaN and
/// infinities, and unescaped line breaks.</summary>
/// <remarks>A faulty member after a paid image must not make the image unreadable.</remarks>
internal static class LenientJson
{
    /// <summary>Mends the next member or value.</summary>
    /// <param name="json">The text, starting between two tokens.</param>
    /// <returns>Whether the method mended anything; <see langword="false"/> when the text ends inside a word that may
    /// need mending, and <see langword="null"/> when nothing needs mending.</returns>
    public static bool? TryMend(Span<byte> json)
    {
        var (isMended, hasWord) = (false, false);
        int depth = 0, at = 0;
        for (var hasValue = false; at < json.Length && !(hasValue && depth <= 0); at++)
        {
            switch (json[at])
            {
                case (byte)'"':
                    isMended |= MendString(json, ref at);

                    // A value follows its name, and may be an image: a faulty name is no reason to change the image.
                    hasValue = !IsFollowedByColon(json.Slice(Math.Min(at + 1, json.Length)));
                    if (isMended && !hasValue && depth <= 0)
                    {
                        return true;
                    }

                    break;
                case (byte)',':
                    hasValue = hasWord;
                    break;
                case (byte)'{' or (byte)'[':
                    depth++;
                    break;
                case (byte)'}' or (byte)']':
                    depth--;
                    hasValue = true;
                    break;
                case var character when !IsJsonCharacter(character):
                    return isMended ? true : null;
                case (byte)'N' or (byte)'I' or (byte)'-' or (byte)'T' or (byte)'F':
                    if (MendWord(json.Slice(at)) is not { } isWord)
                    {
                        return isMended ? true : false;
                    }

                    // The loop skips the word, since a string may have replaced it.
                    isMended |= isWord;
                    hasWord = true;
                    at += isWord ? "NaN".Length - 1 : 0;
                    break;
                case var character when !Utf8Text.IsWhiteSpace(character) && character != (byte)':':
                    hasWord = true;
                    break;
                default:
                    break;
            }
        }

        return isMended ? true : null;
    }

    // The characters outside strings: punctuation, numbers, the three words of JSON, and the words that are mended.
    private static bool IsJsonCharacter(byte character)
        => " \t\r\n,:0123456789+-.eEtrufalsnNITF"u8.IndexOf(character) >= 0;

    private static bool MendString(Span<byte> json, ref int at)
    {
        var isMended = false;
        for (at++; at < json.Length && json[at] != (byte)'"'; at++)
        {
            if (json[at] == (byte)'\\')
            {
                at++;
            }

            if (at < json.Length && json[at] < (byte)' ')
            {
                json[at] = (byte)' ';
                isMended = true;
            }
        }

        return isMended;
    }

    private static bool IsFollowedByColon(ReadOnlySpan<byte> behind)
        => Utf8Text.TrimStart(behind) is [] or [(byte)':', ..];

    // Returns null when the text ends inside the word.
    private static bool? MendWord(Span<byte> json)
        => Replace(json, "NaN"u8, "\"\" "u8)
            ?? Replace(json, "None"u8, "null"u8)
            ?? Replace(json, "True"u8, "true"u8)
            ?? Replace(json, "False"u8, "false"u8)
            ?? Replace(json, "Infinity"u8, "null    "u8)
            ?? Replace(json, "-Infinity"u8, "null     "u8)
            ?? (IsIncompleteWord(json) ? null : false);

    private static bool? Replace(Span<byte> json, ReadOnlySpan<byte> word, ReadOnlySpan<byte> other)
    {
        if (!json.StartsWith(word))
        {
            return null;
        }

        other.CopyTo(json);

        return true;
    }

    private static bool IsIncompleteWord(ReadOnlySpan<byte> json)
        => "NaN"u8.StartsWith(json) || "None"u8.StartsWith(json) || "True"u8.StartsWith(json)
            || "False"u8.StartsWith(json) || "Infinity"u8.StartsWith(json) || "-Infinity"u8.StartsWith(json);
}
