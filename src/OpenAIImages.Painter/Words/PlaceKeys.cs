namespace OpenAIImages.Painter.Words;

/// <summary>The places that code refers to; only Data/words.txt names the other places.</summary>
internal static class PlaceKeys
{
    public const string Snow = "snow";
    public const string Wall = "wall";
    public const string Studio = "studio";
}
