using OpenAIImages.Emulator.Tests.Support;
using OpenAIImages.Painter;

namespace OpenAIImages.Emulator.Tests.Requests;

/// <summary>Some engines edit pictures, and others do not.</summary>
public sealed class EditEnginesTests
{
    [Fact]
    public async Task A_picture_that_the_engine_cannot_read_is_refused()
    {
        await using var service = await Service.StartAsync(options => options.Engine = new UnreadingEngine());

        var reply = await service.EditAsync(Form.Of(("prompt", "p")).File("image", Samples.Png));

        reply.IsError(
            400, "image", "invalid_image_file",
            "Invalid image file or mode for image 1, please check your image file.", "image_generation_user_error");
    }

    [Fact]
    public async Task An_engine_that_does_not_edit_says_so_in_a_header()
    {
        await using var service = await Service.StartAsync();

        var reply = await service.EditAsync(Form.Of(("prompt", "p")).File("image", Samples.Png));

        Assert.Equal(500, reply.Status);
        Assert.Equal(
            "NotSupportedException: This engine does not edit pictures.", reply.Headers["x-emulator-error"]);
    }

    [Fact]
    public async Task Received_requests_keep_the_bodies_that_were_sent()
    {
        await using var service = await Service.StartAsync(options => options.Engine = new EditingEngine());
        var form = Form.Of(("prompt", "p")).File("image", Samples.Png);

        await service.EditAsync(form);

        Assert.Equal(form.ToBytes(), Assert.Single(service.Emulator.Received).Body.ToArray());
    }

    private sealed class UnreadingEngine : IPictureEngine
    {
        public Picture Paint(PictureRequest request, CancellationToken cancellationToken = default)
            => throw new NotSupportedException();

        public Picture Edit(PictureEdit edit, CancellationToken cancellationToken = default)
            => throw new FormatException("The first picture cannot be read.");
    }
}
