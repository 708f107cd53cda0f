using System.Net;
using System.Text;

namespace OpenAIImages.ErrorReplies;

/// <summary>A text with resolved escapes, and the range of the original text for each of its characters.</summary>
/// <remarks>
/// The class knows the escapes of addresses and forms (<c>%20</c>, <c>+</c>, <c>%u0020</c>), HTML (<c>&amp;#32;</c>)
/// and JSON and JavaScript (<c>\u0020</c>, <c>\x20</c>, <c>\n</c>), all at once. A text with double escapes must be
/// resolved twice.
/// </remarks>
internal sealed class UnescapedText
{
    private const int MaxEntityLength = 12;

    private readonly StringBuilder _text = new();
    private readonly List<(int Start, int End)> _ranges = [];
    private readonly UnescapedText? _previous;
    private readonly string _source;

    private UnescapedText(string source, UnescapedText? previous)
    {
        _source = source;
        _previous = previous;
        for (var at = 0; at < source.Length;)
        {
            var (letters, length) = ReadAt(at);
            foreach (var letter in letters)
            {
                _text.Append(letter);
                _ranges.Add(previous?.MapRange(at, at + length) ?? (at, at + length));
            }

            at += length;
        }

        Text = _text.ToString();
    }

    /// <summary>Gets the resolved text.</summary>
    public string Text { get; }

    /// <summary>Gets whether any escape was resolved.</summary>
    public bool IsChanged => Text != _source;

    public static UnescapedText From(string text) => new(text, previous: null);

    /// <summary>Resolves the escapes of the resolved text.</summary>
    public UnescapedText UnescapeAgain() => new(Text, this);

    /// <summary>Finds the range of the original text for a range of the resolved text.</summary>
    public (int Start, int End) MapRange(int start, int end) => (_ranges[start].Start, _ranges[end - 1].End);

    private (string Letters, int Length) ReadAt(int at) => _source[at] switch
    {
        '+' => (" ", 1),
        '%' => ReadPercent(at),
        '&' => ReadEntity(at),
        '\\' when at + 1 < _source.Length => ReadBackslash(at),
        var letter => (letter.ToString(), 1),
    };

    private (string Letters, int Length) ReadPercent(int at)
    {
        if (at + 1 < _source.Length && _source[at + 1] is 'u' && HexAt(at + 2, 4) is { } code)
        {
            return (((char)code).ToString(), 6);
        }

        if (HexAt(at + 1, 2) is not { } first)
        {
            return ("%", 1);
        }

        var bytes = new byte[first switch { >= 0xF0 => 4, >= 0xE0 => 3, >= 0xC0 => 2, _ => 1 }];
        bytes[0] = (byte)first;
        for (var i = 1; i < bytes.Length; i++)
        {
            var next = at + (3 * i);
            if (next >= _source.Length || _source[next] != '%' || HexAt(next + 1, 2) is not { } more)
            {
                return (((char)first).ToString(), 3);
            }

            bytes[i] = (byte)more;
        }

        return (Encoding.UTF8.GetString(bytes), 3 * bytes.Length);
    }

    private (string Letters, int Length) ReadEntity(int at)
    {
        var end = _source.IndexOf(';', at, Math.Min(MaxEntityLength, _source.Length - at));
        var entity = end < 0 ? "&" : _source.Substring(at, end + 1 - at);
        var letters = WebUtility.HtmlDecode(entity);

        return letters == entity ? ("&", 1) : (letters, entity.Length);
    }

    private (string Letters, int Length) ReadBackslash(int at) => _source[at + 1] switch
    {
        'u' => HexAt(at + 2, 4) is { } code ? (((char)code).ToString(), 6) : ("\\", 1),
        'x' => HexAt(at + 2, 2) is { } code ? (((char)code).ToString(), 4) : ("\\", 1),
        'n' => ("\n", 2),
        'r' => ("\r", 2),
        't' => ("\t", 2),
        'b' => ("\b", 2),
        'f' => ("\f", 2),
        '"' or '\'' or '\\' or '/' => (_source[at + 1].ToString(), 2),
        _ => ("\\", 1),
    };

    private int? HexAt(int at, int length)
    {
        if (at + length > _source.Length)
        {
            return null;
        }

        var code = 0;
        for (var i = at; i < at + length; i++)
        {
            if (!Uri.IsHexDigit(_source[i]))
            {
                return null;
            }

            code = (code * 16) + Uri.FromHex(_source[i]);
        }

        return code;
    }
}
