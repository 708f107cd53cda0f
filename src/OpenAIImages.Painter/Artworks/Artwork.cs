namespace OpenAIImages.Painter.Artworks;

/// <summary>A drawing of one thing.</summary>
/// <param name="Name">Its name, for example <c>cat</c>.</param>
/// <param name="Home">The usual surroundings of the thing, for a prompt that names no place.</param>
/// <param name="Size">Its height when it is alone in a picture, as a share of the short edge.</param>
/// <param name="Body">The inside of an SVG document of 128 by 128 units.</param>
/// <param name="Facts">The facts of Data/nouns.txt about the thing.</param>
internal sealed record Artwork(string Name, Home Home, float Size, string Body, ArtworkFacts Facts);
