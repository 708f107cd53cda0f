namespace OpenAIImages.Painter.Grading;

/// <summary>Paints the icon of the packages.</summary>
internal static class IconCommand
{
    private const string Prompt = "a logo with an orange cat, green background";
    private const int Side = 128;

    public static int Run(string path)
    {
        var picture = new PicturePainter().Paint(new PictureRequest(Prompt)
        {
            Width = Side,
            Height = Side,
            Transparent = true,
        });
        File.WriteAllBytes(path, picture.Bytes.ToArray());
        Console.WriteLine($"{path}: {picture.Bytes.Length} bytes, {picture.Understood}");

        return 0;
    }
}
