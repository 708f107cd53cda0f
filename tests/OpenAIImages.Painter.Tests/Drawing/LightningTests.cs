using System.Text;
using OpenAIImages.Painter.Tests.Support;

namespace OpenAIImages.Painter.Tests.Drawing;

public sealed class LightningTests
{
    // LightningPainter strokes the middle of a bolt in this colour. No other painter strokes a line in it.
    private const string Bolt = "stroke=\"#FFFDEC\"";

    [Theory]
    [InlineData("a lighthouse in a storm", true)]
    [InlineData("暴风雨中的灯塔", true)]
    [InlineData("a lighthouse in the rain", false)]
    [InlineData("a lighthouse", false)]
    public void A_storm_has_lightning_and_rain_has_none(string prompt, bool hasLightning)
    {
        var picture = Painting.Paint(new PictureRequest(prompt)
        {
            Width = Painting.Side,
            Height = Painting.Side,
            Format = PictureFormat.Svg,
        });

        var svg = Encoding.UTF8.GetString(picture.Bytes.Span);

        Assert.Equal(hasLightning, svg.Contains(Bolt, StringComparison.OrdinalIgnoreCase));
    }
}
