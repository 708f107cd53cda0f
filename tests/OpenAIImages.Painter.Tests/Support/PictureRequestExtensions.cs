namespace OpenAIImages.Painter.Tests.Support;

internal static class PictureRequestExtensions
{
    /// <summary>The same request in other words.</summary>
    public static PictureRequest Saying(this PictureRequest request, string prompt) => new(prompt)
    {
        Width = request.Width,
        Height = request.Height,
        Format = request.Format,
    };
}
