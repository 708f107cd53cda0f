using OpenAIImages.Emulator.Errors;
using OpenAIImages.Emulator.Pictures;

namespace OpenAIImages.Emulator.Models;

/// <summary>The sizes that a model makes.</summary>
internal interface ISizeRules
{
    /// <summary>Reads a size as the wire has it.</summary>
    /// <param name="text">The words; <see langword="null"/> when the request has none.</param>
    /// <param name="frames">How many frames a moving picture shall have; <see langword="null"/> for a still one.
    /// </param>
    /// <returns>The size to paint, <c>auto</c> resolved.</returns>
    /// <exception cref="ApiException">The model does not make it.</exception>
    PictureSize Read(string? text, int? frames);

    /// <summary>Chooses a size for a picture that is made from another.</summary>
    /// <param name="source">The size of the other.</param>
    /// <returns>The same size where the model makes it, else one of the same orientation where there is one.</returns>
    PictureSize Fit(PictureSize source);
}
