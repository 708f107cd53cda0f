using System.Text;
using OpenAIImages.Emulator.Tests.Support;

namespace OpenAIImages.Emulator.Tests.Requests;

/// <summary>The emulator reads every way in which clients write a form.</summary>
public sealed class MultipartTests
{
    private const string Malformed =
        "We could not parse the multipart form of your request. (HINT: Every part needs a name, and the last one " +
        "must be followed by the closing boundary that the Content-Type header announces.)";

    [Theory]
    [InlineData("Content-Disposition: form-data; name=\"image\"; filename=\"a.png\"\r\nContent-Type: image/png")]
    [InlineData("Content-Disposition: form-data; name=image; filename=a.png\r\nContent-Type: image/png")]
    [InlineData("Content-Type: image/png\r\nContent-Disposition: form-data; name=image; filename=a")]
    [InlineData("content-type:image/png\r\ncontent-disposition:form-data;filename=a;name=image")]
    [InlineData("Content-Disposition: form-data; name=image; filename=\"../a.png\"; filename*=utf-8''..%2Fa.png")]
    [InlineData("Content-Disposition: form-data; name=image; filename*=utf-8''..%2Fa.png")]
    [InlineData("Content-Disposition: form-data; name=image; filename=\"C:\\pictures.gif\\a.PNG\"")]
    [InlineData("Content-Disposition: form-data; name=\"image\"; filename=\"/a.b/猫 \\\"1\\\".png\"")]
    [InlineData("Content-Disposition: form-data; name=\"image[]\"; filename=\"a.png\"")]
    [InlineData("Content-Disposition: form-data; name=image[]; filename=a.png\r\nX-Other: yes")]
    [InlineData("Content-Disposition: form-data; name=\"image\"; filename=\"\"\r\nContent-Type: image/png")]
    [InlineData("Content-Type: image/png; name=\"a\"\r\nContent-Disposition: form-data; name=image; filename=a")]
    public async Task A_picture_is_found_however_its_part_is_written(string headers)
    {
        var engine = new EditingEngine();
        await using var service = await Service.StartAsync(options => options.Engine = engine);
        var form = Form.Of(("prompt", "p")).Part(headers, Samples.Png);

        var reply = await service.EditAsync(form);

        Assert.Equal(200, reply.Status);
        Assert.Equal(Samples.Png, Assert.Single(Assert.Single(engine.Edits).Sources).ToArray());
    }

    [Theory]
    [InlineData("Content-Disposition: form-data; name=\"prompt\"")]
    [InlineData("Content-Disposition: form-data; name=prompt")]
    [InlineData("Content-Type: text/plain; charset=utf-8\r\nContent-Disposition: form-data; name=prompt")]
    public async Task A_text_field_is_found_however_its_part_is_written(string headers)
    {
        var engine = new EditingEngine();
        await using var service = await Service.StartAsync(options => options.Engine = engine);
        var form = new Form().File("image", Samples.Png).Part(headers, "帽子\r\n--b?"u8.ToArray());

        var reply = await service.EditAsync(form);

        Assert.Equal(200, reply.Status);
        Assert.Equal("帽子\r\n--b?", Assert.Single(engine.Edits).Request.Prompt);
    }

    [Theory]
    [InlineData("b", "multipart/form-data; boundary=b")]
    [InlineData("b", "Multipart/Form-Data;charset=utf-8;Boundary=\"b\"")]
    [InlineData("R2FY=Lez_nA4", "multipart/form-data; boundary=\"R2FY=Lez_nA4\"")]
    [InlineData("R2FY=Lez_nA4", "multipart/form-data; boundary=R2FY=Lez_nA4; charset=utf-8")]
    [InlineData("----WebKitFormBoundary", "multipart/form-data; boundary=----WebKitFormBoundary")]
    public async Task The_boundary_may_be_written_either_way(string boundary, string contentType)
    {
        await using var service = await Service.StartAsync(options => options.Engine = new EditingEngine());
        var form = new Form(boundary) { ContentType = contentType }.Text("prompt", "p").File("image", Samples.Png);

        var reply = await service.EditAsync(form);

        Assert.Equal(200, reply.Status);
    }

    [Fact]
    public async Task A_form_without_a_length_is_read()
    {
        await using var service = await Service.StartAsync(options => options.Engine = new EditingEngine());
        using var content = Form.Of(("prompt", "p")).File("image", Samples.Png).ToContent();
        using var message = new HttpRequestMessage(HttpMethod.Post, "images/edits") { Content = content };
        message.Headers.TransferEncodingChunked = true;

        using var reply = await service.Http.SendAsync(message, TestContext.Current.CancellationToken);

        Assert.True(reply.IsSuccessStatusCode);
        Assert.Equal(["chunked"], service.Emulator.Received[0].Headers["Transfer-Encoding"]);
    }

    [Theory]
    [InlineData("multipart/form-data", "--b\r\nContent-Disposition: form-data; name=prompt\r\n\r\np\r\n--b--\r\n")]
    [InlineData("multipart/form-data; boundary=", "--b--")]
    [InlineData("multipart/form-data; boundary=b", "")]
    [InlineData("multipart/form-data; boundary=b", "no form at all")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\n\r\np\r\n--b--\r\n")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nno empty line\r\n--b--\r\n")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data\r\n\r\np\r\n--b--\r\n")]
    [InlineData("multipart/form-data; boundary=c", "--b\r\nContent-Disposition: form-data; name=a\r\n\r\np\r\n--b--")]
    public async Task A_body_that_is_not_a_form_is_refused(string contentType, string body)
    {
        await using var service = await Service.StartAsync();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        var reply = await service.SendAsync(HttpMethod.Post, "images/edits", content);

        reply.IsError(400, null, null, Malformed);
    }
}
