using OpenAIImages.Painter.Tests.Support;

namespace OpenAIImages.Painter.Tests.Words.Phrases;

public sealed class NounRunTests
{
    [Theory]
    [InlineData("鸭妈妈", "1 duck")]
    [InlineData("一位警察叔叔", "1 police-officer")]
    [InlineData("消防员叔叔", "1 firefighter")]
    [InlineData("恐龙玩具", "1 t-rex")]
    public void A_title_after_a_noun_is_no_second_person(string prompt, string subjects)
        => Assert.Equal(subjects, Reading.Subjects(prompt));

    [Theory]
    [InlineData("新郎新娘", "1 groom; 1 bride")]
    [InlineData("国王王后", "1 king; 1 queen")]
    [InlineData("自行车篮子", "1 bicycle; 1 basket")]
    [InlineData("a wolf head", "1 wolf")]
    [InlineData("小男孩肩膀", "1 boy")]
    [InlineData("草莓蛋糕", "1 birthday-cake")]
    public void Only_some_nouns_side_by_side_are_two_things(string prompt, string subjects)
        => Assert.Equal(subjects, Reading.Subjects(prompt));

    [Fact]
    public void The_heading_of_a_list_is_not_drawn()
        => Assert.Equal("1 fried-dough-stick; 1 baozi", Reading.Subjects("早餐：油条和包子"));

    [Fact]
    public void A_suffix_of_two_is_a_number()
        => Assert.Equal("2 girl", Reading.Subjects("姐妹俩"));
}
