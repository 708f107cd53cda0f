using System.Text;
using OpenAIImages.Emulator.Webhooks;

namespace OpenAIImages.Emulator.Tests.Webhooks;

/// <summary>Signatures of the emulator equal those that OpenAI's own client for Node has accepted.</summary>
public sealed class WebhookSignatureTests
{
    private const string Secret = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    [Theory]
    [InlineData(Secret, "wh_0001", 1_790_000_000, "evt_0001", "batch.completed", "batch_0001",
        "9tkzg59INuSQPu+I2Z52Aza2WyjKP97UV/Tc4J5oJe8=")]
    [InlineData("plain-secret-for-tests", "wh_0002", 1_790_000_001, "evt_0002", "batch.failed", "batch_0002",
        "u0R7OkF2PcElFl5Z2Crygt3oT6fTuD6YPCB26coVvwQ=")]
    [InlineData(Secret, "wh_0004", 1_790_000_003, "evt_0004", "batch.cancelled", "batch_0004",
        "RzX471anFp8PDrHo73USby+pRcbCD0P8gaLHqLDzoFc=")]
    [InlineData("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", "wh_0001", 1_790_000_000, "evt_0001",
        "batch.completed", "batch_0001", "yk2PCjLfa8NufZ0caGzm8h2GooLle8fltb9R57AR8/0=")]
    public void A_signature_equals_that_of_the_service(
        string secret, string id, long timestamp, string eventId, string type, string batchId, string signature)
    {
        var head = $$"""{"id":"{{eventId}}","object":"event","type":"{{type}}","created_at":{{timestamp}},""";
        var body = Encoding.UTF8.GetBytes($"{head}\"data\":{{\"id\":\"{batchId}\"}}}}");

        var written = WebhookSignature.Write([WebhookSignature.KeyOf(secret)!], id, timestamp, body);

        Assert.Equal("v1," + signature, written);
    }

    [Fact]
    public void A_body_with_line_breaks_is_signed_unchanged()
    {
        var body = Encoding.UTF8.GetBytes(
            "{ \"id\": \"evt_0003\",\n  \"object\": \"event\", \"type\": \"batch.expired\", " +
            "\"created_at\": 1790000002, \"data\": { \"id\": \"batch_ü✓\" } }\n");

        var written = WebhookSignature.Write([WebhookSignature.KeyOf(Secret)!], "wh_0003", 1_790_000_002, body);

        Assert.Equal(126, body.Length);
        Assert.Equal("v1,G6s8LaKl/hAf8TfVJ/Sl4z0be+UkhLfwfWV1WBBQtYA=", written);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("whsec_", false)]
    [InlineData("whsec_*", false)]
    [InlineData("whsec_AA==", true)]
    [InlineData("words", true)]
    public void A_secret_must_hold_a_key(string secret, bool isGood)
        => Assert.Equal(isGood, WebhookSignature.KeyOf(secret) is not null);
}
