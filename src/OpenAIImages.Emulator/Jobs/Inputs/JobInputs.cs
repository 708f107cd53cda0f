using OpenAIImages.Painter;

namespace OpenAIImages.Emulator.Jobs;

/// <summary>The checked files that a job works on.</summary>
internal sealed record JobInputs
{
    public required IReadOnlyList<ReadOnlyMemory<byte>> Pictures { get; init; }

    public ReadOnlyMemory<byte>? Mask { get; init; }

    public ReadOnlyMemory<byte>? Markup { get; init; }

    /// <summary>Gets the cost of the pictures, in tokens.</summary>
    public int Tokens { get; init; }

    /// <summary>Gets a value indicating whether to make a variation of the first picture.</summary>
    public bool IsVariation { get; init; }

    public PictureEdit ToEdit(PictureRequest request) => new(request, Pictures) { Mask = Mask, Markup = Markup };
}
