using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OpenAIImages.Emulator.Batches;
using OpenAIImages.Emulator.Errors;
using OpenAIImages.Emulator.Files;
using OpenAIImages.Emulator.Parameters;
using OpenAIImages.Emulator.Pipeline;
using OpenAIImages.Emulator.Replies;

namespace OpenAIImages.Emulator.Endpoints;

/// <summary><c>/batches</c>: create, list, describe and cancel.</summary>
internal sealed class BatchesEndpoint(ImageEmulatorOptions options, FileStore files, BatchStore batches)
{
    private const string Path = "/batches";
    private const string One = Path + "/{id}";
    private const int UsualOnPage = 20;
    private const int MostOnPage = 100;

    private static readonly ApiRoute Route = new(BodyLimit: 64 * 1_024, IsMetered: false);

    public void Map(IEndpointRouteBuilder routes)
    {
        Route.MapVersioned(routes, HttpMethods.Post, Path, CreateAsync);
        Route.MapVersioned(routes, HttpMethods.Get, Path, ListAsync);
        Route.MapVersioned(routes, HttpMethods.Get, One, DescribeAsync);
        Route.MapVersioned(routes, HttpMethods.Post, One + "/cancel", CancelAsync);

        // OpenAI's own client for Node sends the creation to a deployment. The lines name their deployment themselves.
        Route.MapDeployments(routes, HttpMethods.Post, Path, AzureSurface.Versioned(CreateAsync));
    }

    private Task CreateAsync(HttpContext context)
    {
        var fields = JsonParameters.Read(context.Request.ContentType, RequestJournal.Current(context).Body);
        var order = BatchOrderReader.Read(
            fields,
            files,
            AzureSurface.IsAzure(context),
            LinksEndpoint.Root(context.Request, options.PublicAddress));

        // The batch may already be over. The reply describes its first state, as the service does.
        return SendAsync(context, batches.Create(order), new BatchState());
    }

    private async Task ListAsync(HttpContext context)
    {
        var page = PageQuery.Read(QueryParameters.Read(context.Request.Query), UsualOnPage, MostOnPage);
        var (items, hasMore) = page.Cut(batches.List(), batch => batch.Id)
            ?? throw BatchRefusals.NotFound(page.After!, "after");
        using var json = new PictureJson();
        PageReply.Write(json.Writer, items, hasMore, batch => batch.Id, BatchReply.Write);
        await JsonReply.SendAsync(context, json).ConfigureAwait(false);
    }

    private Task DescribeAsync(HttpContext context)
    {
        var batch = Find(context);

        return SendAsync(context, batch, batch.State);
    }

    private Task CancelAsync(HttpContext context)
    {
        var batch = Find(context);

        return batches.Cancel(batch)
            ? SendAsync(context, batch, batch.State)
            : throw BatchRefusals.CannotCancel(batch.State.Status);
    }

    private Batch Find(HttpContext context)
    {
        var id = (string)context.GetRouteValue("id")!;

        return batches.Find(id) ?? throw BatchRefusals.NotFound(id);
    }

    private static async Task SendAsync(HttpContext context, Batch batch, BatchState state)
    {
        using var json = new PictureJson();
        BatchReply.Write(json.Writer, batch, state);
        await JsonReply.SendAsync(context, json).ConfigureAwait(false);
    }
}
