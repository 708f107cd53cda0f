using Docs.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenAIImages;

namespace Docs.Guides.Batches;

public sealed class BatchesGuide(OfflineService service) : Guide(service)
{
    private static readonly string[] Animals = ["fox", "owl", "hare"];

    // The client in the code of the guide waits in real time; this client waits a thousandth of it.
    private readonly OpenAIImageBatchClient _batches =
        new(new ImageClientOptions { TimeProvider = new HurriedClock() });

    private static ImageWorkItem[] Work
        => [.. Animals.Select(animal => new ImageWorkItem(
            animal, new GenerateImageRequest($"a {animal} in the snow") { Model = ImageModel.GptImage2 }))];

    [Fact]
    public async Task A_work_changes_to_batches_in_one_line()
    {
        var (batches, animals) = (_batches, Animals);

        var work = animals.Select(animal => new ImageWorkItem(
            animal, new GenerateImageRequest($"a {animal} in the snow") { Model = ImageModel.GptImage2 }));
        var options = new ImageManyOptions
        {
            Destination = item => ImageDestination.File($"{item.Id}.png"),
            Prices = ImagePriceList.Default,
        };

        await foreach (var outcome in batches.GenerateManyAsync(work, options)) // or client.GenerateManyAsync
        {
            Console.WriteLine($"{outcome.Item.Id}: {outcome.Status}, {outcome.Cost} dollars");
        }

        Assert.Equal(3, Directory.GetFiles(".").Length);
    }

    [Fact]
    public async Task A_batch_outlives_the_process_that_created_it()
    {
        await CreateAsync(Work);
        await Emulator.WaitForBatchAsync(await File.ReadAllTextAsync("batch.txt", Token), null, Token);
        var ended = await ReadAsync(_batches);
        await ReadAgainAsync(_batches, ended);

        Assert.Equal(
            ["fox.png", "hare.png", "owl.png"], Directory.GetFiles("animals").Select(Path.GetFileName).Order());

        static async Task CreateAsync(ImageWorkItem[] work)
        {
            using var batches = new OpenAIImageBatchClient();

            var batch = await batches.CreateAsync(work);
            await File.WriteAllTextAsync("batch.txt", batch.Id);
        }

        static async Task<ImageBatch> ReadAsync(OpenAIImageBatchClient batches)
        {
            var id = await File.ReadAllTextAsync("batch.txt");
            var batch = await batches.WaitAsync(id);

            await foreach (var result in batches.ReadResultsAsync(
                batch, id => ImageDestination.Directory("animals", _ => id)))
            {
                Console.WriteLine(result.Exception is null
                    ? $"{result.Id}: {result.Images[0].SavedPath}"
                    : $"{result.Id}: {result.Exception.Message}");
            }

            return batch;
        }

        static async Task ReadAgainAsync(OpenAIImageBatchClient batches, ImageBatch batch)
        {
            File.Delete(Path.Combine("animals", "fox.png"));

            var options = new ImageBatchReadOptions
            {
                Destination = id => ImageDestination.Directory("animals", _ => id),
                Skip = id => File.Exists(Path.Combine("animals", $"{id}.png")),
            };

            await foreach (var result in batches.ReadResultsAsync(batch, options))
            {
                Console.WriteLine($"{result.Id} is new");
            }
        }
    }

    [Fact]
    public async Task A_creation_of_unknown_outcome_is_found_by_its_file()
    {
        var (batches, work) = (_batches, Work);

        try
        {
            await batches.CreateAsync(work);
        }
        catch (ImageBatchException unknown) when (unknown.Problem == ImageBatchProblem.UnknownOutcome)
        {
            Console.WriteLine($"Look for a batch of the file {unknown.InputFileId} before you create another.");
        }

        Assert.Single(Received, request => request.Path.EndsWith("/batches", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_estimate_and_the_costs_use_the_prices_of_batches()
    {
        var (batches, work) = (_batches, Work);
        var batch = await batches.WaitAsync(await batches.CreateAsync(work, cancellationToken: Token), null, Token);

        var estimate = work.EstimateBatch(ImagePriceList.Default);
        Console.WriteLine($"between {estimate.Low} and {estimate.High} dollars");

        decimal? dollars = 0;
        var options = new ImageBatchReadOptions { Prices = ImagePriceList.Default, Model = ImageModel.GptImage2 };
        await foreach (var result in batches.ReadResultsAsync(batch, options))
        {
            dollars += result.Exception is null ? result.Cost : 0;
        }

        Assert.True(dollars > 0);
    }

    [Fact]
    public async Task Several_batches_are_made_of_a_long_work()
    {
        var (batches, work) = (_batches, Work);

        var created = new List<ImageBatch>();
        await foreach (var batch in batches.CreateManyAsync(work, new ImageBatchOptions { MaxRequests = 2 }))
        {
            created.Add(batch);
        }

        Assert.Equal(2, created.Count);
    }

    [Fact]
    public async Task An_image_is_uploaded_once_for_many_edits()
    {
        var batches = _batches;
        await Client.GenerateAsync("a red fox", ImageDestination.File("fox.png"), Token);
        using var files = new OpenAIImageFileClient();

        var fox = await files.UploadAsync(ImageInput.FromFile("fox.png"));
        string[] times = ["dawn", "noon", "night"];
        var work = times.Select(time => new ImageWorkItem(
            time, new EditImageRequest($"make it {time}", fox.ToImageInput()) { Model = ImageModel.GptImage2 }));
        var batch = await batches.CreateAsync(work);

        var ended = await batches.WaitAsync(batch, null, Token);

        await foreach (var file in files.ListAsync(ImageFilePurpose.BatchOutput))
        {
            Console.WriteLine($"{file.Id}: {file.Length} bytes, deleted by itself at {file.Expires}");
        }

        await files.DeleteAsync(fox.Id);

        Assert.Equal(3, await batches.ReadResultsAsync(ended, cancellationToken: Token).CountAsync(Token));
    }

    [Fact]
    public async Task An_image_of_a_model_is_recognised()
    {
        await Client.GenerateAsync("a red fox", ImageDestination.File("fox.png"), Token);
        using var files = new OpenAIImageFileClient();

        var provenance = await files.CheckProvenanceAsync(ImageInput.FromFile("fox.png"));

        foreach (var finding in provenance.Findings)
        {
            Console.WriteLine($"{finding.Kind}: {finding.IsDetected} {finding.Model}");
        }

        Assert.True(provenance.IsDetected);
    }

    [Fact]
    public void A_host_registers_both_clients()
    {
        var builder = Host.CreateApplicationBuilder();

        builder.Services.AddImageClient(builder.Configuration.GetSection("OpenAIImages"));
        builder.Services.AddImageBatchClient();

        using var host = builder.Build();
        Assert.NotNull(host.Services.GetService<IImageBatchClient>());
        Assert.NotNull(host.Services.GetService<IImageFileClient>());
    }

    protected override void Dispose(bool disposing)
    {
        _batches.Dispose();
        base.Dispose(disposing);
    }
}
