using System.Net;
using FakeItEasy;
using FakeItEasy.Configuration;
using Moq;
using NSubstitute;
using NSubstitute.Core;
using NSubstitute.ExceptionExtensions;
using OpenAIImages;

namespace Docs.Guides.TestingYourCode;

public sealed class FakesGuide
{
    [Fact]
    public async Task A_fake_is_a_class_of_one_method()
    {
        byte[] png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
        var made = new ImageResult([ImageOutput.FromBytes(png)])
        {
            Size = new ImageSize(1024, 1024),
            Usage = new ImageUsage { InputTokens = 9, OutputTokens = 196, TotalTokens = 205 },
        };
        var poster = new Poster(new FakeImages(request => made));

        Assert.Equal("8 bytes", await poster.DrawAsync("a fox"));
    }

    [Fact]
    public async Task A_call_that_the_fake_does_not_override_is_named()
    {
        IImageClient fake = new FakeImages(request => new ImageResult([]));

        var refused = await Assert.ThrowsAsync<NotSupportedException>(
            () => fake.EditAsync("a red hat", ImageInput.FromFile("fox.png")));

        Assert.Contains("EditAsync", refused.Message);
    }

    [Fact]
    public async Task NSubstitute_sets_up_the_three_argument_member()
    {
        var images = Substitute.For<IImageClient>();
        images.GenerateAsync(
                Arg.Any<GenerateImageRequest>(), Arg.Any<ImageDestination?>(), Arg.Any<CancellationToken>())
            .Returns(new ImageResult([ImageOutput.FromBytes(new byte[3])]));

        Assert.Equal("3 bytes", await new Poster(images).DrawAsync("a fox"));
    }

    [Fact]
    public async Task NSubstitute_throws()
    {
        var images = Substitute.For<IImageClient>();
        images.GenerateAsync(
                Arg.Any<GenerateImageRequest>(), Arg.Any<ImageDestination?>(), Arg.Any<CancellationToken>())
            .ThrowsAsync(new ImageQuotaException(HttpStatusCode.TooManyRequests));

        Assert.Equal("We have run out of credit", await new Poster(images).DrawAsync("a fox"));
    }

    [Fact]
    public async Task Moq_sets_up_the_three_argument_member()
    {
        var images = new Mock<IImageClient>();
        images.Setup(client => client.GenerateAsync(
                It.IsAny<GenerateImageRequest>(), It.IsAny<ImageDestination?>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new ImageResult([ImageOutput.FromBytes(new byte[3])]));

        Assert.Equal("3 bytes", await new Poster(images.Object).DrawAsync("a fox"));
    }

    [Fact]
    public async Task FakeItEasy_sets_up_the_three_argument_member()
    {
        var images = A.Fake<IImageClient>();
        A.CallTo(() => images.GenerateAsync(
                A<GenerateImageRequest>._, A<ImageDestination?>._, A<CancellationToken>._))
            .Returns(new ImageResult([ImageOutput.FromBytes(new byte[3])]));

        Assert.Equal("3 bytes", await new Poster(images).DrawAsync("a fox"));
    }

    [Fact]
    public async Task Moq_throws()
    {
        var images = new Mock<IImageClient>();
        images.Setup(client => client.GenerateAsync(
                It.IsAny<GenerateImageRequest>(), It.IsAny<ImageDestination?>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new ImageQuotaException(HttpStatusCode.TooManyRequests));

        Assert.Equal("We have run out of credit", await new Poster(images.Object).DrawAsync("a fox"));
    }

    [Fact]
    public async Task FakeItEasy_throws()
    {
        var images = A.Fake<IImageClient>();
        A.CallTo(() => images.GenerateAsync(
                A<GenerateImageRequest>._, A<ImageDestination?>._, A<CancellationToken>._))
            .ThrowsAsync(new ImageQuotaException(HttpStatusCode.TooManyRequests));

        Assert.Equal("We have run out of credit", await new Poster(images).DrawAsync("a fox"));
    }

    [Fact]
    public void NSubstitute_refuses_the_short_form_with_a_text()
    {
        var images = Substitute.For<IImageClient>();

        Action setUp = () => images.GenerateAsync(Arg.Any<string>(), Arg.Any<CancellationToken>());

        Assert.Throws<ArgumentNullException>(setUp);
        Assert.NotEmpty(SubstitutionContext.Current.ThreadContext.DequeueAllArgumentSpecifications());
    }

    [Fact]
    public void Moq_refuses_the_short_form_with_a_text()
    {
        var images = new Mock<IImageClient>();

        Action setUp = () => images.Setup(client => client.GenerateAsync("a fox", It.IsAny<CancellationToken>()));

        Assert.Contains("Extension methods", Assert.Throws<NotSupportedException>(setUp).Message);
    }

    [Fact]
    public void FakeItEasy_refuses_the_short_form_with_a_text()
    {
        var images = A.Fake<IImageClient>();

        Action setUp = () => A.CallTo(() => images.GenerateAsync("a fox", A<CancellationToken>._))
            .Returns(new ImageResult([]));

        Assert.Throws<FakeConfigurationException>(setUp);
    }
}
