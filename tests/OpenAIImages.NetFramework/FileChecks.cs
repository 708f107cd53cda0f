using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;

namespace OpenAIImages.NetFramework
{
    internal static class FileChecks
    {
        public static async Task FilesAsync()
        {
            using var folder = new Folder();
            using var client = new OpenAIImageClient();
            var request = new GenerateImageRequest("a red fox") { Model = "local", Size = new ImageSize(64, 64) };

            var first = await client.GenerateAsync(request, ImageDestination.File(folder["fox.png"]));
            var refused = await Expect.ThrowsAsync<ImageDestinationException>(
                () => client.GenerateAsync(request, ImageDestination.File(folder["fox.png"])));
            var numbered = await client.GenerateAsync(
                request, ImageDestination.File(folder["fox.png"], ExistingFile.Number));
            var replaced = await client.GenerateAsync(
                new GenerateImageRequest("a cat") { Model = "local", Size = new ImageSize(96, 96) },
                ImageDestination.File(folder["fox.png"], ExistingFile.Replace));
            var saved = await (await client.GenerateAsync(request)).Images[0].SaveAsync(folder["bytes"]);

            Expect.Equal(folder["fox.png"], first.Images[0].SavedPath);
            Expect.Equal(false, refused.MayHaveBeenBilled);
            Expect.Equal(folder["fox-2.png"], numbered.Images[0].SavedPath);
            Expect.Equal(folder["fox.png"], replaced.Images[0].SavedPath);
            Expect.Equal(folder["bytes.png"], saved);
            Expect.Equal("bytes.png, fox-2.png, fox.png", string.Join(", ", folder.Files));
            Expect.Equal(replaced.Images[0].Length, new FileInfo(folder["fox.png"]).Length);
            Expect.Equal(ImageMediaType.Png, ImageMediaType.Detect(File.ReadAllBytes(folder["fox.png"])));
            Expect.Equal(96, WidthOf(folder["fox.png"]));
        }

        public static async Task LinkAsync()
        {
            using var folder = new Folder();
            using var client = new OpenAIImageClient();
            var request = new GenerateImageRequest("a cat")
            {
                Model = "local",
                Size = new ImageSize(256, 256),
                Extra = ExtraFields.Empty.With("response_format", "url"),
            };
            var told = new List<ImageProgress>();

            var result = await client.GenerateAsync(request);
            var image = await client.DownloadAsync(
                result.Images[0], ImageDestination.File(folder["cat"]), new Told(told));

            Expect.Equal(false, result.Images[0].Link is null);
            Expect.Equal(folder["cat.png"], image.SavedPath);
            Expect.Equal(256, WidthOf(folder["cat.png"]));
            Expect.Equal(new FileInfo(folder["cat.png"]).Length, told[told.Count - 1].Received);
        }

        // A PNG begins with its signature. Its first chunk holds the width, with the highest byte first.
        private static int WidthOf(string path)
        {
            var bytes = File.ReadAllBytes(path);

            return (bytes[16] << 24) | (bytes[17] << 16) | (bytes[18] << 8) | bytes[19];
        }

        private sealed class Told : System.IProgress<ImageProgress>
        {
            private readonly List<ImageProgress> _told;

            public Told(List<ImageProgress> told) => _told = told;

            public void Report(ImageProgress value) => _told.Add(value);
        }
    }
}
