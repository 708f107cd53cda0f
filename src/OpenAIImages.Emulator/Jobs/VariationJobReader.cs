using OpenAIImages.Emulator.Errors;
using OpenAIImages.Emulator.Models;
using OpenAIImages.Emulator.Parameters;
using OpenAIImages.Emulator.Pictures;

namespace OpenAIImages.Emulator.Jobs;

/// <summary>Reads the fields of a request for variations into a job.</summary>
/// <remarks><b>Fails</b> with <see cref="ApiException"/> at the first fault, of the fields and then of the file.
/// </remarks>
internal static class VariationJobReader
{
    // A variation has no prompt, but the job, its moderation and its count of tokens need one.
    private const string Words = "a variation";

    /// <summary>Checks the fields, and the type, length and pixels of the file.</summary>
    /// <returns>A function that reads the whole file, and returns the job.</returns>
    public static Func<ImageJob> Find(ParameterSet fields, InputReader files, ModelRules model, PixelBudget budget)
    {
        if (!model.Varies)
        {
            throw Refusals.NotOneOf("model", model.Name, ["dall-e-2"]);
        }

        ParameterNames.Check(fields, model.Parameters is null ? null : ModelParameters.Variations);
        var count = fields.Integer("n", 1, model.MaxCount) ?? 1;
        var size = model.Sizes.Read(fields.Text("size"), frames: null);
        var delivery = fields.Choice("response_format", ["url", "b64_json"]);
        files.CheckImages(most: 1);
        var (name, file) = files.ReadImages()[0];
        FileRules.CheckKind(file, name, model.Inputs.MediaTypes, model.Inputs);
        budget.Take(file.Bytes, name);

        return Read;

        ImageJob Read()
        {
            var source = FileRules.CheckPicture(file, name, number: 1, model.Inputs).Size;

            return new ImageJob
            {
                Model = model,
                Prompt = Words,
                Count = count,
                Size = Choose(source),
                Quality = model.DefaultQuality,
                AsLinks = delivery is null ? model.LinksByDefault : delivery == "url",
                SafetyIdentifier = fields.Given("user")?.Text,
                Inputs = new JobInputs
                {
                    Pictures = [file.Bytes],
                    IsVariation = true,
                    Tokens = InputTokens.CountPatches(source),
                },
            };
        }

        PictureSize Choose(PictureSize source) => IsGiven(fields) ? size : Fit(model, source, size);
    }

    private static bool IsGiven(ParameterSet fields) => fields.Text("size") is not (null or "auto");

    // A model with fixed sizes makes its largest size by default, as its documentation says.
    private static PictureSize Fit(ModelRules model, PictureSize source, PictureSize usual)
        => model.Sizes is FixedSizes ? usual : model.Sizes.Fit(source);
}
