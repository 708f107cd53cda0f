using System.Globalization;
using OpenAIImages.Emulator.Errors;
using OpenAIImages.Emulator.Models;

namespace OpenAIImages.Emulator.Parameters;

/// <summary>The fields of a request as it was sent, even if the service refuses them.</summary>
/// <remarks><b>Never throws</b>: a body that cannot be read has no fields.</remarks>
internal sealed class ReceivedFields
{
    private static readonly string[] FileFields = ["image", "images", "mask", "markup"];

    private readonly ParameterSet _fields;

    private ReceivedFields(ParameterSet fields)
    {
        _fields = fields;
        Images = [.. Files("image"), .. Files("images")];
        Mask = Files("mask").FirstOrDefault();
        Markup = Files("markup").FirstOrDefault();
        var all = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var name in fields.Names.Where(name => !FileFields.Contains(name)))
        {
            Flatten(all, name, fields.Given(name));
        }

        All = all;
    }

    public IReadOnlyList<ReceivedFile> Images { get; }

    public ReceivedFile? Mask { get; }

    public ReceivedFile? Markup { get; }

    /// <summary>Gets every field that is not a file, by its path; <see langword="null"/> for a null in JSON.</summary>
    public IReadOnlyDictionary<string, string?> All { get; }

    public IReadOnlyDictionary<string, string?> Extra
        => All.Where(pair => !ModelParameters.IsKnown(pair.Key))
            .ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);

    public static ReceivedFields Read(string? contentType, ReadOnlyMemory<byte> body)
    {
        try
        {
            return new(MultipartBody.IsMultipart(contentType)
                ? MultipartParameters.Read(contentType, body)
                : JsonParameters.Read(contentType, body));
        }
        catch (ApiException)
        {
            return new(new ParameterSet());
        }
    }

    public string? Text(string name)
        => _fields.Given(name) is { Kind: ParameterKind.String or ParameterKind.FormText } given ? given.Text : null;

    public int? Integer(string name)
        => int.TryParse(_fields.Given(name)?.Text, CultureInfo.InvariantCulture, out var value) ? value : null;

    public bool Switch(string name) => _fields.Given(name)?.Text == "true";

    private IEnumerable<ReceivedFile> Files(string field) => _fields.Given(field) switch
    {
        null => [],
        { Kind: ParameterKind.Array } array => array.Items.Select(item => File(field, item)).OfType<ReceivedFile>(),
        var one => File(field, one) is { } file ? [file] : [],
    };

    private static ReceivedFile? File(string field, Parameter value)
        => value.File is { } file
            ? new(field) { Name = file.Name, MediaType = file.MediaType, Bytes = file.Bytes }
            : value.Members is { } reference ? Reference(field, reference)
            : null;

    private static ReceivedFile Reference(string field, ParameterSet reference)
    {
        var link = reference.Given("image_url")?.Text;

        return link is not null && DataUrl.Read(link) is { } file
            ? new(field) { MediaType = file.MediaType, Bytes = file.Bytes }
            : new(field) { Link = link, FileId = reference.Given("file_id")?.Text };
    }

    private static void Flatten(Dictionary<string, string?> all, string path, Parameter? value)
    {
        switch (value)
        {
            case { Members: { } members }:
                foreach (var name in members.Names)
                {
                    Flatten(all, $"{path}.{name}", members.Given(name));
                }

                break;
            case { Kind: ParameterKind.Array }:
                for (var index = 0; index < value.Items.Count; index++)
                {
                    Flatten(all, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"), value.Items[index]);
                }

                break;
            default:
                all[path] = value is null or { Kind: ParameterKind.Null } ? null : value.Text;
                break;
        }
    }
}
