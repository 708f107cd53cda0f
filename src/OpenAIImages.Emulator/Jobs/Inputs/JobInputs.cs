using OpenAIImages.Painter;

namespace OpenAIImages.Emulator.Jobs;

/// <summary>The files a job works on, found to be good.</summary>
internal sealed record JobInputs
{
    public required IReadOnlyList<ReadOnlyMemory<byte>> Pictures { get; init; }

    public ReadOnlyMemory<byte>? Mask { get; init; }

    public ReadOnlyMemory<byte>? Markup { get; init; }

    /// <summary>Gets what the pictures cost, in tokens.</summary>
    public int Tokens { get; init; }

    /// <summary>Gets a value indicating whether to make another in the manner of the first.</summary>
    public bool IsVariation { get; init; }

    public PictureEdit ToEdit(PictureRequest request) => new(request, Pictures) { Mask = Mask, Markup = Markup };
}
