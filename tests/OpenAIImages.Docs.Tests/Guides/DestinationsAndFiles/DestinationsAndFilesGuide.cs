using Docs.Support;
using OpenAIImages;

namespace Docs.Guides.DestinationsAndFiles;

public sealed class DestinationsAndFilesGuide(OfflineService service) : Guide(service)
{
    [Fact]
    public async Task An_image_is_saved_under_its_own_extension()
    {
        var client = Client;

        var result = await client.GenerateAsync("a red fox in the snow");
        var path = await result.Images[0].SaveAsync("fox");

        Assert.Equal("fox.png", Path.GetFileName(path));
    }

    [Fact]
    public async Task All_images_of_a_result_go_to_a_folder()
    {
        var client = Client;

        var result = await client.GenerateAsync(new GenerateImageRequest("a red fox in the snow") { Count = 3 });
        var paths = await result.SaveAllAsync("foxes", "fox");

        Assert.Equal(3, paths.Count);
        Assert.All(paths, path => Assert.True(File.Exists(path)));
    }

    [Fact]
    public async Task An_image_goes_straight_to_a_file_and_the_next_one_is_numbered()
    {
        var client = Client;

        var result = await client.GenerateAsync("a red fox in the snow", ImageDestination.File("fox.png"));

        Console.WriteLine(result.Images[0].SavedPath);

        var again = await client.GenerateAsync(
            "a red fox in the snow", ImageDestination.File("fox.png", ExistingFile.Number));

        Console.WriteLine(again.Images[0].SavedPath); // .../fox-2.png

        Assert.Equal("fox-2.png", Path.GetFileName(again.Images[0].SavedPath));
    }

    [Fact]
    public async Task A_function_names_the_files_of_a_folder()
    {
        var client = Client;

        var folder = ImageDestination.Directory("posters", image => $"poster-{image.Index + 1}");
        var request = new GenerateImageRequest("a poster for a jazz night") { Count = 2 };

        await client.GenerateAsync(request, folder);

        Assert.True(File.Exists("posters/poster-1.png"));
        Assert.True(File.Exists("posters/poster-2.png"));
    }

    [Fact]
    public async Task A_stream_takes_one_image_and_stays_open()
    {
        var client = Client;

        await using var stream = new MemoryStream();
        await client.GenerateAsync("a red fox in the snow", ImageDestination.Stream(stream));

        Assert.True(stream.CanWrite);
        Assert.True(stream.Length > 0);
    }

    [Fact]
    public async Task A_function_opens_a_stream_for_each_image()
    {
        var client = Client;

        var destination = ImageDestination.Create((image, cancellationToken) =>
            new ValueTask<Stream>(File.Create($"upload-{image.Index}{image.MediaType.FileExtension}")));

        await client.GenerateAsync("a red fox in the snow", destination);

        Assert.True(File.Exists("upload-0.png"));
    }

    [Fact]
    public async Task A_link_is_fetched()
    {
        var client = Client;
        var request = new GenerateImageRequest("a fox") { Model = "local", Delivery = ImageDelivery.Link };
        var result = await client.GenerateAsync(request with { Size = new ImageSize(64, 64) });

        var image = result.Images[0];
        if (image.Link is not null)
        {
            image = await client.DownloadAsync(image, ImageDestination.File("linked"));
        }

        Assert.Equal("linked.png", Path.GetFileName(image.SavedPath));
    }

    [Fact]
    public async Task A_wrong_path_costs_nothing()
    {
        var client = Client;

        try
        {
            await client.GenerateAsync("a red fox in the snow", ImageDestination.File("no-such-folder/fox.png"));
        }
        catch (ImageDestinationException failure) when (!failure.MayHaveBeenBilled)
        {
            Console.WriteLine($"{failure.Destination}: correct the path and call again.");
        }

        Assert.Empty(Received);
    }
}
