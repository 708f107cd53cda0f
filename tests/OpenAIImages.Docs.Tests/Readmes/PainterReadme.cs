using Docs.Support;
using OpenAIImages.Painter;

namespace Docs.Readmes;

public sealed class PainterReadme(OfflineService service) : Guide(service)
{
    [Fact]
    public void The_painter_names_the_parts_that_it_understood()
    {
        var request = new PictureRequest("three blue birds over the sea at sunset, watercolor");
        var picture = new PicturePainter().Paint(request);

        File.WriteAllBytes("birds.png", picture.Bytes.ToArray());
        Console.WriteLine(picture.Understood); // 3x blue bird; sea; sunset; watercolour

        Assert.Equal("3x blue bird; sea; sunset; watercolour", picture.Understood);
    }
}
