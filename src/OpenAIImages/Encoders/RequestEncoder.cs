namespace OpenAIImages.Encoders;

/// <summary>Turns a request into HTTP content.</summary>
/// <remarks>
/// <para><b>Gives</b> content of a known length that can be sent again.</para>
/// <para><b>Memory.</b> One array of the body's size; the buffer it is written in is pooled. The array itself is not:
/// a transport may still read it after a call was cancelled, and a buffer handed out twice would show one caller's
/// prompt to another.</para>
/// </remarks>
internal static class RequestEncoder
{
    /// <summary>Encodes a request in the form that it needs.</summary>
    /// <param name="request">The request.</param>
    /// <param name="stream">Whether the reply is to come as events.</param>
    /// <param name="cancellationToken">Abandons the looking at pictures.</param>
    /// <exception cref="ArgumentException">A property cannot be sent; the message names it.</exception>
    /// <exception cref="ImageInputException">A picture cannot be sent.</exception>
    public static ValueTask<EncodedRequest> EncodeAsync(
        ImageRequest request, bool stream, CancellationToken cancellationToken)
        => request switch
        {
            GenerateImageRequest words => new(Encode(words, stream)),
            EditImageRequest edit => EncodeAsync(edit, stream, cancellationToken),
            CreateVariationRequest variation => MultipartEncoder.EncodeAsync(variation, cancellationToken),
            _ => throw new ArgumentException($"{request.GetType()} is no request of this package.", nameof(request)),
        };

    private static EncodedRequest Encode(GenerateImageRequest request, bool stream)
    {
        using var scratch = JsonScratch.Rent();
        scratch.Json.WriteStartObject();
        RequestFields.Write(request, scratch.Fields, stream);
        scratch.Json.WriteEndObject();

        return new EncodedRequest(new JsonContent(scratch.ToArray()), CanBeSentAgain: true);
    }

    // As a form, or as JSON where an input is one that only JSON can carry.
    private static async ValueTask<EncodedRequest> EncodeAsync(
        EditImageRequest request, bool stream, CancellationToken cancellationToken)
    {
        var inputs = await EditInputs.CheckAsync(request, cancellationToken).ConfigureAwait(false);

        return inputs.ContainReference
            ? new EncodedRequest(
                await JsonEditEncoder.EncodeAsync(inputs, stream, cancellationToken).ConfigureAwait(false),
                CanBeSentAgain: true)
            : MultipartEncoder.Encode(inputs, stream);
    }
}
