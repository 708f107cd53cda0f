using System.Text;
using System.Text.Json;
using CsCheck;
using OpenAIImages.Decoders;

namespace OpenAIImages.Tests.Decoders;

/// <summary>The client's own reader of small values gives the same values as the parser of the platform.</summary>
public class JsonObjectReaderTests
{
    private static readonly Gen<string> Scalars = Gen.OneOf(
        Gen.Long.Select(number => JsonSerializer.Serialize(number)),
        Gen.Double.Where(double.IsFinite).Select(number => JsonSerializer.Serialize(number)),
        OneOf("null", "true", "false", "0", "-0", "1e3", "\"high\"", "\"\\u0068igh\"", "\"\"", "[]", "{}"),
        Gen.String.Select(text => JsonSerializer.Serialize(text)),
        Gen.String[Gen.Char["\"\\{}[],:é"], 0, 12]
            .Select(text => JsonSerializer.Serialize(text)));

    private static readonly Gen<string> Blanks = Gen.String[Gen.Char[" \t\r\n"], 0, 2];

    private static readonly Gen<string> Values = Gen.Recursive<string>((depth, nested) => depth > 3
        ? Scalars
        : Gen.OneOf(Scalars, Objects(nested), nested.List[0, 4].Select(items => $"[{string.Join(" , ", items)}]")));

    [Fact]
    public void The_reader_finds_the_members_that_JsonDocument_finds()
        => Objects(Values).Sample(json =>
        {
            using var document = JsonDocument.Parse(json);
            var expected = document.RootElement.EnumerateObject()
                .Select(member => (member.Name, Value: member.Value.GetRawText()));

            Assert.Equal(expected, Read(json));
        });

    [Fact]
    public void The_reader_reads_scalars_as_JsonDocument_does()
        => Scalars.Sample(json =>
        {
            using var document = JsonDocument.Parse(json);
            var value = document.RootElement;
            long? whole = value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;

            var text = value.ValueKind == JsonValueKind.String ? value.GetString() : null;

            Assert.Equal(text, JsonMember.ReadString(Bytes(json)));
            Assert.Equal(whole, JsonMember.ReadInt64(Bytes(json)));
        });

    [Theory]
    [InlineData("[1]")]
    [InlineData("1")]
    [InlineData("\"a\"")]
    [InlineData("{}")]
    [InlineData("{ \n }")]
    public void Only_an_object_has_members(string json) => Assert.Empty(Read(json));

    private static Gen<string> OneOf(params string[] words)
        => Gen.Int[0, words.Length - 1].Select(index => words[index]);

    private static Gen<string> Objects(Gen<string> values)
        => Gen.Select(Gen.OneOf(Gen.String, OneOf("usage", "total_tokens", "a\"b")), values, Blanks)
            .Select((name, value, blank) => $"{blank}{JsonSerializer.Serialize(name)}{blank}:{blank}{value}{blank}")
            .List[0, 5]
            .Select(members => $"{{{string.Join(",", members)}}}");

    private static List<(string Name, string Value)> Read(string json)
    {
        var found = new List<(string Name, string Value)>();
        var members = new JsonObjectReader(Bytes(json));
        while (members.Read(out var name, out var value))
        {
            found.Add((name, Encoding.UTF8.GetString(value.ToArray())));
        }

        return found;
    }

    private static byte[] Bytes(string json) => Encoding.UTF8.GetBytes(json);
}
