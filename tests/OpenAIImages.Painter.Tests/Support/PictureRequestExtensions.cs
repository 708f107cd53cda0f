namespace OpenAIImages.Painter.Tests.Support;

internal static class PictureRequestExtensions
{
    /// <summary>Gives the same request with another prompt.</summary>
    public static PictureRequest Saying(this PictureRequest request, string prompt) => new(prompt)
    {
        Width = request.Width,
        Height = request.Height,
        Format = request.Format,
    };
}
