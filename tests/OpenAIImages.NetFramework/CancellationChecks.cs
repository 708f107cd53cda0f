using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace OpenAIImages.NetFramework
{
    internal static class CancellationChecks
    {
        private static readonly GenerateImageRequest Request = new("a cat") { Model = ImageModel.GptImage2 };

        public static async Task BeforeAsync()
        {
            using var client = new OpenAIImageClient();
            using var stop = new CancellationTokenSource();
            stop.Cancel();

            var canceled = await Expect.ThrowsAsync<OperationCanceledException>(
                () => client.GenerateAsync(Request, stop.Token));

            Expect.Equal(false, canceled is ImageCallCanceledException { MayHaveBeenBilled: true });
        }

        public static async Task WaitingAsync()
        {
            using var stop = new CancellationTokenSource();
            using var server = new OwnServer(async (connection, ended) =>
            {
                stop.Cancel();
                await ended;
            });
            using var client = new OpenAIImageClient(server.Options);

            var canceled = await Expect.ThrowsAsync<ImageCallCanceledException>(
                () => client.GenerateAsync(Request, stop.Token));

            Expect.Equal(true, canceled.MayHaveBeenBilled);
            Expect.Equal(stop.Token, canceled.CancellationToken);
            Expect.Equal(1, server.Requests);
        }

        public static async Task ArrivingAsync()
        {
            using var stop = new CancellationTokenSource();
            using var client = new OpenAIImageClient();
            var destination = ImageDestination.Create((_, _) =>
            {
                stop.Cancel();

                return new ValueTask<Stream>(new MemoryStream());
            });

            var canceled = await Expect.ThrowsAsync<ImageCallCanceledException>(
                () => client.GenerateAsync(Request, destination, stop.Token));

            Expect.Equal(true, canceled.MayHaveBeenBilled);
        }

        public static async Task StreamAsync()
        {
            using var stop = new CancellationTokenSource();
            using var client = new OpenAIImageClient();
            var seen = 0;

            var canceled = await Expect.ThrowsAsync<ImageCallCanceledException>(async () =>
            {
                var request = Request with { PartialImages = 3, Quality = ImageQuality.Low };
                await foreach (var item in client.GenerateStreamingAsync(request, stop.Token))
                {
                    seen++;
                    stop.Cancel();
                }
            });

            Expect.Equal(1, seen);
            Expect.Equal(true, canceled.MayHaveBeenBilled);
        }
    }
}
