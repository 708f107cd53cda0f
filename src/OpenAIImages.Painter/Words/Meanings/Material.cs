namespace OpenAIImages.Painter.Words.Meanings;

/// <summary>The stuff a subject is made of, where the prompt names it. The names are those of Data/words.txt.</summary>
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
