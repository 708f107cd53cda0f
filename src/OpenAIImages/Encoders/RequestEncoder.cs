namespace OpenAIImages.Encoders;

/// <summary>Turns a request into HTTP content.</summary>
/// <remarks>
/// <para><b>Gives</b> JSON, or a form if the request has images to upload.</para>
/// <para><b>Memory.</b> The encoder uses one array of the size of the JSON. The client reads uploaded images from their
/// sources while it sends them.</para>
/// </remarks>
internal static class RequestEncoder
{
    /// <summary>Encodes a request in the form that it needs.</summary>
    /// <param name="request">The request.</param>
    /// <param name="stream">Whether to request a reply as events.</param>
    /// <param name="cancellationToken">Abandons the reading of the first bytes of each image.</param>
    /// <exception cref="ArgumentException">A property cannot be sent; the message names it.</exception>
    /// <exception cref="ImageInputException">An image cannot be sent.</exception>
    public static ValueTask<EncodedRequest> EncodeAsync(
        ImageRequest request, bool stream, CancellationToken cancellationToken)
        => request switch
        {
            GenerateImageRequest generation => new(Encode(generation, stream)),
            EditImageRequest edit => EncodeAsync(edit, stream, cancellationToken),
            CreateVariationRequest variation => MultipartEncoder.EncodeAsync(variation, cancellationToken),
            _ => throw new ArgumentException($"{request.GetType()} is no request of this package.", nameof(request)),
        };

    /// <summary>Encodes a request as JSON for a batch. The images of an edit become base64, unless they are links or
    /// file ids.</summary>
    /// <exception cref="ArgumentException">A property cannot be sent; the message names it.</exception>
    /// <exception cref="ImageInputException">An image cannot be sent, or is too large for JSON.</exception>
    public static async ValueTask<HttpContent> EncodeJsonAsync(
        PromptedImageRequest request, CancellationToken cancellationToken)
    {
        if (request is not EditImageRequest edit)
        {
            return Encode((GenerateImageRequest)request, stream: false).Content;
        }

        var inputs = await EditInputs.CheckAsync(edit, cancellationToken).ConfigureAwait(false);
        var encoded = await JsonEditEncoder
            .EncodeAsync(inputs, stream: false, cancellationToken).ConfigureAwait(false);

        return encoded.Content;
    }

    private static EncodedRequest Encode(GenerateImageRequest request, bool stream)
    {
        var json = JsonContent.Write(
            (request, stream),
            static (json, call) => RequestFields.Write(call.request, new JsonFieldWriter(json), call.stream));

        return new EncodedRequest(new JsonContent(json), CanBeSentAgain: true);
    }

    // Only JSON can hold a link or a file id. Edits without them are forms.
    private static async ValueTask<EncodedRequest> EncodeAsync(
        EditImageRequest request, bool stream, CancellationToken cancellationToken)
    {
        var inputs = await EditInputs.CheckAsync(request, cancellationToken).ConfigureAwait(false);

        return inputs.ContainReference
            ? await JsonEditEncoder.EncodeAsync(inputs, stream, cancellationToken).ConfigureAwait(false)
            : MultipartEncoder.Encode(inputs, stream);
    }
}
