using OpenAIImages.Emulator.Tests.Support;

namespace OpenAIImages.Emulator.Tests.Requests;

/// <summary>Edits can have a JSON body, with references instead of files.</summary>
public sealed class JsonEditsTests
{
    private const string BadLink =
        "Invalid 'images[0].image_url': expected an https URL or a base64-encoded data URL with an image MIME type.";

    private static string Png { get; } = "data:image/png;base64," + Convert.ToBase64String(Samples.Png);

    [Fact]
    public async Task Pictures_can_be_data_links()
    {
        var engine = new EditingEngine();
        await using var service = await Service.StartAsync(options => options.Engine = engine);
        var mask = "data:image/png;base64," + Convert.ToBase64String(Samples.Mask);

        var reply = await service.EditAsync($$"""
            {
              "model": "gpt-image-2", "prompt": "p", "moderation": "low", "stream": false, "markup": null,
              "images": [ { "image_url": "{{Png}}" }, { "image_url": "{{Png}}", "file_id": null } ],
              "mask": { "image_url": "{{mask}}" }
            }
            """);

        Assert.Equal(200, reply.Status);
        var edit = Assert.Single(engine.Edits);
        Assert.Equal([Samples.Png, Samples.Png], edit.Sources.Select(source => source.ToArray()));
        Assert.Equal(Samples.Mask, edit.Mask!.Value.ToArray());
    }

    [Fact]
    public async Task A_link_to_a_picture_of_the_service_itself_is_followed()
    {
        var engine = new EditingEngine();
        await using var service = await Service.StartAsync(options => options.Engine = engine);
        var made = await service.GenerateAsync("""{"prompt":"p","model":"local","response_format":"url"}""");

        var reply = await service.EditAsync(
            $$"""{"prompt":"p","images":[{"image_url":"{{made.Body["data"]![0]!["url"]}}"}]}""");

        // The linked file has six bytes and is no picture. Its refusal shows that the service found it.
        Assert.Equal("invalid_image_file", (string?)reply.Body["error"]!["code"]);
    }

    [Fact]
    public async Task Pictures_can_be_ids_of_uploaded_files()
    {
        var engine = new EditingEngine();
        await using var service = await Service.StartAsync(options => options.Engine = engine);
        var picture = await service.UploadAsync(Samples.Jpeg, "a.jpg", "vision", "image/jpeg");
        var mask = await service.UploadAsync(Samples.Mask, "m.png", "user_data");

        var reply = await service.EditAsync(
            $$"""{"prompt":"p","images":[{"file_id":"{{picture}}"}],"mask":{"file_id":"{{mask}}"} }""");

        Assert.Equal(200, reply.Status);
        var edit = Assert.Single(engine.Edits);
        Assert.Equal(Samples.Jpeg, edit.Sources[0].ToArray());
        Assert.Equal(Samples.Mask, edit.Mask!.Value.ToArray());
    }

    [Theory]
    [InlineData("a.gif", "image/gif", "unsupported_file_mimetype")]
    [InlineData("a", null, "missing_file_mimetype")]
    [InlineData("a.png", "image/png", "invalid_image_file")]
    public async Task A_stored_file_must_be_a_picture(string name, string? type, string code)
    {
        await using var service = await Service.StartAsync();
        var stored = await service.UploadAsync(Form.Of(("purpose", "vision")).File("file", [1], type, name));

        var reply = await service.EditAsync($$"""{"prompt":"p","images":[{"file_id":"{{stored.Body["id"]}}"}]}""");

        Assert.Equal((400, code), (reply.Status, (string?)reply.Body["error"]!["code"]));
    }

    [Theory]
    [InlineData("""[{"image_url":"https://example.com/a.png"}]""", 400, "images[0].image_url", "invalid_image_url",
        "Error while downloading 'images[0].image_url': the offline service has no network. Send the picture as a " +
        "data: URL, or a link to a picture that this service made.")]
    [InlineData("""[{"image_url":"ftp://example.com/a.png"}]""", 400, "images[0].image_url", "invalid_image_url",
        BadLink)]
    [InlineData("""[{"image_url":"a.png"}]""", 400, "images[0].image_url", "invalid_image_url", BadLink)]
    [InlineData("""[{"image_url":"data:image/png,AA"}]""", 400, "images[0].image_url", "invalid_image_url", BadLink)]
    [InlineData("""[{"image_url":"data:image/png;base64,A*"}]""", 400, "images[0].image_url", "invalid_image_url",
        BadLink)]
    [InlineData("""[{"image_url":"data:text/plain;base64,AA=="}]""", 400, "images[0].image_url", "invalid_image_url",
        BadLink)]
    [InlineData("""[{"image_url":"data:image/gif;base64,AA=="}]""", 400, "images[0]", "unsupported_file_mimetype",
        "Invalid file 'images[0]': unsupported mimetype ('image/gif'). Supported file formats are 'image/jpeg', " +
        "'image/png', and 'image/webp'.")]
    [InlineData("""[{"file_id":"file-abc123"}]""", 404, "images[0].file_id", "file_not_found",
        "No such File object: file-abc123")]
    [InlineData("""[{"file_id":"a","image_url":"b"}]""", 400, "images[0]", "invalid_value",
        "'images[0]' must have exactly one of 'image_url' and 'file_id'.")]
    [InlineData("[{}]", 400, "images[0]", "invalid_value",
        "'images[0]' must have exactly one of 'image_url' and 'file_id'.")]
    [InlineData("""[{"url":"a"}]""", 400, "images[0].url", "unknown_parameter",
        "Unknown parameter: 'images[0].url'.")]
    [InlineData("""[{"image_url":5}]""", 400, "images[0].image_url", "invalid_type",
        "Invalid type for 'images[0].image_url': expected a string, but got an integer instead.")]
    [InlineData("""["a.png"]""", 400, "images[0]", "invalid_type",
        "Invalid type for 'images[0]': expected an object, but got a string instead.")]
    [InlineData("\"a.png\"", 400, "images", "invalid_type",
        "Invalid type for 'images': expected an array of objects, but got a string instead.")]
    [InlineData("{}", 400, "images", "invalid_type",
        "Invalid type for 'images': expected an array of objects, but got an object instead.")]
    [InlineData("null", 400, "images", "invalid_type",
        "Invalid type for 'images': expected an array of objects, but got null instead.")]
    [InlineData("[]", 400, "images", "empty_array",
        "Invalid 'images': empty array. Expected an array with minimum length 1, but got an empty array instead.")]
    public async Task A_reference_that_leads_nowhere_is_refused(
        string images, int status, string param, string code, string message)
    {
        await using var service = await Service.StartAsync();

        var reply = await service.EditAsync($$"""{"prompt":"p","images":{{images}}}""");

        reply.IsError(status, param, code, message);
    }

    [Theory]
    [InlineData("image")]
    [InlineData("image[]")]
    public async Task The_name_of_the_other_form_is_refused_with_a_hint(string name)
    {
        await using var service = await Service.StartAsync();

        var reply = await service.EditAsync($$"""{"prompt":"p","{{name}}":{"url":"data:,"} }""");

        reply.IsError(400, "image", "invalid_value",
            "Unknown parameter: 'image'. For application/json on /v1/images/edits, use 'images' (array).");
    }

    [Fact]
    public async Task Pictures_are_checked_after_the_prompt_and_before_the_rest()
    {
        await using var service = await Service.StartAsync();

        var noWords = await service.EditAsync("""{"n":0}""");
        var noPictures = await service.EditAsync("""{"prompt":"p","n":0}""");

        Assert.Equal("prompt", (string?)noWords.Body["error"]!["param"]);
        noPictures.IsError(400, "images", "missing_required_parameter", "Missing required parameter: 'images'.");
    }
}
