using System.Text;
using CsCheck;
using OpenAIImages.Decoders;

namespace OpenAIImages.Tests.Decoders;

public sealed class Base64CleanerTests
{
    // The spellings of a character by servers, and the characters that they mean.
    private static readonly (string Spelled, string Meant)[] Spellings =
    [
        ("\\/", "/"), ("\\u002B", "+"), ("\\u002b", "+"), ("\\u003D", "="), ("\\r\\n", ""), (" ", ""), ("-", "+"),
        ("_", "/"), ("\\t", ""),
    ];

    private static readonly Gen<(string Spelled, string Meant)> Piece = Gen.OneOf(
        Gen.Int[0, Spellings.Length - 1].Select(index => Spellings[index]),
        Gen.Char["ABCdef0123+/"].Array[0, 70].Select(letters => (new string(letters), new string(letters))));

    [Fact]
    public void The_cleaner_gives_the_same_characters_for_every_spelling()
        => Piece.Array[0, 300].Sample(pieces =>
        {
            var text = Encoding.ASCII.GetBytes(string.Concat(pieces.Select(piece => piece.Spelled)) + "\", tail");

            var cleaned = Base64Cleaner.Clean(text);

            return cleaned.HasEnded
                && text[cleaned.SourceLength] == (byte)'"'
                && Encoding.ASCII.GetString(text, 0, cleaned.Length) == string.Concat(pieces.Select(p => p.Meant));
        });

    [Fact]
    public void Cleaning_in_two_parts_equals_cleaning_at_once()
        => Gen.Select(Piece.Array[1, 300], Gen.Double[0, 1]).Sample((pieces, share) =>
        {
            var text = Encoding.ASCII.GetBytes(string.Concat(pieces.Select(piece => piece.Spelled)));
            var first = Base64Cleaner.Clean(text.AsSpan(0, (int)(text.Length * share)));
            var rest = text.AsSpan(first.SourceLength);
            var second = Base64Cleaner.Clean(rest);

            return Encoding.ASCII.GetString(text, 0, first.Length) + Encoding.ASCII.GetString(rest[..second.Length])
                == string.Concat(pieces.Select(piece => piece.Meant));
        });

    [Theory]
    [InlineData("AAAA\"", false)]
    [InlineData("AA\\/A\"", true)]
    [InlineData("AAAA\\r\\nAAAA", true)]
    [InlineData("", false)]
    public void The_first_bytes_show_whether_base64_needs_cleaning(string text, bool startsEscaped)
        => Assert.Equal(startsEscaped, Base64Cleaner.StartsEscaped(Encoding.ASCII.GetBytes(text)));
}
