using System.Text;
using System.Text.Json;
using OpenAIImages.Emulator.Batches;

namespace OpenAIImages.Emulator.Tests.Protocol;

/// <summary>The emulator reads a line of a batch before it runs the request of the line.</summary>
public sealed class BatchLineTests
{
    [Fact]
    public void A_body_is_a_part_of_its_line_in_any_order_of_members()
    {
        var line = Read(
            """
            { "body" : { "a": [ { "model": "no" } ], "model":"yes", "stream" : false } , "url":"/u", "x": {"body":{}},
              "custom_id": "\u0061", "method":"POST" }
            """);

        Assert.Equal(("a", "POST", "/u", "yes"), (line.CustomId, line.Method, line.Url, line.Model));
        Assert.False(line.Streams);
        Assert.Equal(
            """{ "a": [ { "model": "no" } ], "model":"yes", "stream" : false }""",
            Encoding.UTF8.GetString(line.Body.Span));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"custom_id":null,"method":1,"url":[],"body":"{}"}""")]
    public void A_member_of_another_type_counts_as_absent(string json)
    {
        var line = Read(json);

        Assert.Equal((null, null, null, true), (line.CustomId, line.Method, line.Url, line.Body.IsEmpty));
    }

    [Theory]
    [InlineData("""{"body":{"model":null}}""", false, false)]
    [InlineData("""{"body":{"model":7}}""", true, false)]
    [InlineData("""{"body":{"model":{"a":1},"stream":true}}""", true, true)]
    [InlineData("""{"body":{"stream":"true"}}""", false, false)]
    public void Model_and_stream_of_a_body_are_read(string json, bool hasOtherModel, bool streams)
    {
        var line = Read(json);

        Assert.Equal((hasOtherModel, streams), (line.HasOtherModel, line.Streams));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{")]
    [InlineData("{\"body\":{}")]
    [InlineData("{} {}")]
    [InlineData("{\"a\":1,}")]
    public void A_line_must_be_one_object(string json)
        => Assert.ThrowsAny<JsonException>(() => Read(json));

    private static BatchLine Read(string json) => BatchLine.Read(Encoding.UTF8.GetBytes(json));
}
