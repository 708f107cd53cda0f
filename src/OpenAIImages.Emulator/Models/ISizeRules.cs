using OpenAIImages.Emulator.Errors;
using OpenAIImages.Emulator.Pictures;

namespace OpenAIImages.Emulator.Models;

/// <summary>The sizes that a model makes.</summary>
internal interface ISizeRules
{
    /// <summary>Reads the size of a request.</summary>
    /// <param name="text">The size as text; <see langword="null"/> when the request has no size.</param>
    /// <param name="frames">The number of frames of a moving picture; <see langword="null"/> for a still picture.
    /// </param>
    /// <returns>The size to paint. <c>auto</c> gives a size of the model's choice.</returns>
    /// <exception cref="ApiException">The model does not make this size.</exception>
    PictureSize Read(string? text, int? frames);

    /// <summary>Chooses a size for a picture that is made from another picture.</summary>
    /// <param name="source">The size of the other picture.</param>
    /// <returns>The same size if the model makes it, otherwise a size of the same orientation, or the usual size.
    /// </returns>
    PictureSize Fit(PictureSize source);
}
