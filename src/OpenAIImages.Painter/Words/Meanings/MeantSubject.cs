
namespace OpenAIImages.Painter.Words.Meanings;

/// <summary>A thing that the prompt names, with its description in the prompt.</summary>
/// <param name="Noun">The name of the drawing.</param>
/// <param name="Word">The word of the prompt.</param>
/// <param name="Count">The number of figures, 1 to 24.</param>
/// <param name="Colours">The colours, which several figures take in turn; empty when the prompt names none.</param>
/// <param name="Scale">The factor of the size: 1, or another number when the prompt says "small" or "big".</param>
internal sealed record MeantSubject(
    string Noun, string Word, int Count, IReadOnlyList<ColourName> Colours, float Scale)
{
    public Pose Pose { get; init; }

    public Material Material { get; init; }

    /// <summary>Gets the part of the picture that the prompt names: "a tree on the left".</summary>
    public Side Side { get; init; }

    /// <summary>Gets a value indicating whether the drawing shows only the family: a dog for a corgi.</summary>
    public bool DrawnAsFamily { get; init; }

    /// <summary>Gets the relations to other subjects, in the order of the prompt.</summary>
    public IReadOnlyList<MeantRelation> Relations { get; init; } = [];

    /// <summary>Gets the first of the relations; <see cref="Relation.None"/> when there is none.</summary>
    public Relation Relation => Relations.Count > 0 ? Relations[0].Kind : Relation.None;

    /// <summary>Gets the subject that <see cref="Relation"/> refers to; -1 when there is none.</summary>
    public int Other => Relations.Count > 0 ? Relations[0].Other : -1;
}
