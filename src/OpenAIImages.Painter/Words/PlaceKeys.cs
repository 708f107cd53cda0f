namespace OpenAIImages.Painter.Words;

/// <summary>The places that code names. All others are words of Data/words.txt alone.</summary>
internal static class PlaceKeys
{
    public const string Snow = "snow";
    public const string Wall = "wall";
    public const string Studio = "studio";
}
