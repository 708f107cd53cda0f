using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using OpenAIImages.Emulator.Errors;
using OpenAIImages.Emulator.Files;
using OpenAIImages.Emulator.Parameters;
using OpenAIImages.Emulator.Pipeline;
using OpenAIImages.Emulator.Replies;

namespace OpenAIImages.Emulator.Endpoints;

/// <summary><c>/files</c>: upload, list, describe, read and delete.</summary>
internal sealed class FilesEndpoint(ImageEmulatorOptions options, FileStore files)
{
    private const string Path = "/files";
    private const string One = Path + "/{id}";
    private const int MostOnPage = 10_000;

    // The journal keeps the beginning of an upload, enough for the files of most tests.
    private static readonly ApiRoute UploadRoute = new(BodyLimit: 1_024 * 1_024, IsMetered: false) { Streams = true };
    private static readonly ApiRoute Route = new(BodyLimit: 64 * 1_024, IsMetered: false);

    private readonly UploadReader _reader = new(files);

    public void Map(IEndpointRouteBuilder routes)
    {
        UploadRoute.MapVersioned(routes, HttpMethods.Post, Path, UploadAsync);
        Route.MapVersioned(routes, HttpMethods.Get, Path, ListAsync);
        Route.MapVersioned(routes, HttpMethods.Get, One, DescribeAsync);
        Route.MapVersioned(routes, HttpMethods.Delete, One, DeleteAsync);
        Route.MapVersioned(routes, HttpMethods.Get, One + "/content", ReadAsync);
    }

    private async Task UploadAsync(HttpContext context)
    {
        var form = await _reader
            .ReadAsync(context.Request.ContentType, RequestJournal.BodyOf(context), context.RequestAborted)
            .ConfigureAwait(false);
        await using (form.ConfigureAwait(false))
        {
            var order = UploadOrder.Read(form.Fields, form.Draft);
            var file = await order.Draft.KeepAsync(order.Describe).ConfigureAwait(false);
            await SendAsync(context, json => FileReply.Write(json.Writer, file)).ConfigureAwait(false);
        }
    }

    private Task ListAsync(HttpContext context)
    {
        var query = QueryParameters.Read(context.Request.Query);
        var purpose = query.Text("purpose");
        var page = PageQuery.Read(query, usual: MostOnPage, most: MostOnPage);
        var (items, hasMore) = page.Cut(
            files.List(file => purpose is null || file.Purpose == purpose), file => file.Id)
            ?? throw StoredFileRefusals.NotFound(page.After!, "after");

        return SendAsync(
            context, json => PageReply.Write(json.Writer, items, hasMore, file => file.Id, FileReply.Write));
    }

    private Task DescribeAsync(HttpContext context)
    {
        var file = Find(context);

        return SendAsync(context, json => FileReply.Write(json.Writer, file));
    }

    private Task DeleteAsync(HttpContext context)
    {
        var id = IdOf(context);

        return files.Delete(id)
            ? SendAsync(context, json => FileReply.WriteDeleted(json.Writer, id))
            : throw StoredFileRefusals.NotFound(id);
    }

    private async Task ReadAsync(HttpContext context)
    {
        var file = Find(context);
        if (!FilePurposes.CanBeRead(file.Purpose))
        {
            throw StoredFileRefusals.NotReadable(file.Purpose);
        }

        var content = files.Open(file) ?? throw StoredFileRefusals.NotFound(file.Id);
        await using (content.ConfigureAwait(false))
        {
            await Results.Stream(
                content,
                "application/octet-stream",
                file.Name,
                lastModified: file.Created,
                entityTag: new EntityTagHeaderValue($"\"{file.Id}\""),
                enableRangeProcessing: options.ServesRanges).ExecuteAsync(context).ConfigureAwait(false);
        }
    }

    private StoredFile Find(HttpContext context)
        => files.Find(IdOf(context)) ?? throw StoredFileRefusals.NotFound(IdOf(context));

    private static string IdOf(HttpContext context) => (string)context.GetRouteValue("id")!;

    private static async Task SendAsync(HttpContext context, Action<PictureJson> write)
    {
        using var json = new PictureJson();
        write(json);
        await JsonReply.SendAsync(context, json).ConfigureAwait(false);
    }
}
