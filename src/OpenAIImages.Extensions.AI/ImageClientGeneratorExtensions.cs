using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.AI;

namespace OpenAIImages;

/// <summary>Adapts clients of this package to the interface of Microsoft.Extensions.AI.</summary>
/// <remarks>Microsoft marks <see cref="IImageGenerator"/> as experimental, so this package marks its methods as
/// experimental too. The compiler reports <c>MEAI001</c> until a project suppresses it.</remarks>
public static class ImageClientGeneratorExtensions
{
    /// <summary>Returns a generator that makes its images with a client.</summary>
    /// <param name="client">The client. Disposing of the generator does not dispose of the client.</param>
    /// <param name="metadata">The provider, address and default model that the generator reports. When
    /// <see langword="null"/>, they come from an <see cref="OpenAIImageClient"/>, and are unknown for any other client,
    /// such as a decorator.</param>
    /// <returns>The generator, which is safe for concurrent use when the client is.</returns>
    /// <remarks>
    /// <para>A request without <see cref="ImageGenerationRequest.OriginalImages"/> is a generation, and one with them
    /// is an edit of all of them, in order. They may be <see cref="DataContent"/>, <see cref="UriContent"/> or
    /// <see cref="HostedFileContent"/>, or any content whose <see cref="AIContent.RawRepresentation"/> is an
    /// <see cref="ImageInput"/>.</para>
    /// <para>Each of <see cref="ImageGenerationOptions"/> is honoured, or refused with a
    /// <see cref="NotSupportedException"/> that names the option, before anything is sent.
    /// <see cref="ImageGenerationOptions.RawRepresentationFactory"/> returns a <see cref="GenerateImageRequest"/> or an
    /// <see cref="EditImageRequest"/> to start from. The prompt of the call replaces the prompt of that request, and
    /// the options fill only its unset fields. <see cref="ImageGenerationOptions.AdditionalProperties"/> are fields by
    /// their names in the API.</para>
    /// <para><see cref="ImageGenerationResponse.RawRepresentation"/> is the <see cref="ImageResult"/>. An
    /// <see cref="ErrorContent"/> takes the place of an image that the service withheld. Exceptions of the client pass
    /// through unchanged.</para>
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
