using Docs.Support;
using OpenAIImages;
using OpenAIImages.Emulator;

namespace Docs.Guides.Streaming;

public sealed class StreamingGuide(OfflineService service) : Guide(service)
{
    [Fact]
    public async Task Previews_come_before_the_image()
    {
        var client = Client;

        var request = new GenerateImageRequest("a lighthouse on a cliff at night") { PartialImages = 2 };

        await foreach (var item in client.GenerateStreamingAsync(request))
        {
            switch (item)
            {
                case PartialImageEvent partial:
                    await partial.Image.SaveAsync($"preview-{partial.PartialImageIndex + 1}");
                    break;
                case CompletedImageEvent completed:
                    await completed.Image.SaveAsync("lighthouse");
                    break;
            }
        }

        Assert.True(File.Exists("preview-1.png"));
        Assert.True(File.Exists("preview-2.png"));
        Assert.True(File.Exists("lighthouse.png"));
    }

    [Fact]
    public async Task One_stream_brings_several_images()
    {
        var client = Client;

        var request = new GenerateImageRequest("a red fox in the snow") { Count = 2, PartialImages = 1 };
        var finished = new SortedDictionary<int, ImageOutput>();

        await foreach (var item in client.GenerateStreamingAsync(request))
        {
            if (item is CompletedImageEvent completed)
            {
                finished[completed.ImageIndex] = completed.Image;
            }
        }

        Assert.Equal([0, 1], finished.Keys);
    }

    [Fact]
    public async Task A_finished_image_goes_straight_to_its_file()
    {
        var client = Client;

        var folder = ImageDestination.Directory("finished");

        await foreach (var item in client.GenerateStreamingAsync("a lighthouse on a cliff at night", folder))
        {
            if (item is CompletedImageEvent completed)
            {
                Console.WriteLine(completed.Image.SavedPath);
            }
        }

        Assert.Single(Directory.GetFiles("finished", "*.png"));
    }

    [Fact]
    public async Task The_loop_may_end_early()
    {
        var client = Client;
        var request = new GenerateImageRequest("a red fox in the snow") { PartialImages = 2 };

        await foreach (var item in client.GenerateStreamingAsync(request))
        {
            if (item is PartialImageEvent)
            {
                break; // The first preview is enough.
            }
        }

        Assert.Single(Received);
    }

    [Fact]
    public async Task A_fault_is_thrown_from_the_loop()
    {
        var client = Client;
        var request = new GenerateImageRequest("a red fox in the snow") { PartialImages = 2 };
        using var fault = Emulator.Fail(EmulatorFault.CutStream(afterEvents: 1), times: 1);

        try
        {
            await foreach (var item in client.GenerateStreamingAsync(request))
            {
                Console.WriteLine(item.ImageIndex);
            }
        }
        catch (ImageClientException failure)
        {
            // Images that came whole before the fault are paid for. They are not lost.
            Console.WriteLine($"{failure.Received.Count} came; {failure.Message}");
        }

        Assert.Equal(1, fault.Strikes);
        Assert.Single(Received);
    }
}
