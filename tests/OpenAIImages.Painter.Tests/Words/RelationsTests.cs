using OpenAIImages.Painter.Tests.Support;

namespace OpenAIImages.Painter.Tests.Words;

public sealed class RelationsTests
{
    [Theory]
    [InlineData("a black cat sitting on a chair", "black-cat On chair")]
    [InlineData("a dog under a tree", "dog Under deciduous-tree")]
    [InlineData("an astronaut riding a horse", "astronaut Riding horse")]
    [InlineData("a dragon flying over a castle", "dragon Above castle")]
    [InlineData("a princess in front of a castle", "princess Before castle")]
    [InlineData("a penguin wearing a red scarf", "penguin Wearing scarf")]
    [InlineData("kittens in a basket", "cat In basket")]
    [InlineData("猫在椅子上", "cat On chair")]
    [InlineData("椅子上的猫", "cat On chair")]
    [InlineData("树下有一只狗", "dog Under deciduous-tree")]
    [InlineData("骑自行车的熊猫", "panda Riding bicycle")]
    [InlineData("熊猫骑自行车", "panda Riding bicycle")]
    [InlineData("熊猫骑自行车的照片", "panda Riding bicycle")]
    [InlineData("戴着帽子的狗", "dog Wearing top-hat")]
    [InlineData("坐在椅子上的猫", "cat On chair")]
    [InlineData("公主和骑马的王子", "prince Riding horse")]
    public void Positions_relative_to_other_subjects_are_found(string prompt, string relation)
        => Assert.Equal(relation, Reading.Relations(prompt));

    [Theory]
    [InlineData("a girl with an umbrella", "girl Holding umbrella")]
    [InlineData("a boy with a hat", "boy Wearing top-hat")]
    [InlineData("a girl in a red dress", "girl Wearing dress")]
    [InlineData("a vase with roses", "rose In flower-vase")]
    [InlineData("a basket full of apples", "red-apple In basket")]
    [InlineData("a cake with strawberries", "strawberry On birthday-cake")]
    [InlineData("a bowl of apples", "red-apple In bowl-with-spoon")]
    [InlineData("a tray of bread", "bread On tray")]
    [InlineData("a child in a puddle with yellow boots", "boy In puddle-water; boy Wearing womans-boot")]
    [InlineData("a house on the back of a turtle", "house On turtle")]
    [InlineData("a man with a dog", "man-standing Beside dog")]
    [InlineData("a hat on a dog", "dog Wearing top-hat")]
    [InlineData("穿红裙子的女孩", "girl Wearing dress")]
    [InlineData("装满苹果的篮子", "red-apple In basket")]
    public void Possessive_words_mean_holding_wearing_or_containing(string prompt, string relation)
        => Assert.Equal(relation, Reading.Relations(prompt));

    [Theory]
    [InlineData("a ball between two chairs", "soccer-ball Between chair")]
    [InlineData("a ball between a cat and a dog", "soccer-ball Between cat; soccer-ball Between dog")]
    [InlineData("猫和狗之间有一个球", "soccer-ball Between cat; soccer-ball Between dog")]
    [InlineData("一只企鹅戴着蓝色围巾滑雪", "penguin Wearing scarf; penguin Riding skis")]
    [InlineData("a dog surfing at sunset", "dog Riding surfboard")]
    [InlineData("a skiing dog", "dog Riding skis")]
    [InlineData("钓鱼的老人", "old-man Holding fishing-pole")]
    [InlineData("a boy fishing by a lake", "boy Holding fishing-pole")]
    [InlineData("a fishing boat", "")]
    [InlineData("女孩在公园里骑车", "girl Riding bicycle")]
    [InlineData("a bear hugging a rabbit", "bear Hugging rabbit")]
    [InlineData("a cat chasing a mouse", "cat Chasing mouse")]
    [InlineData("a boy and a girl holding hands", "boy HoldingHands girl")]
    [InlineData("男孩和女孩手牵手", "boy HoldingHands girl")]
    [InlineData("a horse jumping over a house", "horse Over house")]
    [InlineData("a tree at the foot of a castle", "deciduous-tree AtFootOf castle")]
    [InlineData("a guitar leaning against a chair", "guitar Against chair")]
    [InlineData("一群孩子围着圣诞树", "boy Around christmas-tree")]
    [InlineData("花瓶里插着玫瑰", "rose In flower-vase")]
    [InlineData("a cat behind a tree", "cat Behind deciduous-tree")]
    public void Further_relations_are_found(string prompt, string relations)
        => Assert.Equal(relations, Reading.Relations(prompt));

    [Theory]
    [InlineData("a man in a suit with a briefcase", "man-standing Wearing suit-jacket; man-standing Holding briefcase")]
    [InlineData("a girl on a chair with a cushion", "girl On chair; pillow On chair")]
    [InlineData("a nurse pushing an old man in a wheelchair",
        "health-worker Holding old-man; old-man In manual-wheelchair")]
    [InlineData("护士推着坐轮椅的老奶奶", "health-worker Holding old-woman; old-woman In manual-wheelchair")]
    [InlineData("小刺猬背着一个红苹果", "red-apple On hedgehog")]
    [InlineData("穿西装打领带的猫", "cat Wearing suit-jacket; cat Holding necktie")]
    [InlineData("妈妈在揉面团", "")]
    [InlineData("两只小狗在沙发上打架", "dog On sofa")]
    [InlineData("两个旗袍女子", "woman-standing Wearing qipao-dress")]
    [InlineData("穿雨衣和雨靴的小孩", "boy Wearing coat; boy Wearing womans-boot")]
    [InlineData("小猫蜷缩在沙发上", "cat On sofa")]
    [InlineData("一束花插在花瓶里", "tulip In flower-vase")]
    [InlineData("女孩背着书包", "girl Wearing backpack")]
    [InlineData("a student at a desk", "student Beside office-desk")]
    public void Holders_and_the_carried_are_found(string prompt, string relations)
        => Assert.Equal(relations, Reading.Relations(prompt));

    [Theory]
    [InlineData("a basket of peaches, pears and grapes", "peach In basket; pear In basket; grapes In basket")]
    [InlineData("a basket of peaches and a dog", "peach In basket")]
    [InlineData("an arch of roses", "rose On stone-arch")]
    [InlineData("a cactus in a pot on a windowsill", "cactus In pot; pot On windowsill")]
    [InlineData("a barn with a rooster on the roof", "rooster On barn")]
    [InlineData("a woman baking cookies with her daughter",
        "woman-standing Facing cookie; woman-standing Beside woman-standing")]
    [InlineData("a girl on roller skates", "girl Wearing roller-skate")]
    [InlineData("一双雨靴放在门口", "womans-boot Before door")]
    [InlineData("苹果放在盘子里", "red-apple On plate")]
    [InlineData("a submarine under water with jellyfish around it", "jellyfish Around submarine")]
    [InlineData("女巫飞过月亮前面", "woman-mage Before moon-disc")]
    [InlineData("a house with a chimney", "chimney-stack On house")]
    [InlineData("a cabin with smoke from the chimney", "smoke-cloud On chimney-stack; chimney-stack On wood-cabin")]
    [InlineData("a stone table with two chairs", "chair Beside dining-table")]
    public void Things_that_belong_to_others_are_found(string prompt, string relations)
        => Assert.Equal(relations, Reading.Relations(prompt));

    [Theory]
    [InlineData("a girl wearing a hat and holding an umbrella", "girl Wearing top-hat; girl Holding umbrella")]
    [InlineData("a girl with a hat and an umbrella", "girl Wearing top-hat; girl Holding umbrella")]
    [InlineData("a cat on a chair next to a dog", "cat On chair; cat Beside dog")]
    [InlineData("a cat on a chair and a dog under a tree", "cat On chair; dog Under deciduous-tree")]
    [InlineData("a cat and a dog on a bed", "cat On bed; dog On bed")]
    [InlineData("a house, a tree, a dog under the tree", "dog Under deciduous-tree")]
    [InlineData("a castle with a knight, a princess riding a horse", "castle Beside knight; princess Riding horse")]
    [InlineData("女孩戴着帽子，拿着雨伞", "girl Wearing top-hat; girl Holding umbrella")]
    [InlineData("猫和狗在床上", "cat On bed; dog On bed")]
    public void A_subject_has_as_many_relations_as_the_prompt_says(string prompt, string relations)
        => Assert.Equal(relations, Reading.Relations(prompt));
}
