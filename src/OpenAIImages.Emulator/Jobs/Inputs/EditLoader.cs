using OpenAIImages.Emulator.Errors;
using OpenAIImages.Emulator.Models;
using OpenAIImages.Emulator.Parameters;
using OpenAIImages.Emulator.Pictures;

namespace OpenAIImages.Emulator.Jobs;

/// <summary>Makes a job from the fields and the whole files of an edit.</summary>
/// <remarks><b>Fails</b> with <see cref="ApiException"/> at the first fault, of the fields and then of the files.
/// </remarks>
internal sealed class EditLoader(PictureStudio studio, ImageReferences references, long maxInputPixels)
{
    /// <param name="fields">The fields.</param>
    /// <param name="isForm">Whether the fields come from a form; otherwise the files are references.</param>
    /// <param name="model">The model of the request.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<ImageJob> LoadAsync(
        ParameterSet fields, bool isForm, ModelRules model, CancellationToken cancellationToken)
    {
        var files = new InputReader(fields, isForm ? null : references);
        var job = EditJobReader.Read(fields, files, model);
        var budget = new PixelBudget(maxInputPixels);
        var inputs = EditInputs.Find(job, files, budget);
        job = await studio
            .InspectAsync(inputs.AddToJob, budget.IsLarge, cancellationToken).ConfigureAwait(false);

        return job with { IsLarge = budget.IsLarge };
    }
}
