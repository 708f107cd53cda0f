using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using OpenAIImages.Emulator.Errors;
using OpenAIImages.Emulator.Parameters;

namespace OpenAIImages.Emulator.Files;

/// <summary>Reads an upload: the file straight to the disk, the other fields into memory.</summary>
/// <remarks>
/// <para><b>Memory.</b> Two pieces of 64 KiB for a file of any length.</para>
/// <para><b>Fails</b> with <see cref="ApiException"/> when the form is broken or the file is too long. After that, or
/// when the sender disconnects, no file stays on the disk.</para>
/// </remarks>
internal sealed class UploadReader(FileStore files)
{
    public const long LongestFile = 512L * 1_024 * 1_024;

    private const string FileField = "file";
    private const int Piece = 64 * 1_024;
    private const int LongestField = 64 * 1_024;
    private const int MostFields = 64;

    public async Task<UploadForm> ReadAsync(string? contentType, Stream body, CancellationToken cancellationToken)
    {
        if (!MultipartBody.IsMultipart(contentType))
        {
            throw new ApiException(RequestRefusals.WrongContentType(contentType, "multipart/form-data"));
        }

        var form = new UploadForm(new ParameterSet(), Draft: null);
        try
        {
            var reader = new MultipartReader(MultipartBody.Boundary(contentType), body, Piece);
            for (var count = 0; await NextAsync(reader, cancellationToken).ConfigureAwait(false) is { } part; count++)
            {
                form = count < MostFields
                    ? await TakeAsync(form, part, cancellationToken).ConfigureAwait(false)
                    : throw MultipartBody.Malformed();
            }

            return form;
        }
        catch
        {
            await form.DisposeAsync().ConfigureAwait(false);

            throw;
        }
    }

    private async Task<UploadForm> TakeAsync(
        UploadForm form, MultipartSection part, CancellationToken cancellationToken)
    {
        var (name, fileName) = MultipartPartReader.ReadNames(part.ContentDisposition ?? "");
        if (fileName is null)
        {
            var text = await ReadTextAsync(part.Body, name, cancellationToken).ConfigureAwait(false);
            MultipartParameters.Put(form.Fields, name, new Parameter(ParameterKind.FormText, text));

            return form;
        }

        if (name != FileField)
        {
            throw Refusals.UnknownParameter(name);
        }

        MultipartParameters.Put(form.Fields, name, new Parameter(ParameterKind.File)
        {
            File = new InputFile(MultipartParameters.MediaType(part.ContentType, fileName), default, fileName),
        });

        // The form owns the file from its first byte, so that a later error removes the file.
        form = form with { Draft = files.Begin() };
        try
        {
            await CopyAsync(part.Body, form.Draft.Content, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await form.DisposeAsync().ConfigureAwait(false);

            throw;
        }

        return form;
    }

    private static async Task CopyAsync(Stream part, Stream file, CancellationToken cancellationToken)
    {
        var piece = ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            var length = 0L;
            for (int read; (read = await ReadAsync(part, piece, cancellationToken).ConfigureAwait(false)) > 0;)
            {
                length += read;
                if (length > LongestFile)
                {
                    throw StoredFileRefusals.TooLong(LongestFile);
                }

                await file.WriteAsync(piece.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }

    private static async Task<string> ReadTextAsync(Stream part, string name, CancellationToken cancellationToken)
    {
        var bytes = new byte[LongestField];
        var length = 0;
        for (int read; (read = await ReadAsync(part, bytes.AsMemory(length), cancellationToken)
            .ConfigureAwait(false)) > 0;)
        {
            length += read;
            if (length == bytes.Length)
            {
                throw Refusals.TooLong(name, LongestField, length);
            }
        }

        return Encoding.UTF8.GetString(bytes, 0, length);
    }

    // The reader throws these exceptions for a broken form. A broken connection throws a subclass of IOException, which
    // this class does not catch.
    private static async Task<MultipartSection?> NextAsync(
        MultipartReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadNextSectionAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (IsOfForm(e))
        {
            throw MultipartBody.Malformed();
        }
    }

    private static async ValueTask<int> ReadAsync(
        Stream part, Memory<byte> piece, CancellationToken cancellationToken)
    {
        try
        {
            return await part.ReadAsync(piece, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (IsOfForm(e))
        {
            throw MultipartBody.Malformed();
        }
    }

    private static bool IsOfForm(Exception exception)
        => exception is InvalidDataException || exception.GetType() == typeof(IOException);
}
