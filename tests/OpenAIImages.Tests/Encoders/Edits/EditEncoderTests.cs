using System.Text.Json.Nodes;
using OpenAIImages.Encoders;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Encoders;

public sealed class EditEncoderTests : IDisposable
{
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];

    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task One_picture_is_sent_as_image_with_its_name_and_its_real_type()
    {
        File.WriteAllBytes(_directory.At("photo.png"), Jpeg);

        var form = await EncodeAsync(new EditImageRequest("p", ImageInput.FromFile(_directory.At("photo.png"))));

        Assert.Equal(["prompt", "image"], form.Names);
        Assert.Equal("form-data; name=\"image\"; filename=\"photo.png\"", form["image"].Disposition);
        Assert.Equal("image/jpeg", form["image"].Type);
        Assert.Equal(Jpeg, form["image"].Bytes);
    }

    [Fact]
    public async Task A_list_of_pictures_is_sent_as_image_brackets_in_order()
    {
        var one = await EncodeAsync(new EditImageRequest("p", [ImageInput.FromBytes(Bodies.Picture(10, 1))]));
        var three = await EncodeAsync(new EditImageRequest(
            "p", Enumerable.Range(1, 3).Select(seed => ImageInput.FromBytes(Bodies.Picture(20 + seed, seed)))));

        Assert.Equal(["prompt", "image[]"], one.Names);
        Assert.Equal([21, 22, 23], three.Parts.Skip(1).Select(part => part.Bytes.Length));
        Assert.Equal(
            ["image-1.png", "image-2.png", "image-3.png"],
            three.Parts.Skip(1).Select(part => part.Disposition.Split("filename=\"")[1].TrimEnd('"')));
    }

    [Fact]
    public async Task Every_text_field_is_a_part_and_nested_names_have_brackets()
    {
        var request = new EditImageRequest("一只猫", ImageInput.FromBytes(Jpeg, "a.jpg"))
        {
            Model = ImageModel.GptImage26Sunburst,
            Count = 2,
            Size = new(1536, 1024),
            Quality = ImageQuality.Max,
            Background = ImageBackground.Opaque,
            Complexity = ImageComplexity.High,
            OutputFormat = ImageFileFormat.Jpeg,
            OutputCompression = 80,
            FrameCount = 3,
            FrameDuration = TimeSpan.FromMilliseconds(50),
            Svg = new ImageSvgOptions { Model = "gpt-5.6", ReasoningEffort = ImageReasoningEffort.Low },
            Moderation = ImageModeration.Low,
            PartialImages = 2,
            SafetyIdentifier = "u_1",
            InputFidelity = ImageInputFidelity.High,
            User = "u",
            Delivery = ImageDelivery.Link,
            Extra = ExtraFields.Empty.With("seed", 42).With("tiled", true),
        };

        var form = await EncodeAsync(request);

        Assert.Equal(
            [
                ("prompt", "一只猫"), ("model", "gpt-image-2.6-sunburst"), ("n", "2"), ("size", "1536x1024"),
                ("quality", "max"), ("background", "opaque"), ("complexity", "high"), ("output_format", "jpeg"),
                ("output_compression", "80"), ("frame_count", "3"), ("frame_duration_ms", "50"),
                ("svg[model]", "gpt-5.6"), ("svg[reasoning][effort]", "low"), ("moderation", "low"),
                ("partial_images", "2"), ("safety_identifier", "u_1"), ("input_fidelity", "high"),
                ("response_format", "url"), ("user", "u"), ("seed", "42"), ("tiled", "true"),
            ],
            form.Parts.SkipLast(1).Select(part => (part.Name, part.Text)));
        Assert.All(form.Parts.SkipLast(1), part => Assert.Null(part.Type));
    }

    [Fact]
    public async Task A_form_knows_its_length_and_its_boundary_needs_no_quotes()
    {
        using var content = await ContentAsync(new EditImageRequest("p", ImageInput.FromBytes(Jpeg)));

        var body = await content.ReadAsByteArrayAsync(Token);

        Assert.Equal(body.Length, content.Headers.ContentLength);
        Assert.Matches("^multipart/form-data; boundary=[a-z0-9-]+$", content.Headers.ContentType!.ToString());
    }

    [Fact]
    public async Task A_stream_is_sent_once_from_its_position_and_left_open()
    {
        var picture = Bodies.Picture(300_000);
        using var stream = new OneShotStream(picture);
        var request = new EditImageRequest("p", ImageInput.FromStream(stream, "C:\\Users\\me\\cat.png"));

        var encoded = await RequestEncoder.EncodeAsync(request, false, Token);
        var form = await Form.ReadAsync(encoded.Content);
        encoded.Content.Dispose();

        Assert.False(encoded.CanBeSentAgain);
        Assert.Equal(picture, form["image"].Bytes);
        Assert.Contains("filename=\"cat.png\"", form["image"].Disposition, StringComparison.Ordinal);
        Assert.False(stream.IsClosed);
        await Assert.ThrowsAsync<ImageInputException>(
            async () =>
            {
                var again = await RequestEncoder.EncodeAsync(request, false, Token);
                await again.Content.ReadAsByteArrayAsync(Token);
            });
    }

    [Fact]
    public async Task A_stream_that_can_seek_is_sent_again_from_its_position()
    {
        using var stream = new MemoryStream([9, 9, .. Jpeg]) { Position = 2 };
        using var content = await ContentAsync(new EditImageRequest("p", ImageInput.FromStream(stream)));

        await content.CopyToAsync(Stream.Null, Token);
        var form = await Form.ReadAsync(content);

        Assert.Equal(Jpeg, form["image"].Bytes);
    }

    [Theory]
    [InlineData("a\"; name=\"prompt", "a_; name=_prompt.png")]
    [InlineData("a\r\nX: y.png", "a__X_ y.png")]
    [InlineData("猫.png", "_.png")]
    [InlineData("../../etc/passwd", "passwd.png")]
    public async Task A_file_name_cannot_break_its_header_or_show_a_path(string name, string sent)
    {
        var form = await EncodeAsync(new EditImageRequest("p", ImageInput.FromBytes(Bodies.Picture(20), name)));

        Assert.Equal($"form-data; name=\"image\"; filename=\"{sent}\"", form["image"].Disposition);
    }

    [Fact]
    public async Task An_edit_with_a_link_or_a_file_id_is_sent_as_JSON_with_data_links()
    {
        var mask = new ImageMask(2, 2).AddRectangle(0, 0, 1, 2).ToMask();
        var request = new EditImageRequest(
            "p",
            [
                ImageInput.FromFileId("file-abc123"),
                ImageInput.FromLink(new Uri("https://files.test/a.png")),
                ImageInput.FromBytes(Jpeg),
            ])
        {
            Model = ImageModel.GptImage2,
            Mask = mask,
        };

        using var content = await ContentAsync(request);
        var json = JsonNode.Parse(await content.ReadAsStringAsync(Token))!;

        Assert.Equal("application/json", content.Headers.ContentType!.ToString());
        var link = json["mask"]!["image_url"]!.GetValue<string>();
        Assert.StartsWith("data:image/png;base64,iVBORw", link, StringComparison.Ordinal);
        json["mask"] = null;
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse(
                $$"""
                {
                  "prompt": "p", "model": "gpt-image-2",
                  "images": [
                    { "file_id": "file-abc123" }, { "image_url": "https://files.test/a.png" },
                    { "image_url": "data:image/jpeg;base64,{{Convert.ToBase64String(Jpeg)}}" }
                  ],
                  "mask": null
                }
                """),
            json));
    }

    [Theory]
    [InlineData(61_440)]
    [InlineData(61_441)]
    [InlineData(200_000)]
    public async Task An_image_in_JSON_arrives_whole_and_as_long_as_announced(int length)
    {
        var picture = Bodies.Picture(length);
        var request = new EditImageRequest("p", [ImageInput.FromFileId("file-1"), ImageInput.FromBytes(picture)]);

        using var content = await ContentAsync(request);
        var sent = await content.ReadAsByteArrayAsync(Token);

        Assert.Equal(content.Headers.ContentLength, sent.Length);
        var link = JsonNode.Parse(sent)!["images"]![1]!["image_url"]!.GetValue<string>();
        Assert.Equal($"data:image/png;base64,{Convert.ToBase64String(picture)}", link);
    }

    [Fact]
    public async Task A_stream_of_unknown_length_in_JSON_can_be_sent_twice()
    {
        var picture = Bodies.Picture(5_000);
        var request = new EditImageRequest(
            "p", [ImageInput.FromFileId("file-1"), ImageInput.FromStream(new OneShotStream(picture))]);

        using var content = await ContentAsync(request);
        using MemoryStream first = new(), second = new();
        await content.CopyToAsync(first, Token);
        await content.CopyToAsync(second, Token);

        Assert.Equal(first.ToArray(), second.ToArray());
        Assert.Contains(Convert.ToBase64String(picture), System.Text.Encoding.UTF8.GetString(first.ToArray()));
    }

    [Fact]
    public async Task An_image_whose_length_changes_before_it_is_sent_in_JSON_is_refused_by_name()
    {
        using var stream = new MemoryStream();
        stream.Write(Bodies.Picture(5_000));
        stream.Position = 0;
        var request = new EditImageRequest("p", [ImageInput.FromFileId("file-1"), ImageInput.FromStream(stream)]);
        using var content = await ContentAsync(request);
        stream.SetLength(4_000);

        var refused = await Assert.ThrowsAsync<ImageInputException>(() => content.CopyToAsync(Stream.Null, Token));

        Assert.Equal("image[1]", refused.Input);
    }

    [Fact]
    public async Task A_picture_too_large_for_a_data_link_is_refused_by_name()
    {
        var request = new EditImageRequest(
            "p", [ImageInput.FromFileId("file-1"), ImageInput.FromBytes(Bodies.Picture(16 * 1024 * 1024))]);

        var refused = await Assert.ThrowsAsync<ImageInputException>(() => ContentAsync(request));

        Assert.Equal("image[1]", refused.Input);
    }

    [Fact]
    public async Task A_null_in_a_form_is_refused_by_name()
    {
        using var document = System.Text.Json.JsonDocument.Parse("null");
        var request = new EditImageRequest("p", ImageInput.FromBytes(Jpeg))
        {
            Extra = ExtraFields.Empty.With("seed", document.RootElement.Clone()),
        };

        var refused = await Assert.ThrowsAsync<ArgumentException>(() => ContentAsync(request));

        Assert.Contains("'seed'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_name_in_a_form_that_is_not_ASCII_is_refused()
    {
        var request = new EditImageRequest("p", ImageInput.FromBytes(Jpeg))
        {
            Extra = ExtraFields.Empty.With("种子", 42),
        };

        var refused = await Assert.ThrowsAsync<ArgumentException>(() => ContentAsync(request));

        Assert.Contains("'种子'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_variation_sends_its_picture_and_five_fields()
    {
        var request = new CreateVariationRequest(ImageInput.FromBytes(Bodies.Picture(30)))
        {
            Model = "dall-e-2",
            Count = 2,
            Size = new(256, 256),
            Delivery = ImageDelivery.Inline,
            User = "u",
        };

        var form = await Form.ReadAsync((await RequestEncoder.EncodeAsync(request, false, Token)).Content);

        Assert.Equal(["model", "n", "size", "response_format", "user", "image"], form.Names);
        await Assert.ThrowsAsync<ImageInputException>(async () => await RequestEncoder.EncodeAsync(
            new CreateVariationRequest(ImageInput.FromFileId("file-1")), false, Token));
    }

    private static async Task<HttpContent> ContentAsync(EditImageRequest request)
        => (await RequestEncoder.EncodeAsync(request, false, Token)).Content;

    private static async Task<Form> EncodeAsync(EditImageRequest request)
    {
        using var content = await ContentAsync(request);

        return await Form.ReadAsync(content);
    }
}
