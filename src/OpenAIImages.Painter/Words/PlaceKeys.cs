namespace OpenAIImages.Painter.Words;

/// <summary>The places that code refers to. All other places are only in Data/words.txt.</summary>
internal static class PlaceKeys
{
    public const string Snow = "snow";
    public const string Wall = "wall";
    public const string Studio = "studio";
}
