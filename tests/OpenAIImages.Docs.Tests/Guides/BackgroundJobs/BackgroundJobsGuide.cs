using Docs.Support;
using OpenAIImages;
using OpenAIImages.Emulator;

namespace Docs.Guides.BackgroundJobs;

public sealed class BackgroundJobsGuide(OfflineService service) : Guide(service)
{
    private readonly Ledger _ledger = new();

    [Fact]
    public async Task A_job_is_recorded_before_it_is_sent_and_parked_if_it_comes_again()
    {
        using var emulatorStops = Emulator.Fail(EmulatorFault.Disconnect(), times: 1);

        await Assert.ThrowsAsync<ImageTransportException>(() => DrawAsync("42", Token));
        await Assert.ThrowsAsync<PossiblyBilledException>(() => DrawAsync("42", Token));

        Assert.Single(Received);
        Assert.NotNull(await _ledger.FindAsync("42"));
    }

    [Fact]
    public async Task A_job_that_cannot_have_been_billed_is_done_again()
    {
        using var emulatorRefuses = Emulator.Fail(EmulatorFault.Quota(), times: 1);

        await Assert.ThrowsAsync<ImageQuotaException>(() => DrawAsync("42", Token));
        await DrawAsync("42", Token);

        Assert.True(File.Exists("42.png"));
        Assert.Equal(2, Received.Count);
    }

    private async Task DrawAsync(string job, CancellationToken stop)
    {
        var ledger = _ledger;
        var jobs = new Dictionary<ImageRequest, string>(ReferenceEqualityComparer.Instance);
        var options = new ImageClientOptions
        {
            BeforeSending = async (sending, stop) =>
                await ledger.NoteAsync(jobs[sending.Request], sending.ClientRequestId, stop),
            Telemetry = { SendClientRequestId = true },
        };
        using var client = new OpenAIImageClient(options);
        var request = new GenerateImageRequest("a fox in the snow");
        jobs.Add(request, job);

        if (await ledger.FindAsync(job) is { } sent)
        {
            throw new PossiblyBilledException($"An earlier worker ended while the call {sent} was under way.");
        }

        try
        {
            await client.GenerateAsync(request, ImageDestination.File($"{job}.png"), stop);
        }
        catch (ImageClientException fault) when (!fault.MayHaveBeenBilled)
        {
            await ledger.ForgetAsync(job);
            throw;
        }
    }

    /// <summary>Stands in for a table in a database.</summary>
    private sealed class Ledger
    {
        private readonly Dictionary<string, string?> _sent = [];

        public Task NoteAsync(string job, string? call, CancellationToken stop)
        {
            stop.ThrowIfCancellationRequested();
            _sent[job] = call;

            return Task.CompletedTask;
        }

        public Task<string?> FindAsync(string job) => Task.FromResult(_sent.GetValueOrDefault(job));

        public Task ForgetAsync(string job)
        {
            _sent.Remove(job);

            return Task.CompletedTask;
        }
    }

    private sealed class PossiblyBilledException(string message) : Exception(message);
}
