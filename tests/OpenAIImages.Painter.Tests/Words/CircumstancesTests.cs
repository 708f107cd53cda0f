using OpenAIImages.Painter.Tests.Support;
using OpenAIImages.Painter.Words.Meanings;

namespace OpenAIImages.Painter.Tests.Words;

public sealed class CircumstancesTests
{
    [Theory]
    [InlineData("a cat in the garden", "garden")]
    [InlineData("a ship on the ocean", "sea")]
    [InlineData("footprints in the snow", "snow")]
    [InlineData("a busy street", "street")]
    [InlineData("high mountains", "mountain")]
    [InlineData("a red brick wall", "wall")]
    [InlineData("deep in the jungle", "jungle")]
    [InlineData("underwater", "underwater")]
    [InlineData("outer space", "space")]
    [InlineData("on the beach", "beach")]
    [InlineData("a camel in the desert", "desert")]
    [InlineData("一只猫在草地上", "meadow")]
    [InlineData("大海上的帆船", "sea")]
    [InlineData("雪地里的狐狸", "snow")]
    [InlineData("城市", "city")]
    [InlineData("黄色的墙", "wall")]
    [InlineData("森林里的小熊", "forest")]
    [InlineData("海底的鱼", "underwater")]
    [InlineData("太空中的火箭", "space")]
    [InlineData("沙滩", "beach")]
    [InlineData("沙漠里的骆驼", "desert")]
    public void The_place_is_found(string prompt, string place) => Assert.Equal(place, Reading.Read(prompt).Place);

    [Theory]
    [InlineData("a house at night", "Night")]
    [InlineData("the sea at sunset", "Sunset")]
    [InlineData("a foggy morning", "Dawn")]
    [InlineData("the moon over the hills", "Night")]
    [InlineData("夜晚的城市", "Night")]
    [InlineData("夕阳下的大海", "Sunset")]
    [InlineData("清晨的森林", "Dawn")]
    [InlineData("一只猫", "Day")]
    public void The_time_is_found(string prompt, string time) => Assert.Equal(time, $"{Reading.Read(prompt).Time}");

    [Theory]
    [InlineData("a cat, watercolor", "Watercolour")]
    [InlineData("oil painting of a house", "Oil")]
    [InlineData("a dragon, 8-bit pixel art", "Pixel")]
    [InlineData("pencil sketch of a horse", "Sketch")]
    [InlineData("水彩画，一只猫", "Watercolour")]
    [InlineData("油画风格的城堡", "Oil")]
    [InlineData("像素风格的机器人", "Pixel")]
    [InlineData("素描的马", "Sketch")]
    [InlineData("a photo of a cat", "Photo")]
    [InlineData("a cat", "Storybook")]
    [InlineData("a poster of a cat", "Poster")]
    [InlineData("a watercolour poster of a cat", "Watercolour")]
    [InlineData("a paper cut dragon", "PaperCut")]
    [InlineData("水墨画，山和船", "InkWash")]
    [InlineData("剪纸风格的龙", "PaperCut")]
    [InlineData("低多边形风格的鹿", "LowPoly")]
    [InlineData("赛博朋克城市", "Neon")]
    public void The_style_is_found(string prompt, string style) => Assert.Equal(style, $"{Reading.Read(prompt).Style}");

    [Theory]
    [InlineData("an umbrella in the rain", "Rain")]
    [InlineData("it is snowing in the city", "Snowfall")]
    [InlineData("雨中的城市", "Rain")]
    [InlineData("下雪的村庄", "Snowfall")]
    [InlineData("a cat", "Clear")]
    [InlineData("a ship in a storm", "Storm")]
    [InlineData("大雾中的森林", "Fog")]
    public void The_weather_is_found(string prompt, string weather)
        => Assert.Equal(weather, $"{Reading.Read(prompt).Weather}");

    [Theory]
    [InlineData("a park in autumn", "Autumn")]
    [InlineData("春天的花园", "Spring")]
    [InlineData("summer beach", "Summer")]
    [InlineData("冬日的小屋", "Winter")]
    [InlineData("a cat", "None")]
    public void The_season_is_found(string prompt, string season)
        => Assert.Equal(season, $"{Reading.Read(prompt).Season}");

    [Theory]
    [InlineData("a cake on a table in a kitchen", "kitchen")]
    [InlineData("a boat on a lake with mountains behind", "lake")]
    [InlineData("an astronaut on the moon", "moon")]
    [InlineData("a forest cabin", "forest")]
    [InlineData("图书馆里的学生", "library")]
    [InlineData("a logo for a coffee shop", null)]
    [InlineData("a house under a blue sky", null)]
    [InlineData("廚房裡的貓", "kitchen")]
    public void The_most_specific_place_is_chosen(string prompt, string? place)
        => Assert.Equal(place, Reading.Read(prompt).Place);

    [Fact]
    public void The_wall_and_the_bicycle_before_it_keep_their_own_colours()
    {
        var meaning = Reading.Read("a red bicycle leaning against a yellow wall");

        Assert.Equal(ColourName.Yellow, meaning.PlaceColour);
        Assert.Equal([ColourName.Red], meaning.Subjects[0].Colours);
        Assert.Equal(Pose.Leaning, meaning.Subjects[0].Pose);
    }
}
