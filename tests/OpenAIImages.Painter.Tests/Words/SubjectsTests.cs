using OpenAIImages.Painter.Tests.Support;

namespace OpenAIImages.Painter.Tests.Words;

public sealed class SubjectsTests
{
    [Theory]
    [InlineData("a cat", "1 cat")]
    [InlineData("three blue birds over the sea at sunset, watercolor", "3 blue bird")]
    [InlineData("two red apples and a banana", "2 red-apple; 1 banana")]
    [InlineData("an orange cat beside an orange", "1 orange cat; 1 tangerine")]
    [InlineData("a baby otter", "1 otter")]
    [InlineData("a baby", "1 baby")]
    [InlineData("wolves and foxes", "3 wolf; 3 fox")]
    [InlineData("a flock of sheep", "6 ewe")]
    [InlineData("12 bees", "12 honeybee")]
    [InlineData("a toy car", "1 automobile")]
    [InlineData("red, green and blue balloons", "3 red green blue balloon")]
    [InlineData("a black and white cow", "1 cow")]
    [InlineData("a colourful parrot", "1 parrot")]
    [InlineData("two colourful balloons", "2 red yellow blue green purple orange balloon")]
    [InlineData("the bird is yellow", "1 yellow bird")]
    [InlineData("a hot dog", "1 hot-dog")]
    [InlineData("the birds fly over a house", "3 bird; 1 house")]
    public void English_says_how_many_of_what_in_which_colour(string prompt, string subjects)
        => Assert.Equal(subjects, Reading.Subjects(prompt));

    [Theory]
    [InlineData("一只可爱的猫在草地上玩耍", "1 cat")]
    [InlineData("三只蓝色的鸟", "3 blue bird")]
    [InlineData("两个红苹果", "2 red-apple")]
    [InlineData("一群羊", "6 ewe")]
    [InlineData("骑自行车的熊猫", "1 bicycle; 1 panda")]
    [InlineData("十二只蜜蜂", "12 honeybee")]
    [InlineData("二十个气球", "20 balloon")]
    [InlineData("一只黑色的狗和两只白色的兔子", "1 black dog; 2 white rabbit")]
    [InlineData("桌子上有三个橙子和一杯咖啡", "3 tangerine; 1 hot-beverage")]
    [InlineData("小男孩和小狗在公园里玩", "1 boy; 1 dog")]
    [InlineData("一辆红色的自行车靠在黄色的墙上", "1 red bicycle")]
    [InlineData("五彩的风筝", "1 kite")]
    [InlineData("许多紫色的花", "7 purple tulip")]
    [InlineData("红、黄、蓝三个气球", "3 red yellow blue balloon")]
    [InlineData("一座红色的拱桥，桥下有小船", "1 red arch-bridge; 1 rowboat")]
    public void Chinese_says_how_many_of_what_in_which_colour(string prompt, string subjects)
        => Assert.Equal(subjects, Reading.Subjects(prompt));

    [Theory]
    [InlineData("jellyfish in the sea", "3 jellyfish")]
    [InlineData("a jellyfish", "1 jellyfish")]
    [InlineData("the sheep sleeps", "1 ewe")]
    [InlineData("rain boots", "2 womans-boot")]
    [InlineData("two old women", "2 old-woman")]
    [InlineData("three firemen", "3 firefighter")]
    [InlineData("a bunch of purple grapes", "1 purple grapes")]
    [InlineData("一片郁金香", "7 tulip")]
    [InlineData("地铁站里挤满了人", "3 person-standing")]
    [InlineData("一串气球", "3 balloon")]
    [InlineData("一串葡萄", "1 grapes")]
    [InlineData("外婆包饺子", "1 old-woman; 3 dumpling")]
    [InlineData("一个饺子", "1 dumpling")]
    [InlineData("许多灯笼和人", "7 red-paper-lantern; 7 person-standing")]
    public void Uncounted_things_have_their_usual_number(string prompt, string subjects)
        => Assert.Equal(subjects, Reading.Subjects(prompt));

    [Theory]
    [InlineData("a plate of cookies", "1 plate; 3 cookie")]
    [InlineData("a plate of spaghetti", "1 spaghetti")]
    [InlineData("一盘大螃蟹", "1 plate; 3 crab")]
    [InlineData("一碗米饭", "1 cooked-rice")]
    [InlineData("a bucket of water", "1 bucket")]
    [InlineData("一把椅子和一张圆桌", "1 chair; 1 dining-table")]
    [InlineData("a roast turkey, Thanksgiving dinner", "1 roast-chicken")]
    [InlineData("a stone table with a cake", "1 dining-table; 1 birthday-cake")]
    [InlineData("white clouds", "3 white cloud")]
    public void A_vessel_is_drawn_where_the_food_has_none(string prompt, string subjects)
        => Assert.Equal(subjects, Reading.Subjects(prompt));

    [Theory]
    [InlineData("a xylograph of a cat", "xylograph")]
    [InlineData("一只麒麟", "麒麟")]
    public void An_unknown_word_is_listed_and_not_drawn(string prompt, string word)
        => Assert.Equal([word], Reading.Read(prompt).NotUnderstood);

    [Theory]
    [InlineData("listen to the wind")]
    [InlineData("heartbeat")]
    [InlineData("a good idea")]
    [InlineData("马上出发")]
    [InlineData("to fly away")]
    public void A_loose_association_draws_nothing(string prompt) => Assert.Empty(Reading.Read(prompt).Subjects);
}
