using System.Globalization;

namespace OpenAIImages.Encoders;

/// <summary>Turns a file to upload into a form.</summary>
/// <remarks><b>Gives</b> content whose length is known if the length of the file is known. The fields come before the
/// file, so that a server can refuse them before the file has arrived. <b>Memory.</b> The form uses one pooled buffer
/// during the upload.</remarks>
internal static class UploadEncoder
{
    private const string File = "file";
    private const string UnnamedFile = "upload.bin";
    private const string AnyMediaType = "application/octet-stream";

    /// <summary>Encodes an upload.</summary>
    /// <exception cref="ImageInputException">The file cannot be read, or should be an image and is not one.</exception>
    public static async ValueTask<EncodedRequest> EncodeAsync(ImageUpload upload, CancellationToken cancellationToken)
    {
        var form = CreateForm(upload.Purpose, upload.ExpiresAfter);
        if (upload.Image is { } image)
        {
            return await AddImageAsync(form, image, cancellationToken).ConfigureAwait(false);
        }

        var name = upload.FileName.Length == 0
            ? UnnamedFile
            : PartName.Label(upload.FileName, UnnamedFile, ImageMediaType.Unknown);
        MultipartEncoder.AddFile(
            form, File, new InputContent(upload.Source, upload.Source.Length), name, AnyMediaType);

        return new EncodedRequest(form, upload.Source.CanReopen);
    }

    /// <summary>Encodes an image for an upload without fields.</summary>
    /// <exception cref="ImageInputException">The image cannot be read, or is not an image.</exception>
    public static ValueTask<EncodedRequest> EncodeAsync(ImageInput image, CancellationToken cancellationToken)
        => AddImageAsync(MultipartEncoder.CreateForm(), image, cancellationToken);

    /// <summary>Encodes content that is created while it is sent.</summary>
    public static MultipartContent Encode(
        HttpContent content,
        string fileName,
        string mediaType,
        ImageFilePurpose purpose,
        TimeSpan? expiresAfter)
    {
        var form = CreateForm(purpose, expiresAfter);
        MultipartEncoder.AddFile(
            form, File, content, PartName.Label(fileName, UnnamedFile, ImageMediaType.Unknown), mediaType);

        return form;
    }

    private static MultipartContent CreateForm(ImageFilePurpose purpose, TimeSpan? expiresAfter)
    {
        var form = MultipartEncoder.CreateForm();
        var fields = new MultipartFieldWriter(form);
        fields.Text("purpose", purpose.ToString());
        if (expiresAfter is { } time)
        {
            fields.BeginObject("expires_after");
            fields.Text("anchor", "created_at");
            fields.Text("seconds", ((long)time.TotalSeconds).ToString(CultureInfo.InvariantCulture));
            fields.EndObject();
        }

        return form;
    }

    private static async ValueTask<EncodedRequest> AddImageAsync(
        MultipartContent form, ImageInput image, CancellationToken cancellationToken)
    {
        var found = await CheckedInput.CheckAsync(image, File, measure: false, cancellationToken).ConfigureAwait(false);
        MultipartEncoder.AddFile(
            form,
            File,
            new InputContent(found.Source, found.Length),
            PartName.Label(image.FileName, "image", found.MediaType),
            found.MediaType.ToString());

        return new EncodedRequest(form, image.CanBeSentAgain);
    }
}
