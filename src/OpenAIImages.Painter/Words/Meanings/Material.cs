namespace OpenAIImages.Painter.Words.Meanings;

/// <summary>The material that the prompt names for a subject, by its name in Data/words.txt.</summary>
internal enum Material
{
    None,
    Wood,
    Stone,
    Metal,
    Glass,
    Paper,
    Ice,
    Clay,
    Cloth,
    Plastic,
    Gold,
    Silver,
}
