using OpenAIImages.Emulator.Errors;
using OpenAIImages.Emulator.Models;
using OpenAIImages.Emulator.Parameters;

namespace OpenAIImages.Emulator.Jobs;

/// <summary>Reads the fields of an edit into a job, as strictly as the service does.</summary>
/// <remarks><b>Fails</b> with <see cref="ApiException"/> at the first fault. <see cref="EditInputs"/> checks the files
/// afterwards.</remarks>
internal static class EditJobReader
{
    public static ImageJob Read(ParameterSet fields, InputReader files, ModelRules model)
    {
        if (!model.Edits)
        {
            throw Refusals.InvalidValue("model", $"The model '{model.Name}' does not edit pictures.");
        }

        if (model.EditParameters is not null)
        {
            CheckNameOfPictures(fields, files);
        }

        var job = ImageJobReader.Read(fields, model, model.EditParameters, files);
        var closely = ReadFidelity(fields, model);

        return fields.Has("mask") && fields.Has("markup")
            ? throw Refusals.InvalidValue("markup", "'markup' cannot be combined with 'mask'.")
            : job with
            {
                EventPrefix = "image_edit",
                LooksClosely = closely,
                TakesSizeOfInput = job.FrameCount is null && fields.Text("size") is (null or "auto"),
            };
    }

    // Forms and JSON use different names for the pictures, and the service's message explains the mistake.
    private static void CheckNameOfPictures(ParameterSet fields, InputReader files)
    {
        if (files.Images == "image" && fields.KindOf("images") is not null)
        {
            throw Refusals.InvalidValue(
                "images", "Unknown parameter: 'images'. For multipart/form-data use 'image' or 'image[]'.");
        }

        if (files.Images == "images" && (fields.KindOf("image") ?? fields.KindOf("image[]")) is not null)
        {
            throw Refusals.InvalidValue(
                "image",
                "Unknown parameter: 'image'. For application/json on /v1/images/edits, use 'images' (array).");
        }
    }

    private static bool ReadFidelity(ParameterSet fields, ModelRules model)
    {
        if (model.Fidelities is [] && fields.Has("input_fidelity"))
        {
            throw Refusals.UserError(
                null,
                "invalid_input_fidelity_model",
                $"The model '{model.Name}' does not support the 'input_fidelity' parameter.");
        }

        return fields.Choice("input_fidelity", model.Fidelities) == "high" || model.IsAlwaysFaithful;
    }
}
