using OpenAIImages.Painter.Tests.Support;

namespace OpenAIImages.Painter.Tests.Words;

public sealed class ChineseTests
{
    [Theory]
    [InlineData("熊猫打架子鼓", "1 panda; 1 drum-kit")]
    [InlineData("小女孩提着兔子灯笼", "1 girl; 1 red-paper-lantern")]
    [InlineData("珍珠奶茶店的標誌", "1 bubble-tea")]
    [InlineData("跳出海面的海豚", "1 dolphin")]
    [InlineData("水電工修水龍頭", "1 plumber; 1 water-tap")]
    [InlineData("茶餐廳裡的菠蘿包", "1 pineapple-bun")]
    [InlineData("海鲜餐厅里的服务员", "1 waiter")]
    public void A_prompt_is_cut_so_that_the_fewest_characters_stay_unknown(string prompt, string subjects)
        => Assert.Equal(subjects, Reading.Subjects(prompt));

    [Theory]
    [InlineData("凤梨和苹果各两颗", "2 pineapple; 2 red-apple")]
    [InlineData("鸡蛋三个，香蕉两根", "3 egg; 2 banana")]
    [InlineData("玉米堆在木箱里", "3 ear-of-corn; 1 crate")]
    [InlineData("阳台上摆满了向日葵", "3 sunflower")]
    [InlineData("孩子们提着灯笼", "3 boy; 3 red-paper-lantern")]
    [InlineData("一副手套，红色的", "1 red gloves")]
    [InlineData("一盘饺子", "1 plate; 3 dumpling")]
    [InlineData("银杏树", "1 ginkgo-tree")]
    [InlineData("小白兔", "1 white rabbit")]
    [InlineData("一只金鱼", "1 tropical-fish")]
    public void Numbers_and_colours_are_found_where_Chinese_puts_them(string prompt, string subjects)
        => Assert.Equal(subjects, Reading.Subjects(prompt));

    [Theory]
    [InlineData("小女孩给郁金香浇水", "girl Facing tulip; girl Holding watering-can")]
    [InlineData("奶奶给孙子戴围巾", "old-woman Facing boy; boy Wearing scarf")]
    [InlineData("爷爷骑摩托车载奶奶", "old-man Riding motorcycle; old-woman Riding motorcycle")]
    [InlineData("一辆三轮车拉着西瓜", "watermelon On cargo-trike")]
    [InlineData("向日葵爬满篱笆", "sunflower On fence")]
    [InlineData("书架上摆满了书，上面趴着一只猫", "open-book On bookshelf; cat On bookshelf")]
    [InlineData("一杯奶茶插着吸管", "drinking-straw In bubble-tea")]
    [InlineData("冰箱里放着酸奶", "yogurt In fridge")]
    [InlineData("小男孩跳水坑", "boy On puddle-water")]
    [InlineData("机器人在咖啡店里倒咖啡", "robot Holding hot-beverage")]
    [InlineData("农夫开着拖拉机", "farmer Riding tractor")]
    [InlineData("海盗的肩膀上站着一只鹦鹉", "parrot On pirate")]
    [InlineData("爸爸在烤肉", "")]
    [InlineData("四只蜻蜓飞在荷花上面", "dragonfly Above lotus")]
    [InlineData("棒球选手挥着球棒", "baseball-player Holding baseball-bat")]
    [InlineData("老板娘在店门口", "shopkeeper Before convenience-store")]
    public void Relations_of_Chinese_verbs_are_found(string prompt, string relations)
        => Assert.Equal(relations, Reading.Relations(prompt));

    [Theory]
    [InlineData("妈妈牵着女儿走在沙滩上", "walking; walking")]
    [InlineData("厨师在煎鱼", "none; none")]
    public void A_person_whose_hand_is_held_has_the_same_pose(string prompt, string poses)
        => Assert.Equal(poses, string.Join(
            "; ", Reading.Read(prompt).Subjects.Select(subject => $"{subject.Pose}".ToLowerInvariant())));

    [Theory]
    [InlineData("透明的玻璃瓶", "1 glass-bottle")]
    [InlineData("墙上贴着一张海报，写着“开业”", "\"开业\" Poster -1; wall")]
    [InlineData("招牌上写着“冰店”的小摊", "1 food-stall; \"冰店\" Sign -1")]
    [InlineData("素描风的钢笔", "1 pen; Sketch")]
    [InlineData("一杯冰豆浆", "1 glass-of-milk (as family)")]
    [InlineData("乌鸦喝瓶子里的水", "1 black-bird (Drinking Holding #1); 1 glass-bottle")]
    public void The_prompt_decides_between_two_senses_of_a_word(string prompt, string meaning)
        => Assert.Equal(meaning, Reading.Explain(prompt));

    [Fact]
    public void Two_riders_sit_one_behind_the_other()
    {
        var scene = Reading.Compose("爷爷骑摩托车载奶奶");

        var places = scene.Figures.Where(figure => figure.Drawing is "old-man" or "old-woman").Select(one => one.X);

        Assert.Equal(2, places.Distinct().Count());
    }
}
