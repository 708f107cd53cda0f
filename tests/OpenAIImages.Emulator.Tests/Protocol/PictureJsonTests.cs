using System.IO.Pipelines;
using System.Text.Json;
using OpenAIImages.Emulator.Replies;

namespace OpenAIImages.Emulator.Tests.Protocol;

public sealed class PictureJsonTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(49_151)]
    [InlineData(49_152)]
    [InlineData(49_153)]
    [InlineData(200_000)]
    public async Task Pictures_of_any_length_come_back_and_the_predicted_length_is_right(int pictureBytes)
    {
        var picture = new byte[pictureBytes];
        new Random(Seed: 1).NextBytes(picture);
        using var json = new PictureJson();
        json.Writer.WriteStartObject();
        json.WritePicture("first", picture);
        json.Writer.WriteString("between", "猫\"");
        json.WritePicture("second", new byte[] { 255 });
        json.Writer.WriteEndObject();

        var foretold = json.Complete();
        using var output = new MemoryStream();
        await json.CopyToAsync(PipeWriter.Create(output), TestContext.Current.CancellationToken);

        Assert.Equal(foretold, output.Length);
        using var document = JsonDocument.Parse(output.ToArray());
        Assert.Equal(picture, document.RootElement.GetProperty("first").GetBytesFromBase64());
        Assert.Equal("猫\"", document.RootElement.GetProperty("between").GetString());
        Assert.Equal([255], document.RootElement.GetProperty("second").GetBytesFromBase64());
    }
}
