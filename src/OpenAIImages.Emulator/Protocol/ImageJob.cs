using OpenAIImages.Emulator.Models;
using OpenAIImages.Emulator.Pictures;
using OpenAIImages.Painter;

namespace OpenAIImages.Emulator.Protocol;

/// <summary>A valid request for pictures, every default filled in.</summary>
internal sealed record ImageJob
{
    public required ModelRules Model { get; init; }

    public required string Prompt { get; init; }

    public int Count { get; init; } = 1;

    public required PictureSize Size { get; init; }

    public required string Quality { get; init; }

    public bool Transparent { get; init; }

    public PictureFormat Format { get; init; }

    /// <summary>Gets the compression level, 0 (smallest file) to 100.</summary>
    public int Compression { get; init; } = 100;

    /// <summary>Gets a value indicating whether the reply is to carry links instead of the pictures.</summary>
    public bool AsLinks { get; init; }

    /// <summary>Gets who asks, hashed by the caller; from <c>user</c> when <c>safety_identifier</c> is empty.</summary>
    public string? SafetyIdentifier { get; init; }

    public PictureRequest ToPictureRequest() => new(Prompt)
    {
        Width = Size.Width,
        Height = Size.Height,
        Format = Format,
        Quality = Compression,
        Transparent = Transparent,
    };

    /// <summary>Counts the tokens of the whole job.</summary>
    /// <returns>The usage, or <see langword="null"/> for models that report none.</returns>
    public ImageUsage? CountTokens()
    {
        if (Model.Tokens is not { } tokens)
        {
            return null;
        }

        var prompt = PromptTokens.Count(Prompt);

        return new ImageUsage
        {
            TextIn = prompt,
            ImageOut = Count * tokens.Count(Quality, Size),
            TextOut = Count * tokens.TextPerPromptToken * prompt,
        };
    }
}
