using CsCheck;
using OpenAIImages.Emulator.Errors;
using OpenAIImages.Emulator.Parameters;
using OpenAIImages.Emulator.Tests.Support;

namespace OpenAIImages.Emulator.Tests.Protocol;

public sealed class MultipartProperties
{
    private static readonly string[] Names = ["prompt", "n", "svg[model]", "svg[reasoning][effort]", "image", "mask"];

    private static readonly byte[] Special = [.. "\r\n-b\0"u8, 255];

    // The generator often makes bytes that look like boundaries and line ends.
    private static readonly Gen<byte[]> Body = Gen.OneOf(Special.Select(Gen.Const).ToArray()).Array[0, 40].Where(
        body => body.AsSpan().IndexOf("\r\n--b"u8) < 0 && !body.AsSpan().StartsWith("--b"u8));

    [Fact]
    public void Any_order_of_the_parts_gives_the_same_reading()
        => Gen.Select(Body.Array[Names.Length], Gen.Shuffle(Enumerable.Range(0, Names.Length).ToArray()))
            .Sample((bodies, order) =>
            {
                var form = Make(bodies);

                Assert.Equal(Describe(Read(form.ContentType, form.ToBytes())),
                    Describe(Read(form.ContentType, form.ToBytes(order))));
            }, iter: 500);

    [Fact]
    public void The_content_of_a_part_is_read_as_it_was_written()
        => Body.Array[Names.Length].Sample(bodies =>
        {
            var form = Make(bodies);

            var fields = Read(form.ContentType, form.ToBytes());

            Assert.Equal(bodies[4], fields.Given("image")!.File!.Bytes.ToArray());
            Assert.Equal(bodies[5], fields.Given("mask")!.File!.Bytes.ToArray());
        }, iter: 500);

    [Fact]
    public void A_form_that_ends_at_any_byte_is_refused()
        => Gen.Select(Body.Array[Names.Length], Gen.Double[0, 1]).Sample((bodies, where) =>
        {
            var form = Make(bodies);
            var bytes = form.ToBytes();

            // The form is complete after the second dash of its last boundary.
            var length = (int)(where * (bytes.Length - 2));

            var cut = bytes[..Math.Max(0, length - 1)];
            var refused = Assert.Throws<ApiException>(() => Read(form.ContentType, cut));
            Assert.Equal(400, refused.Error.Status);
        }, iter: 1_000);

    private static Form Make(byte[][] bodies)
    {
        var form = new Form();
        for (var index = 0; index < Names.Length; index++)
        {
            var file = index < 4 ? "" : "; filename=a.png";
            form.Part($"Content-Disposition: form-data; name=\"{Names[index]}\"{file}", bodies[index]);
        }

        return form;
    }

    private static ParameterSet Read(string contentType, byte[] body) => MultipartParameters.Read(contentType, body);

    private static string Describe(ParameterSet fields)
        => string.Join(';', fields.Names.Order(StringComparer.Ordinal).Select(name =>
        {
            var given = fields.Given(name)!;

            return $"{name}={given.Kind}:{given.Text}:{given.File?.MediaType}:" +
                Convert.ToHexString((given.File?.Bytes ?? default).Span) +
                (given.Members is { } members ? Describe(members) : "");
        }));
}
