using System;
using System.Net;
using System.Threading.Tasks;

namespace OpenAIImages.NetFramework
{
    internal static class MoneyChecks
    {
        private const string Picture =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==";

        private static readonly GenerateImageRequest Request = new("a cat") { Model = ImageModel.GptImage2 };

        public static async Task TimeoutAsync()
        {
            using var server = new OwnServer((_, ended) => ended);
            var options = server.Options;
            options.AttemptTimeout = TimeSpan.FromMilliseconds(500);

            var late = await FailAsync<ImageTransportException>(options);

            Expect.Equal((true, 1), (late.MayHaveBeenBilled, server.Requests));
        }

        public static async Task LostAsync()
        {
            using var server = new OwnServer((_, _) => Task.CompletedTask);

            var lost = await FailAsync<ImageTransportException>(server.Options);

            Expect.Equal((true, 1), (lost.MayHaveBeenBilled, server.Requests));
        }

        public static async Task CutAsync()
        {
            using var server = new OwnServer((connection, _) => connection.WriteAsync(
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n" +
                "{\"created\":1,\"data\":[{\"b64_json\":\"" + Picture + "\"},{\"b64_json\":\"iVBOR"));

            var cut = await FailAsync<ImageTransportException>(server.Options);

            Expect.Equal((true, 1, 1), (cut.MayHaveBeenBilled, cut.Received.Count, server.Requests));
        }

        public static async Task NobodyThereAsync()
        {
            ImageClientOptions options;
            using (var server = new OwnServer((_, _) => Task.CompletedTask))
            {
                options = server.Options;
            }

            var refused = await FailAsync<ImageTransportException>(options);

            Expect.Equal((false, true), (refused.MayHaveBeenBilled, refused.IsTransient));
        }

        public static async Task StatusAsync()
        {
            OwnServer? itself = null;
            using var server = itself = new OwnServer((connection, _) => connection.WriteAsync(itself!.Requests switch
            {
                1 => "HTTP/1.1 503 Busy\r\nRetry-After: 0\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
                _ => "HTTP/1.1 307 Elsewhere\r\nLocation: /v1/x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
            }));

            var redirected = await FailAsync<ImageApiException>(server.Options);

            Expect.Equal(((HttpStatusCode)307, 2), (redirected.Status, server.Requests));
        }

        private static async Task<T> FailAsync<T>(ImageClientOptions options)
            where T : Exception
        {
            using var client = new OpenAIImageClient(options);

            return await Expect.ThrowsAsync<T>(() => client.GenerateAsync(Request));
        }
    }
}
