using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.AI;

namespace OpenAIImages;

/// <summary>Puts clients of this package behind the interface of Microsoft.Extensions.AI.</summary>
/// <remarks>Microsoft marks <see cref="IImageGenerator"/> as experimental, and so is what returns one: the compiler
/// reports <c>MEAI001</c> until a project switches it off.</remarks>
public static class ImageClientGeneratorExtensions
{
    /// <summary>Returns a generator that makes its images with a client.</summary>
    /// <param name="client">The client. Disposing of the generator does not dispose of the client.</param>
    /// <param name="metadata">What the generator says of its provider, address and default model. When
    /// <see langword="null"/>, an <see cref="OpenAIImageClient"/> is asked for them; of any other client, such as a
    /// decorator, none of the three is known.</param>
    /// <returns>The generator, which is safe for concurrent use when the client is.</returns>
    /// <remarks>
    /// <para>A request without <see cref="ImageGenerationRequest.OriginalImages"/> is a generation, and one with them
    /// is an edit of all of them, in order. They may be <see cref="DataContent"/>, <see cref="UriContent"/> or
    /// <see cref="HostedFileContent"/>, or any content whose <see cref="AIContent.RawRepresentation"/> is an
    /// <see cref="ImageInput"/>.</para>
    /// <para>Each of <see cref="ImageGenerationOptions"/> is honoured, or refused with a
    /// <see cref="NotSupportedException"/> that names it, before anything is sent.
    /// <see cref="ImageGenerationOptions.RawRepresentationFactory"/> returns a <see cref="GenerateImageRequest"/> or an
    /// <see cref="EditImageRequest"/> to start from. The prompt of the call replaces its prompt, and the options fill
    /// only what it leaves open. <see cref="ImageGenerationOptions.AdditionalProperties"/> are fields by their names on
    /// the wire.</para>
    /// <para><see cref="ImageGenerationResponse.RawRepresentation"/> is the <see cref="ImageResult"/>. An image that
    /// the service withheld is an <see cref="ErrorContent"/> in its place. Exceptions of the client pass through
    /// unchanged.</para>
    /// <para><see cref="IImageGenerator.GetService"/> gives <see cref="ImageGeneratorMetadata"/>,
    /// <see cref="IImageClient"/> and the type of the client.</para>
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> is <see langword="null"/>.</exception>
    /// <example>
    /// <code>
    /// using var client = new OpenAIImageClient();
    /// var generator = client.AsImageGenerator();
    /// var response = await generator.GenerateImagesAsync("a red fox in the snow", new() { ModelId = "gpt-image-2" });
    /// await response.Contents.OfType&lt;DataContent&gt;().First().SaveToAsync("fox.png");
    /// </code>
    /// </example>
    [Experimental("MEAI001")]
    public static IImageGenerator AsImageGenerator(this IImageClient client, ImageGeneratorMetadata? metadata = null)
        => new ImageGeneratorAdapter(client ?? throw new ArgumentNullException(nameof(client)), metadata);
}
