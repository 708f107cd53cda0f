using System.Text;
using CsCheck;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Decoders;

/// <summary>A picture survives every spelling that JSON and base64 allow, with its bytes split anywhere.</summary>
[Trait("Duration", "Long")]
public sealed class Base64Tests
{
    private static readonly Gen<int[]> Pieces = Gen.OneOf(
        Gen.Const(Array.Empty<int>()), Gen.Int[1, 9].Array[1, 5], Gen.Int[1, 3_000].Array[1, 5]);

    private static readonly Gen<byte[]> Picture = Gen.OneOf(
        Gen.Byte.Array[1, 40], Gen.Byte.Array[1, 5_000], Gen.Byte.Array[60_000, 140_000]);

    // The spellings of one character of base64; most are plain.
    private static readonly string[] Spellings =
        ["plain", "plain", "plain", "plain", "plain", "unicode", "space", "break"];

    [Fact]
    public async Task Plain_base64_split_anywhere_gives_the_picture()
        => await Gen.Select(Picture, Pieces, Gen.Bool).SampleAsync(async (picture, pieces, withLength) =>
        {
            var body = Encoding.UTF8.GetBytes(Reply(Convert.ToBase64String(picture)));

            var result = await Decoding.DecodeAsync(body, pieces, withLength: withLength);

            Assert.Equal(picture, result.Images[0].Bytes.ToArray());
        }, iter: 300);

    [Fact]
    public async Task Base64_with_escapes_and_white_space_split_anywhere_gives_the_picture()
        => await Gen.Select(Gen.Byte.Array[1, 3_000], Pieces, Gen.Int[0, 7].Array[1, 64], Gen.Bool, Gen.Bool)
            .SampleAsync(async (picture, pieces, ways, urlSafe, padded) =>
            {
                var base64 = Convert.ToBase64String(picture);
                base64 = urlSafe ? base64.Replace('+', '-').Replace('/', '_') : base64;
                base64 = padded ? base64 : base64.TrimEnd('=');
                var text = new StringBuilder();
                for (var i = 0; i < base64.Length; i++)
                {
                    text.Append(Spell(base64[i], Spellings[ways[i % ways.Length]]));
                }

                var result = await Decoding.DecodeAsync(Reply(text.ToString()), pieces);

                Assert.Equal(picture, result.Images[0].Bytes.ToArray());
            }, iter: 1_000);

    [Fact]
    public async Task A_foreign_character_anywhere_is_an_error_that_names_the_member()
        => await Gen.Select(
                Gen.Byte.Array[1, 2_000],
                Pieces,
                Gen.Int[0, int.MaxValue],
                Gen.OneOf<string>("!", "*", "é", ".", "\\\\", "\\u0041\\u00e9"))
            .SampleAsync(async (picture, pieces, place, foreign) =>
            {
                var base64 = Convert.ToBase64String(picture);
                var spoilt = base64.Insert(place % (base64.Length + 1), foreign);

                var failed = await Assert.ThrowsAsync<ImageDecodeException>(
                    () => Decoding.DecodeAsync(Reply(spoilt), pieces));

                Assert.Equal("data[0].b64_json", failed.Member);
            }, iter: 500);

    [Theory]
    [InlineData("QQ==QQ==")]
    [InlineData("Q")]
    [InlineData("QUJDR")]
    [InlineData("=")]
    [InlineData("====")]
    [InlineData("QQ=Q")]
    [InlineData("QUI==")]
    [InlineData("QQ===")]
    [InlineData("QUJD\nQUJD")]
    [InlineData("Q\tUJD")]
    [InlineData("QUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJD\rQUJDQUJDQUJDQUJDQUJDQUJDQUJD")]
    [InlineData("data:image/png,QUJD")]
    [InlineData("data:image/png;base64")]
    public async Task Invalid_base64_is_an_error_and_never_a_shorter_picture(string text)
    {
        foreach (var piece in new[] { 1, 2, 3, 7, 1_000 })
        {
            var failed = await Assert.ThrowsAsync<ImageDecodeException>(
                () => Decoding.DecodeAsync(Reply(text), [piece]));

            Assert.Equal("data[0].b64_json", failed.Member);
        }
    }

    [Theory]
    [InlineData("data:image/png;base64,QUJD")]
    [InlineData("data:image\\/png;base64,QUJD")]
    [InlineData("data:;base64,QUJD")]
    [InlineData(" QUJD ")]
    [InlineData("QU\\r\\nJD\\t")]
    public async Task Harmless_spellings_of_base64_are_read(string text)
    {
        foreach (var piece in new[] { 1, 2, 3, 7, 1_000 })
        {
            var result = await Decoding.DecodeAsync(Reply(text), [piece]);

            Assert.Equal("ABC"u8.ToArray(), result.Images[0].Bytes.ToArray());
        }
    }

    private static string Reply(string base64) => $$"""{"created":1713833628,"data":[{"b64_json":"{{base64}}"}]}""";

    private static string Spell(char character, string way) => way switch
    {
        "unicode" => $"\\u{(int)character:X4}",
        "space" => " " + character,
        "break" => character == '/' ? "\\/" : "\\r\\n" + character,
        _ => character.ToString(),
    };
}
