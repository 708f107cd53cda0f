using OpenAIImages.Emulator.Errors;
using OpenAIImages.Emulator.Models;
using OpenAIImages.Emulator.Pictures;
using OpenAIImages.Painter;

namespace OpenAIImages.Emulator.Jobs;

/// <summary>A valid request for pictures, every default filled in.</summary>
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

    /// <summary>Gets how many frames a GIF has; <see langword="null"/> in other formats.</summary>
    public int? FrameCount { get; init; }

    /// <summary>Gets how long each frame of a GIF is shown.</summary>
    public TimeSpan FrameDuration { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Gets the model that is said to write an SVG.</summary>
    public SvgAuthor Author { get; init; } = SvgAuthor.Usual;

    /// <summary>Gets a value indicating whether the reply is to carry links instead of the pictures.</summary>
    public bool AsLinks { get; init; }

    /// <summary>Gets a value indicating whether the reply is a stream of events.</summary>
    public bool Streams { get; init; }

    /// <summary>Gets how many unfinished states a stream shows of each picture.</summary>
    public int PartialImages { get; init; }

    /// <summary>Gets what the names of a stream's events begin with.</summary>
    public string EventPrefix { get; init; } = "image_generation";

    /// <summary>Gets who asks, hashed by the caller; from <c>user</c> when <c>safety_identifier</c> is empty.</summary>
    public string? SafetyIdentifier { get; init; }

    /// <summary>Gets a value indicating whether the reply says what Azure's content filters found.</summary>
    public bool ReportsFilters { get; init; }

    /// <summary>Gets what goes wrong with the reply; <see langword="null"/> when nothing does.</summary>
    public EmulatorFault? Fault { get; init; }

    /// <summary>Gets what the pictures are made from; <see langword="null"/> when from words alone.</summary>
    public JobInputs? Inputs { get; init; }

    /// <summary>Gets a value indicating whether the pictures that go in are looked at closely.</summary>
    public bool LooksClosely { get; init; }

    /// <summary>Gets a value indicating whether the pictures that go in are so large that two such jobs shall not be
    /// worked on at once.</summary>
    public bool IsLarge { get; init; }

    /// <summary>Gets how long an edge of what is drawn may be; <see langword="null"/> draws the size that the reply
    /// tells.</summary>
    public int? LongestEdge { get; init; }

    /// <summary>Gets a value indicating whether the size is to follow that of the first picture that goes in.
    /// </summary>
    public bool TakesSizeOfInput { get; init; }

    // The frames of a GIF are drawn on a sheet together, and billed as it.
    private PictureSize BilledSize => FrameCount is { } frames ? GifSheet.Sheets(Size, frames)[0] : Size;

    private PictureSize FileSize => LongestEdge is { } edge ? Size.Within(edge) : Size;

    /// <summary>Has one of the pictures made.</summary>
    /// <exception cref="ApiException">A picture to work on cannot be read.</exception>
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

    // The service draws something for blank words, too.
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
    /// <returns>The usage, or <see langword="null"/> for models that report none.</returns>
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
    /// <remarks>What goes in is counted with the first, so that the events of a stream add up to its cost.</remarks>
    /// <param name="isFirst">Whether it is the first of the stream.</param>
    /// <returns>The usage, or <see langword="null"/> for models that report none.</returns>
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
