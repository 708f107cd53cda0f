using OpenAIImages.Painter.Tests.Support;

namespace OpenAIImages.Painter.Tests.Words;

public sealed class SensesTests
{
    [Theory]
    [InlineData("a logo of a mountain and a sun", "1 mountain-peak; 1 sun-disc")]
    [InlineData("极简风格的山峰标志", "1 mountain-peak")]
    [InlineData("a sticker of a fox in the mountains", "1 fox")]
    [InlineData("a fox on a mountain", "1 fox")]
    public void A_logo_shows_a_place_as_a_thing(string prompt, string subjects)
        => Assert.Equal(subjects, Reading.Subjects(prompt));

    [Theory]
    [InlineData("a cow jumping over the moon", "1 cow; 1 moon-disc")]
    [InlineData("a cow looking at the moon", "1 cow")]
    [InlineData("黑板上的太阳", "1 blackboard; 1 sun-disc")]
    public void The_moon_is_a_thing_where_another_is_above_it(string prompt, string subjects)
        => Assert.Equal(subjects, Reading.Subjects(prompt));

    [Theory]
    [InlineData("three ducklings with their mother", "3 duckling-chick; 1 duck")]
    [InlineData("a girl with her mother", "1 girl; 1 woman-standing")]
    public void The_mother_of_an_animal_is_one_too(string prompt, string subjects)
        => Assert.Equal(subjects, Reading.Subjects(prompt));

    [Theory]
    [InlineData("沙漠里的骆驼队", "3 camel")]
    [InlineData("山坡上的羊群", "3 ewe")]
    [InlineData("一只羊", "1 ewe")]
    public void A_herd_is_several(string prompt, string subjects)
        => Assert.Equal(subjects, Reading.Subjects(prompt));

    [Theory]
    [InlineData("a tree with two presents underneath", "wrapped-gift Under deciduous-tree")]
    [InlineData("a castle with a dragon above", "dragon Above castle")]
    [InlineData("a train crossing a stone bridge", "locomotive On arch-bridge")]
    public void Words_after_a_thing_say_where_it_is(string prompt, string relations)
        => Assert.Equal(relations, Reading.Relations(prompt));

    [Theory]
    [InlineData("门口有一只狗", "1 door; 1 dog")]
    [InlineData("学校门口有一只狗", "1 school; 1 dog")]
    public void The_place_before_a_house_is_its_door(string prompt, string subjects)
        => Assert.Equal(subjects, Reading.Subjects(prompt));

    [Theory]
    [InlineData("a neon sign of a rocket", "Neon")]
    [InlineData("a neon sign that says OPEN", "Storybook")]
    public void A_neon_sign_without_words_is_a_style(string prompt, string style)
        => Assert.Equal(style, $"{Reading.Read(prompt).Style}");

    [Theory]
    [InlineData("a crane at a building site", "1 construction-crane")]
    [InlineData("a crane by a lake", "1 heron")]
    [InlineData("a chessboard with a king", "1 chessboard; 1 chess-king")]
    [InlineData("a tray of glasses", "1 tray; 3 tumbler-glass")]
    [InlineData("小丑骑独轮车", "1 clown-face; 1 unicycle")]
    [InlineData("a kite shaped like a dragon", "1 kite")]
    [InlineData("a horse eating straw", "1 horse; 1 hay-bale")]
    [InlineData("a straw in a soda can", "1 drinking-straw; 1 soda-can")]
    public void Another_word_of_the_prompt_decides_the_sense(string prompt, string subjects)
        => Assert.Equal(subjects, Reading.Subjects(prompt));

    [Theory]
    [InlineData("猫头鹰站在树枝上，后面是月亮", "1 owl; 1 tree-branch; 1 moon-disc")]
    [InlineData("女巫飞过月亮前面", "1 woman-mage; 1 moon-disc")]
    public void The_moon_is_a_thing_where_another_is_before_it(string prompt, string subjects)
        => Assert.Equal(subjects, Reading.Subjects(prompt));

    [Fact]
    public void A_poster_for_a_concert_is_no_stage()
        => Assert.Null(Reading.Read("a poster for a jazz concert with a trumpet").Place);

    [Fact]
    public void A_field_of_flowers_is_a_meadow()
        => Assert.Equal("meadow", Reading.Read("a tractor in a field of sunflowers").Place);

    [Fact]
    public void A_basket_is_drawn_before_an_adjective_too()
        => Assert.Equal("1 basket; 3 egg", Reading.Subjects("一篮新鲜的鸡蛋"));

    [Fact]
    public void A_minimalist_background_is_no_style()
        => Assert.Equal("Storybook", $"{Reading.Read("a cup of tea on a minimalist white background").Style}");
}
