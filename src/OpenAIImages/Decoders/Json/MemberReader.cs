using System.Buffers;

namespace OpenAIImages.Decoders;

/// <summary>Reads the members of an object that lies whole in a buffer, one by one.</summary>
/// <remarks>The object is known to be JSON: the platform's parser has passed over it to find its end. So it is enough
/// to tell where each value ends, which takes a fraction of parsing it again.</remarks>
/// <param name="json">The object; of anything else there are no members.</param>
internal ref struct MemberReader(ReadOnlySpan<byte> json)
{
    private static readonly SearchValues<byte> BehindScalar = SearchValues.Create(", }\t\r\n"u8);

    private static readonly SearchValues<byte> Structure = SearchValues.Create("\"{}[]"u8);

    private ReadOnlySpan<byte> _left = json is [(byte)'{', .. var members] ? members : [];

    /// <summary>Reads the next member.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value, as it is written.</param>
    /// <returns>Whether there was one.</returns>
    public bool Read(out string name, out ReadOnlySpan<byte> value)
    {
        PassPunctuation();
        if (_left is not [(byte)'"', ..])
        {
            name = "";
            value = default;

            return false;
        }

        name = KnownMemberNames.Read(Take(LengthOfString(_left)));
        PassPunctuation();
        value = Take(_left[0] switch
        {
            (byte)'"' => LengthOfString(_left),
            (byte)'{' or (byte)'[' => LengthOfNested(_left),
            _ => _left.IndexOfAny(BehindScalar),
        });

        return true;
    }

    private static int LengthOfString(ReadOnlySpan<byte> json)
    {
        var end = 1;
        while (json[end] != (byte)'"')
        {
            var plain = json.Slice(end).IndexOfAny((byte)'"', (byte)'\\');
            end += plain + (json[end + plain] == (byte)'\\' ? 2 : 0);
        }

        return end + 1;
    }

    private static int LengthOfNested(ReadOnlySpan<byte> json)
    {
        int end = 0, depth = 0;
        do
        {
            end += json.Slice(end).IndexOfAny(Structure);
            depth += json[end] switch
            {
                (byte)'{' or (byte)'[' => 1,
                (byte)'}' or (byte)']' => -1,
                _ => 0,
            };
            end += json[end] == (byte)'"' ? LengthOfString(json.Slice(end)) : 1;
        }
        while (depth > 0);

        return end;
    }

    private void PassPunctuation()
    {
        while (_left is [(byte)',' or (byte)':' or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n', ..])
        {
            _left = _left.Slice(1);
        }
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        var taken = _left.Slice(0, length);
        _left = _left.Slice(length);

        return taken;
    }
}
