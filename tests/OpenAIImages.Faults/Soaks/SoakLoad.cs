using System.Collections.Concurrent;
using OpenAIImages.Faults.Origins;
using OpenAIImages.Faults.Scripts;

namespace OpenAIImages.Faults.Soaks;

/// <summary>Calls of all kinds, many at once, by one client that lives as long as they do.</summary>
internal sealed class SoakLoad(IImageClient images, string directory)
{
    private const int LongestPicture = 400_000;

    // As many orders as there are seeds; each has its own pictures.
    private const int Seeds = 100_000;

    private static readonly byte[] Upload = Picture.Make(seed: 0, place: 0, length: 100_000);

    private readonly ConcurrentDictionary<string, int> _ends = new();
    private int _calls;

    public int Calls => Volatile.Read(ref _calls);

    /// <summary>Gets how many calls ended in which way.</summary>
    public IReadOnlyDictionary<string, int> Ends => _ends;

    /// <summary>Gets what should not have happened.</summary>
    public ConcurrentQueue<string> Breaches { get; } = [];

    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var end = await CallAsync(stop);
            _ends.AddOrUpdate(end, 1, static (_, count) => count + 1);
            Interlocked.Increment(ref _calls);
        }
    }

    private async Task<string> CallAsync(CancellationToken stop)
    {
        var operation = (Operation)Random.Shared.Next(Enum.GetValues<Operation>().Length);
        var order = new Order(
            Random.Shared.Next(Seeds), Random.Shared.Next(8, LongestPicture), Count: 1, operation.Delivery());
        var folder = Directory.CreateDirectory(Path.Combine(directory, Guid.NewGuid().ToString("N")));
        using var cancelling = CancellationTokenSource.CreateLinkedTokenSource(stop);
        if (Random.Shared.Next(20) == 0)
        {
            cancelling.CancelAfter(Random.Shared.Next(100));
        }

        try
        {
            var picture = await CallAsync(operation, order, folder.FullName, cancelling.Token);
            if (picture is not null && !picture.AsSpan().SequenceEqual(order.Pictures.Single()))
            {
                Breaches.Enqueue($"{operation}: a wrong picture of {picture.Length} bytes.");
            }

            return picture is null ? "a link that was kept" : "the right picture";
        }
        catch (ImageClientException e)
        {
            return e.GetType().Name;
        }
        catch (OperationCanceledException e) when (e.CancellationToken == cancelling.Token)
        {
            return nameof(OperationCanceledException);
        }
        catch (Exception e)
        {
            Breaches.Enqueue($"{operation}: {e}");

            return e.GetType().Name;
        }
        finally
        {
            var left = folder.GetFiles();
            if (left.Length > 1 || left.Any(file => file.Extension == ".tmp"))
            {
                Breaches.Enqueue($"{operation}: files {string.Join(", ", left.Select(file => file.Name))}.");
            }

            folder.Delete(recursive: true);
        }
    }

    private async Task<byte[]?> CallAsync(Operation operation, Order order, string folder, CancellationToken stop)
    {
        var request = new GenerateImageRequest(order.Prompt);
        var edit = new EditImageRequest(order.Prompt, ImageInput.FromBytes(Upload));
        switch (operation)
        {
            case Operation.Edit or Operation.EditOnce:
                return Bytes(await images.EditAsync(edit, stop));
            case Operation.Stream:
                return await LastAsync(images.GenerateStreamingAsync(request, stop));
            case Operation.EditStream:
                return await LastAsync(images.EditStreamingAsync(edit, stop));
            case Operation.StreamToFiles:
                return await LastAsync(
                    images.GenerateStreamingAsync(request, ImageDestination.Directory(folder), stop));
            case Operation.GenerateToFiles or Operation.LinksToFiles:
                return Bytes(await images.GenerateAsync(request, ImageDestination.Directory(folder), stop));
            case Operation.Download:
                var linked = await images.GenerateAsync(request, stop);
                using (var picture = new MemoryStream())
                {
                    await images.DownloadAsync(linked.Images[0], picture, null, stop);

                    return picture.ToArray();
                }

            default:
                return Bytes(await images.GenerateAsync(request, stop));
        }
    }

    private static async Task<byte[]?> LastAsync(IAsyncEnumerable<ImageStreamEvent> events)
    {
        byte[]? picture = null;
        await foreach (var next in events)
        {
            picture = next is CompletedImageEvent completed ? Bytes(completed.Image) : picture;
        }

        return picture;
    }

    private static byte[]? Bytes(ImageResult result) => Bytes(result.Images[0]);

    private static byte[]? Bytes(ImageOutput image)
        => image.SavedPath is { } path ? File.ReadAllBytes(path)
            : image.Length == 0 ? null
            : image.Bytes.ToArray();
}
