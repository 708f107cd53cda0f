using System.Text.Json;

namespace OpenAIImages.Tests.Documents;

/// <summary>The exception for a wrong document names the member and says what is wrong with it.</summary>
public sealed class BadDocumentTests
{
    [Theory]
    [InlineData("""{}""", "'prompt' of GenerateImageRequest: It is missing.")]
    [InlineData("""{"prompt":null}""", "'prompt' of GenerateImageRequest: It is missing.")]
    [InlineData("""{"prompt":" "}""", "'prompt' of GenerateImageRequest: ")]
    [InlineData("""{"prompt":7}""", "'prompt' of GenerateImageRequest: ")]
    [InlineData("""{"prompt":"w","n":0}""", "'n' of GenerateImageRequest: ")]
    [InlineData("""{"prompt":"w","n":"two"}""", "'n' of GenerateImageRequest: ")]
    [InlineData("""{"prompt":"w","n":99999999999}""", "'n' of GenerateImageRequest: ")]
    [InlineData("""{"prompt":"w","size":"big"}""", "'size' of GenerateImageRequest: 'big' is not a size")]
    [InlineData("""{"prompt":"w","quality":["high"]}""", "'quality' of GenerateImageRequest: ")]
    [InlineData("""{"prompt":"w","frame_duration_ms":1e27}""", "'frame_duration_ms' of GenerateImageRequest: ")]
    [InlineData("""{"prompt":"w","svg":{"reasoning_effort":7}}""", "'svg.reasoning_effort' of GenerateImageRequest: ")]
    [InlineData("""{"prompt":"w","extra":[]}""", "'extra' of GenerateImageRequest: It is not a JSON object.")]
    [InlineData("""{"prompt":"w","extra":{" ":1}}""", "'extra' of GenerateImageRequest: ")]
    [InlineData("""{"prompt":"w","qualty":"high"}""", "'qualty' of GenerateImageRequest: It is unknown; the members")]
    [InlineData("""{"prompt":"w","prompt":"v"}""", "'prompt' of GenerateImageRequest: It is there twice.")]
    [InlineData("""["w"]""", "GenerateImageRequest: It is not a JSON object.")]
    public void A_wrong_request_is_refused_by_the_name_of_its_member(string json, string message)
        => IsRefused<GenerateImageRequest>(json, message);

    [Theory]
    [InlineData("""{"prompt":"w"}""", "'images' of EditImageRequest: It is missing, and so is 'image'.")]
    [InlineData("""{"prompt":"w","images":[]}""", "'images' of EditImageRequest: An edit takes 1 to 16 images")]
    [InlineData("""{"prompt":"w","images":{}}""", "'images' of EditImageRequest: It is not a JSON array.")]
    [InlineData("""{"prompt":"w","images":[null]}""", "'images[0]' of EditImageRequest: It is not a JSON object.")]
    [InlineData("""{"prompt":"w","image":{}}""", "'image' of EditImageRequest: It has 0 of image_url, file_id")]
    [InlineData("""{"prompt":"w","image":{"path":"a","file_id":"b"}}""", "'image' of EditImageRequest: It has 2 of ")]
    [InlineData("""{"prompt":"w","image":{"path":" "}}""", "'image.path' of EditImageRequest: ")]
    [InlineData("""{"prompt":"w","image":{"b64_json":""}}""", "'image.b64_json' of EditImageRequest: The image is")]
    [InlineData("""{"prompt":"w","image":{"b64_json":"%"}}""", "'image.b64_json' of EditImageRequest: ")]
    [InlineData("""{"prompt":"w","image":{"image_url":"cat.png"}}""", "'image.image_url' of EditImageRequest: ")]
    [InlineData("""{"prompt":"w","image":{"image_url":"ftp://a/b"}}""", "'image.image_url' of EditImageRequest: ")]
    [InlineData(
        """{"prompt":"w","image":{"file_id":"a","media_type":"image/png"}}""",
        "'image.media_type' of EditImageRequest: It cannot stand beside 'file_id'.")]
    [InlineData(
        """{"prompt":"w","image":{"file_id":"a"},"images":[{"file_id":"a"}]}""",
        "'image' of EditImageRequest: It stands beside 'images': give one of them.")]
    [InlineData(
        """{"prompt":"w","image":{"file_id":"a"},"mask":{"colour":"b"}}""",
        "'mask.colour' of EditImageRequest: It is unknown; the members are image_url, file_id, ")]
    public void A_wrong_edit_is_refused_by_the_name_of_its_member(string json, string message)
        => IsRefused<EditImageRequest>(json, message);

    [Theory]
    [InlineData("""{}""", "'data' of ImageResult: It is missing.")]
    [InlineData("""{"data":[{"url":7}]}""", "'data[0].url' of ImageResult: ")]
    [InlineData("""{"data":[{},{"b64_json":"!"}]}""", "'data[1].b64_json' of ImageResult: ")]
    [InlineData("""{"data":[{"b64_json":""}]}""", "'data[0].b64_json' of ImageResult: It is empty.")]
    [InlineData("""{"data":[{"b64_json":"AQID","length":4}]}""", "'data[0].length' of ImageResult: It cannot stand")]
    [InlineData("""{"data":[{"path":"a"}]}""", "'data[0].length' of ImageResult: It is missing.")]
    [InlineData("""{"data":[{"length":0}]}""", "'data[0].length' of ImageResult: It must be at least 1.")]
    [InlineData("""{"data":[],"created":"now"}""", "'created' of ImageResult: ")]
    [InlineData("""{"data":[],"created":1e20}""", "'created' of ImageResult: ")]
    [InlineData("""{"data":[],"usage":{"input_tokens_details":{"text_tokens":"x"}}}""",
        "'usage.input_tokens_details.text_tokens' of ImageResult: ")]
    [InlineData("""{"data":[],"rate_limits":{"dimensions":[{"dimension":""}]}}""",
        "'rate_limits.dimensions[0].dimension' of ImageResult: ")]
    [InlineData("""{"data":[],"rate_limits":{"dimensions":[{"dimension":"images","used":1}]}}""",
        "'rate_limits.dimensions[0].used' of ImageResult: It is unknown")]
    public void A_wrong_result_is_refused_by_the_name_of_its_member(string json, string message)
        => IsRefused<ImageResult>(json, message);

    [Theory]
    [InlineData("""{"image":{}}""", "'type' of ImageStreamEvent: It is neither 'partial_image' nor 'completed'.")]
    [InlineData("""{"type":"failed"}""", "'type' of ImageStreamEvent: It is neither ")]
    [InlineData("""{"type":"completed"}""", "'image' of CompletedImageEvent: It is missing.")]
    [InlineData("""{"type":"partial_image","image":{},"image_index":-1}""", "'image_index' of PartialImageEvent: ")]
    [InlineData("""7""", "ImageStreamEvent: It is not a JSON object.")]
    public void A_wrong_event_is_refused_by_the_name_of_its_member(string json, string message)
        => IsRefused<ImageStreamEvent>(json, message);

    [Fact]
    public void An_event_of_the_other_kind_is_refused()
        => IsRefused<CompletedImageEvent>(
            """{"type":"partial_image","image":{}}""", "'type' of CompletedImageEvent: It is not 'completed'.");

    [Fact]
    public void A_mistake_inside_a_document_of_the_user_is_named_with_its_path()
    {
        var refused = Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize(
            """{"RESULT":{"data":[{"b64_json":"!"}]}}""", ArchiveContext.Default.Archive));

        Assert.StartsWith("$.RESULT", refused.Path, StringComparison.Ordinal);
        Assert.Contains("'data[0].b64_json'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_extra_field_without_a_value_is_refused_when_it_is_written()
    {
        var request = new GenerateImageRequest("w") { Extra = new([new("seed", default)]) };

        var refused = Assert.ThrowsAny<JsonException>(() => JsonSerializer.Serialize(request));

        Assert.Equal("The member 'extra.seed' of GenerateImageRequest: It has no value.", refused.Message);
    }

    private static void IsRefused<T>(string json, string message)
    {
        var refused = Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<T>(json));

        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }
}
