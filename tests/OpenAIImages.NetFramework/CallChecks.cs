using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace OpenAIImages.NetFramework
{
    internal static class CallChecks
    {
        private static readonly GenerateImageRequest Small = new("a red fox in the snow")
        {
            Model = "local",
            Size = new ImageSize(64, 64),
        };

        private static readonly GenerateImageRequest Streamed = new("a cat on the grass")
        {
            Model = ImageModel.GptImage2,
            Quality = ImageQuality.Low,
            PartialImages = 2,
        };

        public static async Task StreamAsync()
        {
            using var client = new OpenAIImageClient();
            var seen = new List<string>();

            await foreach (var item in client.GenerateStreamingAsync(Streamed))
            {
                var (name, image) = item switch
                {
                    PartialImageEvent partial => ($"preview {partial.PartialImageIndex}", partial.Image),
                    CompletedImageEvent completed => ($"image {completed.ImageIndex}", completed.Image),
                    _ => (item.GetType().Name, ImageOutput.FromBytes(default)),
                };
                Expect.Equal(ImageMediaType.Png, ImageMediaType.Detect(image.Bytes.Span));
                seen.Add(name);
            }

            Expect.Equal("preview 0, preview 1, image 0", string.Join(", ", seen));
        }

        public static async Task StreamToFileAsync()
        {
            using var folder = new Folder();
            using var client = new OpenAIImageClient();
            var events = new List<ImageStreamEvent>();

            await foreach (var item in client.GenerateStreamingAsync(
                Streamed, ImageDestination.File(folder["cat.png"])))
            {
                events.Add(item);
            }

            var completed = (CompletedImageEvent)events[events.Count - 1];
            Expect.Equal(folder["cat.png"], completed.Image.SavedPath);
            Expect.Equal(true, completed.Usage?.TotalTokens > 0);
        }

        public static async Task EditAsync()
        {
            using var folder = new Folder();
            using var client = new OpenAIImageClient();
            var whole = Streamed with { PartialImages = null };
            await client.GenerateAsync(whole, ImageDestination.File(folder["cat.png"]));
            var mask = await ImageMask.ForFileAsync(folder["cat.png"]);
            var request = new EditImageRequest("give it a red hat", ImageInput.FromFile(folder["cat.png"]))
            {
                Model = ImageModel.GptImage2,
                Mask = mask.AddEllipse(300, 100, 400, 300).ToMask(),
            };

            var result = await client.EditAsync(request, ImageDestination.File(folder["hat.png"]));

            Expect.Equal(folder["hat.png"], result.Images[0].SavedPath);
            Expect.Equal(true, result.Usage?.InputTokens > 0);
            Expect.Equal(2, folder.Files.Length);
        }

        public static async Task WrongMaskAsync()
        {
            using var client = new OpenAIImageClient();
            var image = (await client.GenerateAsync(Small)).Images[0].Bytes;
            var request = new EditImageRequest("give it a red hat", ImageInput.FromBytes(image))
            {
                Mask = new ImageMask(32, 32).AddRectangle(0, 0, 8, 8).ToMask(),
            };

            var refused = await Expect.ThrowsAsync<ImageInputException>(() => client.EditAsync(request));

            Expect.Equal(false, refused.MayHaveBeenBilled);
        }

        public static async Task ModerationAsync()
        {
            using var client = new OpenAIImageClient();
            var request = new GenerateImageRequest("a cat [moderate]") { Model = ImageModel.GptImage2 };

            var refused = await Expect.ThrowsAsync<ImageModerationException>(() => client.GenerateAsync(request));

            Expect.Equal("violence", refused.Categories.Single());
            Expect.Equal(ImageModerationStage.Input, refused.Stage);
            Expect.Equal(false, refused.MayHaveBeenBilled);
        }

        public static async Task WrongParameterAsync()
        {
            using var client = new OpenAIImageClient();
            var request = Streamed with { PartialImages = null, Size = new ImageSize(1000, 1000) };

            var refused = await Expect.ThrowsAsync<ImageApiException>(() => client.GenerateAsync(request));

            Expect.Equal("size", refused.Parameter);
            Expect.Equal(false, refused.RequestId is null);
        }

        public static async Task ParallelAsync()
        {
            using var client = new OpenAIImageClient();

            var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.GenerateAsync(Small)));

            Expect.Equal(8, results.Select(result => result.RequestId).Distinct().Count());
        }

        public static async Task ContainerAsync()
        {
            using var services = new ServiceCollection().AddImageClient().Services.BuildServiceProvider();

            var result = await services.GetRequiredService<IImageClient>().GenerateAsync(Small);

            Expect.Equal(ImageMediaType.Png, result.Images[0].MediaType);
        }

        public static async Task DocumentAsync()
        {
            using var client = new OpenAIImageClient();
            var result = await client.GenerateAsync(Small);

            var read = JsonSerializer.Deserialize<ImageResult>(JsonSerializer.Serialize(result))!;

            Expect.Equal(true, result.Images[0].Bytes.Span.SequenceEqual(read.Images[0].Bytes.Span));
            Expect.Equal(result.Size, read.Size);
        }

        public static async Task SpanAsync()
        {
            var spans = new List<Activity>();
            using var listener = new ActivityListener
            {
                ShouldListenTo = source => source.Name == "OpenAIImages",
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
                ActivityStopped = spans.Add,
            };
            ActivitySource.AddActivityListener(listener);
            using var client = new OpenAIImageClient();

            await client.GenerateAsync(Small);

            Expect.Equal("local", spans.Single().GetTagItem("gen_ai.request.model"));
        }
    }
}
