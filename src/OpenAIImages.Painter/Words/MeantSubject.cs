namespace OpenAIImages.Painter.Words;

/// <summary>A thing that the prompt names, with what it says about it.</summary>
/// <param name="Noun">The name of its drawing.</param>
/// <param name="Word">The word of the prompt.</param>
/// <param name="Count">How many, 1 to 24.</param>
/// <param name="Colours">Its colours, dealt out in turn when there are several of it; empty when not named.</param>
/// <param name="Scale">1, or another factor when the prompt says "small" or "big".</param>
internal sealed record MeantSubject(
    string Noun, string Word, int Count, IReadOnlyList<ColourName> Colours, float Scale)
{
    public Pose Pose { get; init; }

    public Relation Relation { get; init; }

    /// <summary>Gets the index of the subject that <see cref="Relation"/> refers to; -1 when there is none.</summary>
    public int Other { get; init; } = -1;
}
