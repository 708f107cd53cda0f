using System.Globalization;
using OpenAIImages.Emulator.Tests.Support;
using SkiaSharp;

namespace OpenAIImages.Emulator.Tests.Refusals;

/// <summary>A row for each rule about the fields and files of an edit.</summary>
public sealed class EditRefusalsTests(SharedService shared) : IClassFixture<SharedService>
{
    private const string Type = "unsupported_file_mimetype";
    private const string Mime = "Supported file formats are 'image/jpeg', 'image/png', and 'image/webp'.";

    private const string NoInteger =
        "Invalid type for 'n': expected an integer, but got a string value that could not be converted into an " +
        "integer.";

    private static readonly Dictionary<string, byte[]> Files = new()
    {
        ["png"] = Samples.Png,
        ["mask"] = Samples.Mask,
        ["opaque alpha"] = Samples.OpaqueWithAlpha(),
        ["small mask"] = Samples.Make(SKEncodedImageFormat.Png, 24, 40, SKColors.Transparent),
        ["cut"] = Samples.Png[..(Samples.Png.Length / 2)],
        ["jpeg"] = Samples.Jpeg,
        ["empty"] = [],
        ["words"] = "no picture"u8.ToArray(),
    };

    [Theory]
    [InlineData("image", "png", "application/octet-stream", "a.png", "image", Type,
        "Invalid file 'image': unsupported mimetype ('application/octet-stream'). " + Mime)]
    [InlineData("image", "png", "image/gif", "a.png", "image", Type,
        "Invalid file 'image': unsupported mimetype ('image/gif'). " + Mime)]
    [InlineData("image", "png", null, "a.gif", "image", Type,
        "Invalid file 'image': unsupported mimetype ('image/gif'). " + Mime)]
    [InlineData("image", "png", null, "a", "image", "missing_file_mimetype",
        "Invalid file 'image': failed to determine mimetype. Ensure you are providing the file's mimetype as part of " +
        "the 'Content-Type' header.")]
    [InlineData("mask", "mask", "image/webp", "a.png", "mask", Type,
        "Invalid file 'mask': unsupported mimetype ('image/webp'). Supported file formats are 'image/png'.")]
    [InlineData("picture", "png", "image/png", "a.png", "picture", "unknown_parameter",
        "Unknown parameter: 'picture'.")]
    [InlineData("prompt", "words", "text/plain", "a.txt", "prompt", "invalid_type",
        "Invalid type for 'prompt': expected a string, but got a file instead.")]
    public async Task A_file_that_the_model_does_not_accept_is_refused(
        string part, string file, string? type, string fileName, string param, string code, string message)
    {
        var form = part == "prompt" ? new Form() : Form.Of(("prompt", "p"));
        if (part != "image")
        {
            form.File("image", Samples.Png);
        }

        var reply = await shared.Service.EditAsync(form.File(part, Files[file], type, fileName));

        reply.IsError(400, param, code, message);
    }

    [Theory]
    [InlineData("mask", "png", "mask image missing alpha channel")]
    [InlineData("mask", "small mask", "mask size does not match image size")]
    [InlineData("mask", "jpeg", "it is not a readable PNG file")]
    [InlineData("mask", "words", "it is not a readable PNG file")]
    [InlineData("markup", "png", "markup image missing alpha channel")]
    [InlineData("markup", "small mask", "markup size does not match image size")]
    [InlineData("markup", "opaque alpha", "markup image has no transparent pixels")]
    public async Task A_mask_or_markup_that_does_not_fit_is_refused(string part, string file, string fault)
    {
        var reply = await shared.Service.EditAsync(
            Form.Of(("prompt", "p")).File("image", Samples.Png).File(part, Files[file]));

        reply.IsError(
            400, null, $"invalid_{part}_image_format", $"Invalid {part} image format - {fault}",
            "image_generation_user_error");
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("empty")]
    [InlineData("words")]
    public async Task An_unreadable_picture_is_refused_by_its_number(string file)
    {
        var reply = await shared.Service.EditAsync(
            Form.Of(("prompt", "p")).File("image[]", Samples.Png).File("image[]", Files[file]));

        reply.IsError(
            400, "image", "invalid_image_file",
            "Invalid image file or mode for image 2, please check your image file.", "image_generation_user_error");
    }

    [Theory]
    [InlineData("model=local&input_fidelity=max", "input_fidelity", "invalid_value",
        "Invalid value: 'max'. Supported values are: 'low' and 'high'.")]
    [InlineData("n=two", "n", "invalid_type", NoInteger)]
    [InlineData("n=1.5", "n", "invalid_type", NoInteger)]
    [InlineData("n=11", "n", "integer_above_max_value",
        "Invalid 'n': integer above maximum value. Expected a value <= 10, but got 11 instead.")]
    [InlineData("n=-1", "n", "integer_below_min_value",
        "Invalid 'n': integer below minimum value. Expected a value >= 1, but got -1 instead.")]
    [InlineData("stream=True", "stream", "invalid_type",
        "Invalid type for 'stream': expected a boolean, but got a string value that could not be converted into a " +
        "boolean.")]
    [InlineData("partial_images=1", "partial_images", "invalid_value",
        "'partial_images' is only supported when 'stream' is true.")]
    [InlineData("background=transparent&output_format=jpeg", "background", "invalid_value",
        "Transparent background is not supported for JPEG output format")]
    [InlineData("model=gpt-image-2.6-flare&output_format=gif&stream=true", "stream", "invalid_value",
        "Streaming is not supported when 'output_format' is 'gif'.")]
    [InlineData("svg[model]=gpt-5.6", "svg", "invalid_value",
        "'svg' is only supported when 'output_format' is 'svg'.")]
    [InlineData("model=gpt-image-2.6-flare&output_format=svg&svg[reasoning][effort]=huge", "svg.reasoning.effort",
        "invalid_value",
        "Invalid value: 'huge'. Supported values are: " +
        "'none', 'minimal', 'low', 'medium', 'high', 'xhigh', and 'max'.")]
    [InlineData("svg[colour]=red", "svg.colour", "unknown_parameter", "Unknown parameter: 'svg.colour'.")]
    [InlineData("response_format=b64_json", "response_format", "unknown_parameter",
        "Unknown parameter: 'response_format'.")]
    [InlineData("images=a", "images", "invalid_value",
        "Unknown parameter: 'images'. For multipart/form-data use 'image' or 'image[]'.")]
    [InlineData("mask=a", "mask", "invalid_type",
        "Invalid type for 'mask': expected a file, but got a string instead.")]
    [InlineData("n=1&n=2", "n", "duplicate_parameter",
        "Duplicate parameter: 'n'. You provided multiple values for this parameter, whereas only one is allowed. If " +
        "you are trying to provide a list of values, use the array syntax instead e.g. 'n[]=<value>'.")]
    public async Task A_field_that_breaks_a_rule_is_refused(string fields, string param, string code, string message)
    {
        var form = Form.Of(("prompt", "p")).File("image", Samples.Png);
        foreach (var field in fields.Split('&'))
        {
            form.Text(field.Split('=')[0], field.Split('=')[1]);
        }

        var reply = await shared.Service.EditAsync(form);

        reply.IsError(400, param, code, message);
    }

    [Theory]
    [InlineData("gpt-image-2")]
    [InlineData("gpt-image-2.5-flare")]
    public async Task Models_with_a_fixed_fidelity_refuse_the_field_input_fidelity(string model)
    {
        var form = Form.Of(("prompt", "p"), ("model", model), ("input_fidelity", "low"));

        var reply = await shared.Service.EditAsync(form.File("image", Samples.Png));

        reply.IsError(
            400, null, "invalid_input_fidelity_model",
            $"The model '{model}' does not support the 'input_fidelity' parameter.", "image_generation_user_error");
    }

    [Fact]
    public async Task Small_files_with_very_many_pixels_are_refused_before_they_are_decoded()
    {
        await using var service = await Service.StartAsync(options => options.MaxInputPixels = 40 * 24 * 2);
        var form = () => Form.Of(("prompt", "p")).File("image[]", Samples.Png);

        var within = await service.EditAsync(form().File("mask", Samples.Mask));
        var beyond = await service.EditAsync(form().File("image[]", Samples.Png).File("mask", Samples.Mask));

        // The engine of these tests does not edit. The test only shows that the request reached it.
        Assert.Equal(500, within.Status);
        beyond.IsError(
            400, "mask", "image_too_large",
            "Invalid file 'mask': the pictures of this request have more than 1920 pixels together.");
    }

    [Fact]
    public async Task A_form_without_a_prompt_or_a_picture_is_refused()
    {
        var noPrompt = await shared.Service.EditAsync(new Form().File("image", Samples.Png));
        var noPicture = await shared.Service.EditAsync(Form.Of(("prompt", "p")));
        var noFile = await shared.Service.EditAsync(Form.Of(("prompt", "p"), ("image", "a.png")));

        noPrompt.IsError(
            400, "prompt", "missing_required_parameter", "Missing required parameter: 'prompt'.");
        noPicture.IsError(400, "image", "missing_required_parameter", "Missing required parameter: 'image'.");
        noFile.IsError(
            400, "image", "invalid_type",
            "Invalid type for 'image': expected one of an array of files or file, but got a string instead.");
    }

    [Fact]
    public async Task Mask_and_markup_exclude_each_other_and_moving_pictures()
    {
        var form = () => Form.Of(("prompt", "p")).File("image", Samples.Png).File("mask", Samples.Mask);

        var both = await shared.Service.EditAsync(form().File("markup", Samples.Mask));
        var moving = await shared.Service.EditAsync(
            form().Text("output_format", "gif").Text("model", "gpt-image-2.6-flare"));

        both.IsError(400, "markup", "invalid_value", "'markup' cannot be combined with 'mask'.");
        moving.IsError(400, "mask", "invalid_value", "'mask' is not supported when 'output_format' is 'gif'.");
    }

    [Theory]
    [InlineData(16, 500, null)]
    [InlineData(17, 400, "array_above_max_length")]
    public async Task An_edit_accepts_at_most_sixteen_pictures(int count, int status, string? code)
    {
        var form = Form.Of(("prompt", "p"));
        for (var index = 0; index < count; index++)
        {
            form.File("image[]", Samples.Png, fileName: index.ToString(CultureInfo.InvariantCulture));
        }

        // The engine of these tests does not edit. The test only shows that the request reached it.
        var reply = await shared.Service.EditAsync(form);

        Assert.Equal((status, code), (reply.Status, (string?)reply.Body["error"]!["code"]));
    }

    [Fact]
    public async Task A_picture_of_fifty_megabytes_is_too_large()
    {
        var reply = await shared.Service.EditAsync(
            Form.Of(("prompt", "p")).File("image", new byte[50 * 1_024 * 1_024]));

        reply.IsError(400, "image", "file_too_large", "Invalid file 'image': it must be less than 50 MB.");
    }
}
