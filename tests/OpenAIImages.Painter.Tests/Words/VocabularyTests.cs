using OpenAIImages.Painter.Artworks;
using OpenAIImages.Painter.Scenes.Settings;
using OpenAIImages.Painter.Tests.Support;
using OpenAIImages.Painter.Words.Tokens;

namespace OpenAIImages.Painter.Tests.Words;

public sealed class VocabularyTests
{
    [Fact]
    public void Hundreds_of_drawings_have_a_name_in_both_languages()
    {
        var english = Drawings(word => word.All(char.IsAscii));
        var chinese = Drawings(word => word[0] >= '\u3400');

        Assert.InRange(english.Intersect(chinese).Count(), 500, int.MaxValue);
    }

    [Fact]
    public void Every_noun_has_its_drawing()
    {
        var missing = Drawings(_ => true).Except(ArtworkBook.Names);

        Assert.Empty(missing);
    }

    [Fact]
    public void Every_drawing_has_a_noun_or_another_use()
    {
        // These drawings show poses, people in clothes and the sign of sleep. No noun names them.
        var forOthers = ArtworkBook.Names.Select(ArtworkBook.FactsOf)
            .SelectMany(facts => facts.Poses.Values.Select(pose => pose.Name).Append(facts.Dressed))
            .Append("zzz").OfType<string>();
        var forPlaces = SettingBook.All.SelectMany(setting => setting.Props).Select(prop => prop.Drawing);

        var others = Vocabulary.Instance.Words.SelectMany(word => Vocabulary.Instance.Find(word)!)
            .Where(meaning => meaning.Kind is WordKind.Emblem or WordKind.Feature).Select(meaning => meaning.Value);

        var unreachable = ArtworkBook.Names.Except(Drawings(_ => true)).Except(forOthers).Except(forPlaces)
            .Except(others);

        Assert.Empty(unreachable);
    }

    [Theory]
    [InlineData("cat dog rabbit horse cow pig sheep goat chicken duck")]
    [InlineData("goose mouse fox wolf bear panda lion tiger elephant")]
    [InlineData("giraffe zebra monkey deer frog snake turtle snail bee")]
    [InlineData("butterfly spider bird owl eagle parrot penguin swan")]
    [InlineData("fish shark whale dolphin octopus crab dragon dinosaur")]
    [InlineData("unicorn flower rose sunflower tree mushroom cactus")]
    [InlineData("house castle church tent lighthouse car taxi bus")]
    [InlineData("truck train bicycle motorcycle airplane helicopter rocket")]
    [InlineData("boat ship balloon kite umbrella apple banana orange")]
    [InlineData("lemon grapes strawberry watermelon pineapple carrot tomato")]
    [InlineData("bread cheese pizza hamburger egg cake cookie chocolate coffee")]
    [InlineData("milk book pencil key hammer crown ring diamond")]
    [InlineData("phone camera guitar violin piano drum clock telescope ball")]
    [InlineData("hat glasses shoe dress chair bed door lamp robot")]
    [InlineData("猫 狗 兔子 马 牛 猪 羊 山羊 鸡 鸭子 鹅 老鼠 狐狸 狼 熊 熊猫 狮子 老虎 大象 长颈鹿 斑马 猴子 鹿 青蛙 蛇 乌龟 蜗牛 蜜蜂 蝴蝶 蜘蛛 鸟")]
    [InlineData("猫头鹰 老鹰 鹦鹉 企鹅 天鹅 鱼 鲨鱼 鲸鱼 海豚 章鱼 螃蟹 龙 恐龙 独角兽 花 玫瑰 向日葵 树 蘑菇 仙人掌 房子 城堡 教堂 帐篷 灯塔 汽车")]
    [InlineData("出租车 公交车 卡车 火车 自行车 摩托车 飞机 直升机 火箭 船 帆船 气球 风筝 雨伞 苹果 香蕉 橙子 柠檬 葡萄 草莓 西瓜 菠萝 胡萝卜 番茄 面包")]
    [InlineData("奶酪 披萨 汉堡 鸡蛋 蛋糕 饼干 巧克力 咖啡 牛奶 书 铅笔 钥匙 锤子 皇冠 戒指 钻石 手机 相机 吉他 小提琴 钢琴 鼓 时钟 望远镜 球 帽子")]
    public void Everyday_nouns_reach_a_drawing(string nouns)
        => Assert.All(nouns.Split(' '), noun => Assert.Single(Reading.Read(noun).Subjects));

    private static HashSet<string> Drawings(Func<string, bool> condition)
        => [.. Vocabulary.Instance.Words.Where(condition)
            .SelectMany(word => Vocabulary.Instance.Find(word)!)
            .Where(meaning => meaning.Kind == WordKind.Noun)
            .Select(meaning => meaning.Value)];
}
