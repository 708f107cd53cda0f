using OpenAIImages.Painter.Tests.Support;

namespace OpenAIImages.Painter.Tests.Words.Phrases;

public sealed class ThingTests
{
    [Theory]
    [InlineData("a red and a blue balloon", "2 red blue balloon")]
    [InlineData("red, yellow and blue balloons", "3 red yellow blue balloon")]
    [InlineData("a seamless pattern of lemons", "3 lemon")]
    [InlineData("a bowl of oatmeal", "1 cereal-bowl")]
    [InlineData("a pair of scissors", "1 scissors")]
    [InlineData("two pairs of glasses", "1 glasses")]
    [InlineData("一双筷子", "1 chopsticks")]
    [InlineData("一双鞋", "2 running-shoe")]
    [InlineData("三双筷子", "3 chopsticks")]
    [InlineData("老师们", "3 teacher")]
    [InlineData("two glasses of wine", "2 wine-glass")]
    [InlineData("a family of ducks", "6 duck")]
    [InlineData("a hedgehog family", "3 hedgehog")]
    [InlineData("colourful fish", "3 red yellow blue green purple orange fish")]
    [InlineData("一篮子苹果", "1 basket; 3 red-apple")]
    [InlineData("一盘菠萝", "1 plate; 3 pineapple")]
    [InlineData("ten green bottles", "10 green glass-bottle")]
    [InlineData("印着字的T恤", "1 t-shirt")]
    [InlineData("a burning building", "1 office-building")]
    [InlineData("a potion in a bottle", "1 potion-bottle")]
    [InlineData("一只白马", "1 white horse")]
    [InlineData("青蛙", "1 frog")]
    [InlineData("the bird is orange", "1 orange bird")]
    [InlineData("a cat and a dog, the dog is black", "1 cat; 1 black dog")]
    public void Numbers_and_colours_belong_to_their_noun(string prompt, string subjects)
        => Assert.Equal(subjects, Reading.Subjects(prompt));

    [Theory]
    [InlineData("a green parrot sitting on a woman's shoulder", "1 green parrot; 1 woman-standing")]
    [InlineData("a dog's bowl", "1 bowl-with-spoon")]
    [InlineData("a girl with headphones", "1 girl; 1 headphone")]
    [InlineData("a sunflower field", "7 sunflower")]
    [InlineData("四只鸭子跟在鸭妈妈后面", "4 duck; 1 duck")]
    [InlineData("a logo for a bicycle repair shop", "1 bicycle")]
    public void Owners_fields_families_and_shops_draw_the_meant_things(string prompt, string subjects)
        => Assert.Equal(subjects, Reading.Subjects(prompt));

    [Theory]
    [InlineData("beef noodle soup", "1 rice-noodle-bowl")]
    [InlineData("一碗牛肉面", "1 rice-noodle-bowl")]
    [InlineData("热狗", "1 hot-dog")]
    [InlineData("a fire truck", "1 fire-engine")]
    [InlineData("a car engine", "")]
    [InlineData("a prairie dog", "")]
    [InlineData("马蹄莲", "")]
    [InlineData("a girl with long hair", "1 girl")]
    [InlineData("a bird with green feathers", "1 bird")]
    [InlineData("a feather", "1 feather")]
    [InlineData("草莓酱", "")]
    [InlineData("a statue of a horse", "1 horse")]
    [InlineData("鱼竿架", "")]
    [InlineData("一杯豆汁", "")]
    [InlineData("章鱼烧的照片", "")]
    public void A_compound_draws_nothing_of_its_parts(string prompt, string subjects)
        => Assert.Equal(subjects, Reading.Subjects(prompt));

    [Theory]
    [InlineData("a glass vase", "Glass")]
    [InlineData("a wooden chair", "Wood")]
    [InlineData("一把木椅子", "Wood")]
    public void The_material_is_found(string prompt, string material)
        => Assert.Equal(material, $"{Assert.Single(Reading.Read(prompt).Subjects).Material}");

    [Theory]
    [InlineData("a chihuahua", true)]
    [InlineData("一只吉娃娃", true)]
    [InlineData("a dog", false)]
    public void A_kind_that_is_drawn_as_its_family_is_marked(string prompt, bool asFamily)
        => Assert.Equal(asFamily, Assert.Single(Reading.Read(prompt).Subjects).DrawnAsFamily);

    [Fact]
    public void The_parts_tell_where_in_the_prompt_each_word_stands()
    {
        const string Prompt = "Ａ red 貓 with a xylograph";

        var parts = Reading.Read(Prompt).Parts;

        Assert.Equal(
            ["Ａ Number 1", "red Colour red", "貓 Noun cat", "with Has -", "a Number 1", "xylograph Unknown "],
            parts.Select(part => $"{Prompt.Substring(part.Start, part.Length)} {part.Kind} {part.Value}"));
    }
}
