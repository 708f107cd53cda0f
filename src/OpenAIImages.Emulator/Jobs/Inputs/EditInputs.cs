using OpenAIImages.Emulator.Errors;
using OpenAIImages.Emulator.Models;
using OpenAIImages.Emulator.Parameters;

namespace OpenAIImages.Emulator.Jobs;

/// <summary>The files of an edit with valid fields.</summary>
/// <remarks>
/// <para><b>Memory.</b> <see cref="Find"/> reads only the headers of the files, and refuses more pixels than the budget
/// has. <see cref="AddToJob"/> holds the pixels of one file at a time, four bytes each.</para>
/// <para><b>Fails</b> with <see cref="ApiException"/> at the first invalid file.</para>
/// </remarks>
internal sealed class EditInputs
{
    private readonly ImageJob _job;
    private readonly IReadOnlyList<(string Name, InputFile File)> _images;
    private readonly InputFile? _mask;
    private readonly InputFile? _markup;

    private EditInputs(ImageJob job, InputReader files)
    {
        _job = job;
        _images = files.ReadImages();
        _mask = files.ReadOne("mask");
        _markup = files.ReadOne("markup");
    }

    /// <summary>Finds the files, and checks their types, lengths and numbers of pixels.</summary>
    public static EditInputs Find(ImageJob job, InputReader files, PixelBudget budget)
    {
        var inputs = new EditInputs(job, files);
        foreach (var (name, file) in inputs._images)
        {
            Check(file, name, job.Model.Inputs.MediaTypes);
        }

        Check(inputs._mask, "mask", FileRules.Png);
        Check(inputs._markup, "markup", FileRules.Png);

        return inputs;

        void Check(InputFile? file, string name, IReadOnlyList<string> types)
        {
            if (file is not null)
            {
                FileRules.CheckKind(file, name, types, job.Model.Inputs);
                budget.Take(file.Bytes, name);
            }
        }
    }

    /// <summary>Reads the whole files, and adds them to the job.</summary>
    public ImageJob AddToJob()
    {
        var sizes = _images
            .Select((image, index) => FileRules.CheckPicture(
                image.File, image.Name, index + 1, _job.Model.Inputs).Size)
            .ToList();
        FileRules.CheckOverlay(_mask, "mask", sizes[0]);
        FileRules.CheckOverlay(_markup, "markup", sizes[0]);

        return _job with
        {
            Size = _job.TakesSizeOfInput ? _job.Model.Sizes.Fit(sizes[0]) : _job.Size,
            Inputs = new JobInputs
            {
                Pictures = [.. _images.Select(image => image.File.Bytes)],
                Mask = _mask?.Bytes,
                Markup = _markup?.Bytes,
                Tokens = sizes.Sum(size => _job.Model.IsAlwaysFaithful
                    ? InputTokens.CountPatches(size)
                    : InputTokens.CountTiles(size, _job.LooksClosely)),
            },
        };
    }
}
