using OpenAIImages.Emulator.Errors;
using OpenAIImages.Emulator.Models;
using OpenAIImages.Emulator.Pictures;
using OpenAIImages.Painter;

namespace OpenAIImages.Emulator.Jobs;

/// <summary>A valid request for pictures, with all defaults filled in.</summary>
internal sealed record ImageJob
{
    private const string AnyWords = "a picture";

    public required ModelRules Model { get; init; }

    public required string Prompt { get; init; }

    public int Count { get; init; } = 1;

    public required PictureSize Size { get; init; }

    public required string Quality { get; init; }

    public bool Transparent { get; init; }

    public PictureFormat Format { get; init; }

    /// <summary>Gets the compression level, 0 (smallest file) to 100.</summary>
    public int Compression { get; init; } = 100;

    /// <summary>Gets the number of frames of a GIF; <see langword="null"/> in other formats.</summary>
    public int? FrameCount { get; init; }

    /// <summary>Gets the time for which each frame of a GIF is shown.</summary>
    public TimeSpan FrameDuration { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Gets the made-up author of an SVG.</summary>
    public SvgAuthor Author { get; init; } = SvgAuthor.Usual;

    /// <summary>Gets a value indicating whether the reply has links instead of pictures.</summary>
    public bool AsLinks { get; init; }

    /// <summary>Gets a value indicating whether the reply is a stream of events.</summary>
    public bool Streams { get; init; }

    /// <summary>Gets the number of unfinished states that a stream sends of each picture.</summary>
    public int PartialImages { get; init; }

    /// <summary>Gets the beginning of the names of a stream's events.</summary>
    public string EventPrefix { get; init; } = "image_generation";

    /// <summary>Gets the end user's identifier, hashed by the caller; from <c>user</c> when <c>safety_identifier</c> is
    /// empty.</summary>
    public string? SafetyIdentifier { get; init; }

    /// <summary>Gets a value indicating whether the reply has the findings of Azure's content filters.</summary>
    public bool ReportsFilters { get; init; }

    /// <summary>Gets the fault of the reply; <see langword="null"/> for the usual reply.</summary>
    public EmulatorFault? Fault { get; init; }

    /// <summary>Gets the pictures to work on; <see langword="null"/> for pictures from a prompt alone.</summary>
    public JobInputs? Inputs { get; init; }

    /// <summary>Gets a value indicating whether the model sees the input pictures with high fidelity.</summary>
    public bool LooksClosely { get; init; }

    /// <summary>Gets a value indicating whether the input pictures are so large that two such jobs must not run at
    /// once.</summary>
    public bool IsLarge { get; init; }

    /// <summary>Gets the longest edge that is drawn; <see langword="null"/> draws the size in the reply.</summary>
    public int? LongestEdge { get; init; }

    /// <summary>Gets a value indicating whether the size follows the size of the first input picture.</summary>
    public bool TakesSizeOfInput { get; init; }

    // The frames of a GIF are drawn together on a sheet, and the bill counts the sheet.
    private PictureSize BilledSize => FrameCount is { } frames ? GifSheet.Sheets(Size, frames)[0] : Size;

    private PictureSize FileSize => LongestEdge is { } edge ? Size.Within(edge) : Size;

    /// <summary>Makes one of the pictures.</summary>
    /// <exception cref="ApiException">An input picture cannot be read.</exception>
    public Picture Make(IPictureEngine engine, int variant, CancellationToken cancellationToken)
    {
        var request = ToPictureRequest() with { Variant = variant };
        try
        {
            return Inputs is null ? engine.Paint(request, cancellationToken)
                : Inputs.IsVariation ? engine.Vary(Inputs.Pictures[0], request, cancellationToken)
                : engine.Edit(Inputs.ToEdit(request), cancellationToken);
        }
        catch (FormatException) when (Inputs is not null)
        {
            throw FileRefusals.NotReadable("image", 1);
        }
    }

    // The service also draws a picture for a blank prompt.
    private PictureRequest ToPictureRequest() => new(string.IsNullOrWhiteSpace(Prompt) ? AnyWords : Prompt)
    {
        Width = FileSize.Width,
        Height = FileSize.Height,
        Format = Format,
        Quality = Compression,
        Transparent = Transparent,
        FrameCount = FrameCount ?? GifSheet.UsualFrames,
        FrameDuration = FrameDuration,
    };

    /// <summary>Counts the tokens of the whole job.</summary>
    /// <returns>The usage, or <see langword="null"/> for models that report no usage.</returns>
    public ImageUsage? CountTokens()
        => Model.Tokens is not { } tokens
            ? null
            : new ImageUsage
            {
                TextIn = Inputs is { IsVariation: true } ? 0 : PromptTokens.Count(Prompt) + PromptTokens.Around,
                ImageIn = Inputs?.Tokens ?? 0,
                ImageOut = Count * tokens.Count(Quality, BilledSize),
                TextOut = Count * tokens.TextPerPromptToken * PromptTokens.Count(Prompt),
            };

    /// <summary>Counts the tokens of one picture of a stream.</summary>
    /// <remarks>The first picture includes the input tokens, so that the events of a stream add up to its cost.
    /// </remarks>
    /// <param name="isFirst">Whether the picture is the first of the stream.</param>
    /// <returns>The usage, or <see langword="null"/> for models that report no usage.</returns>
    public ImageUsage? CountTokensOfOne(bool isFirst)
        => (this with { Count = 1 }).CountTokens() is not { } one
            ? null
            : one with
            {
                TextIn = isFirst ? one.TextIn : 0,
                ImageIn = isFirst ? one.ImageIn : 0,
                ImageOut = one.ImageOut + PartialImages * OutputTokens.PartialImage,
            };
}
