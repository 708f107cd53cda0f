using OpenAIImages.Painter.Tests.Support;

namespace OpenAIImages.Painter.Tests.Words.Phrases;

public sealed class PoseTests
{
    [Theory]
    [InlineData("a sleeping cat", "cat Sleeping")]
    [InlineData("a cat sleeping on a chair", "cat Sleeping; chair None")]
    [InlineData("two dogs running on the beach", "dog Running")]
    [InlineData("a house with a dog running in front of it", "house None; dog Running")]
    [InlineData("a scarecrow with crows flying above", "scarecrow None; black-bird Flying")]
    [InlineData("a grandmother knitting in a rocking chair", "old-woman None; rocking-chair None")]
    [InlineData("a monkey eating a banana", "monkey Eating; banana None")]
    [InlineData("小狗在草地上玩耍", "dog Playing")]
    [InlineData("在雪地里奔跑的狼", "wolf Running")]
    [InlineData("树下坐着一个女孩", "deciduous-tree None; girl Sitting")]
    [InlineData("坐在椅子上的猫", "chair None; cat Sitting")]
    [InlineData("猫在椅子上睡觉", "cat Sleeping; chair None")]
    public void A_subject_takes_the_pose_that_the_prompt_names(string prompt, string poses)
        => Assert.Equal(
            poses, string.Join("; ", Reading.Read(prompt).Subjects.Select(one => $"{one.Noun} {one.Pose}")));
}
