using OpenAIImages.Emulator.Errors;
using OpenAIImages.Emulator.Models;
using OpenAIImages.Emulator.Pictures;

namespace OpenAIImages.Emulator.Protocol;

/// <summary>Reads the fields of an edit into a job, as strictly as the service does.</summary>
/// <remarks><b>Fails</b> with <see cref="ApiException"/> at the first fault, of the fields and then of the files.
/// </remarks>
internal static class EditJobReader
{
    public static ImageJob Read(ParameterSet fields, InputReader files, ModelRules model)
    {
        if (!model.Edits)
        {
            throw Refusals.InvalidValue("model", $"The model '{model.Name}' does not edit pictures.");
        }

        // The other form's name for the pictures would otherwise be dropped in silence.
        if (model.EditParameters is not null && fields.Has(files.Images == "image" ? "images" : "image"))
        {
            throw Refusals.UnknownParameter(files.Images == "image" ? "images" : "image");
        }

        var job = ImageJobReader.Read(fields, model, model.EditParameters);
        var closely = ReadFidelity(fields, model);
        if (fields.Has("mask") && fields.Has("markup"))
        {
            throw Refusals.InvalidValue("markup", "'markup' cannot be combined with 'mask'.");
        }

        var (inputs, size) = ReadInputs(files, model, closely);

        return job with
        {
            EventPrefix = "image_edit",
            Size = fields.Text("size") is null or "auto" ? model.Sizes.Fit(size) : job.Size,
            Inputs = inputs,
        };
    }

    private static bool ReadFidelity(ParameterSet fields, ModelRules model)
    {
        if (model.Fidelities is [] && fields.Has("input_fidelity"))
        {
            throw Refusals.Refuse(
                "input_fidelity",
                "invalid_input_fidelity_model",
                $"The model '{model.Name}' does not support the 'input_fidelity' parameter.");
        }

        return fields.Choice("input_fidelity", model.Fidelities) == "high" || model.IsAlwaysFaithful;
    }

    private static (JobInputs Inputs, PictureSize Size) ReadInputs(InputReader files, ModelRules model, bool closely)
    {
        var images = files.ReadImages(model.Inputs.MaxCount);
        var sizes = images
            .Select((image, index) => FileRules.CheckPicture(image.File, image.Name, index + 1, model.Inputs).Size)
            .ToList();
        var mask = files.ReadOne("mask");
        var markup = files.ReadOne("markup");
        foreach (var (name, file) in new[] { ("mask", mask), ("markup", markup) })
        {
            if (file is not null)
            {
                FileRules.CheckOverlay(file, name, sizes[0], model.Inputs);
            }
        }

        return (
            new JobInputs
            {
                Pictures = [.. images.Select(image => image.File.Bytes)],
                Mask = mask?.Bytes,
                Markup = markup?.Bytes,
                Tokens = sizes.Sum(size => InputTokens.Count(size, closely)),
            },
            sizes[0]);
    }
}
