using System.Net.Http.Headers;

namespace OpenAIImages.Encoders;

/// <summary>Turns a request with images to upload into a form.</summary>
/// <remarks>
/// <para><b>Gives</b> content whose length is known if the length of every image is known. The fields come before the
/// images, so that a server can refuse them before the images have arrived.</para>
/// <para><b>Memory.</b> The form uses one pooled buffer while it sends an image, whatever the size of the image.</para>
/// </remarks>
internal static class MultipartEncoder
{
    public static EncodedRequest Encode(EditInputs inputs, bool stream)
    {
        var form = CreateForm();
        RequestFields.Write(inputs.Request, new MultipartFieldWriter(form), stream);
        var name = inputs.Request.IsList ? "image[]" : "image";
        var canBeSentAgain = true;
        for (var i = 0; i < inputs.Images.Count; i++)
        {
            canBeSentAgain &= Add(form, name, inputs.Images[i]!, $"image-{i + 1}");
        }

        canBeSentAgain &= inputs.Mask is null || Add(form, "mask", inputs.Mask, "mask");
        canBeSentAgain &= inputs.Markup is null || Add(form, "markup", inputs.Markup, "markup");

        return new EncodedRequest(form, canBeSentAgain);
    }

    public static async ValueTask<EncodedRequest> EncodeAsync(
        CreateVariationRequest request, CancellationToken cancellationToken)
    {
        if (request.Image.Reference is { } reference)
        {
            throw new ImageInputException("image", $"a variation takes a file, not a {reference.Field}.");
        }

        var image = await CheckedInput.CheckAsync(request.Image, "image", measure: false, cancellationToken)
            .ConfigureAwait(false);
        var form = CreateForm();
        RequestFields.Write(request, new MultipartFieldWriter(form));

        return new EncodedRequest(form, Add(form, "image", image, "image"));
    }

    /// <summary>Makes an empty form.</summary>
    // The form is not MultipartFormDataContent, which parses the header of each part only to check that it exists.
    public static MultipartContent CreateForm()
    {
        var boundary = $"images-{Guid.NewGuid():N}";
        var form = new MultipartContent("form-data", boundary);

        // The boundary has no quotes: they are not necessary here, and some servers take them for a part of the
        // boundary.
        form.Headers.ContentType = new MediaTypeHeaderValue("multipart/form-data")
        {
            Parameters = { new NameValueHeaderValue("boundary", boundary) },
        };

        return form;
    }

    /// <summary>Adds a file to a form.</summary>
    public static void AddFile(
        MultipartContent form, string name, HttpContent file, string fileName, string mediaType)
    {
        file.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        file.Headers.TryAddWithoutValidation(
            "Content-Disposition",
            $"form-data; name={PartName.Quote(name)}; filename={PartName.Quote(fileName)}");
        form.Add(file);
    }

    private static bool Add(MultipartContent form, string name, CheckedInput image, string fallback)
    {
        var label = PartName.Label(image.Input.FileName, fallback, image.MediaType);
        var part = new InputContent(image.Source, image.Length);
        AddFile(form, name, part, label, image.MediaType.ToString());

        return image.Input.CanBeSentAgain;
    }
}
