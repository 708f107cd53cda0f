namespace OpenAIImages.Painter.Words.Meanings;

/// <summary>One relation of a subject.</summary>
/// <param name="Kind">The kind of the relation.</param>
/// <param name="Other">The index of the other subject in <see cref="Meaning.Subjects"/>.</param>
internal readonly record struct MeantRelation(Relation Kind, int Other);
