using System.ClientModel;
using System.ClientModel.Primitives;
using OpenAI;
using OpenAI.Images;
using OpenAIImages.Faults.Faults;
using OpenAIImages.Faults.Scripts;

namespace OpenAIImages.Faults.Callers;

/// <summary>Calls with OpenAI's own package. It has its default options, except for the time limit of
/// <see cref="OurCaller"/>.</summary>
internal sealed class OfficialCaller : ICaller
{
    private const string Model = "gpt-image-2";

    public async Task<CallOutcome> CallAsync(CallSite site, CancellationToken cancellationToken)
    {
        using var sockets = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectCallback = site.Faults.ConnectAsync,
        };
        using var http = new HttpClient(sockets) { Timeout = Timeout.InfiniteTimeSpan };
        using var transport = new HttpClientPipelineTransport(http);
        var client = new ImageClient(Model, new ApiKeyCredential(Secrets.Key), new OpenAIClientOptions
        {
            Endpoint = site.Proxy.Endpoint,
            NetworkTimeout = site.Script.RealPatience,
            Transport = transport,
        });
        try
        {
            var pictures = await CallAsync(client, site.Script, cancellationToken);
            if (site.Script.GoesToFiles)
            {
                await SaveAsync(pictures, site.Directory, cancellationToken);
            }

            return new CallOutcome(Ends.Right) { Pictures = pictures };
        }
        catch (Exception e)
        {
            site.Emissions.Add(e);

            return new CallOutcome(e is ClientResultException ? Ends.Refused : Ends.None) { Error = e };
        }
    }

    private static async Task<byte[][]> CallAsync(ImageClient client, FaultScript script, CancellationToken stop)
    {
        var (prompt, count) = (script.Order.Prompt, script.Order.Count);
        if (script.IsEdit)
        {
            using var upload = new MemoryStream(OurCaller.Upload(script));
            var edited = await client.GenerateImageEditsAsync(upload, "upload.png", prompt, count, null, stop);

            return [.. edited.Value.Select(image => image.ImageBytes.ToArray())];
        }

        var generated = await client.GenerateImagesAsync(prompt, count, null, stop);

        return [.. generated.Value.Select(image => image.ImageBytes.ToArray())];
    }

    private static async Task SaveAsync(byte[][] pictures, string directory, CancellationToken stop)
    {
        for (var place = 0; place < pictures.Length; place++)
        {
            await File.WriteAllBytesAsync(Path.Combine(directory, $"{place}.png"), pictures[place], stop);
        }
    }
}
