namespace OpenAIImages.Painter.Tests;

public sealed class PictureRequestTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(8_193)]
    public void An_edge_outside_its_range_is_refused_by_name(int edge)
    {
        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => new PictureRequest("a cat") { Width = edge });

        Assert.Equal("value", refused.ParamName);
    }
}
