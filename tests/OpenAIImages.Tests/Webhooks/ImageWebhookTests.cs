using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace OpenAIImages.Tests.Webhooks;

public sealed class ImageWebhookTests
{
    private const string Secret = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private const string PlainSecret = "plain-secret-for-tests";
    private const string SignatureOfA = "9tkzg59INuSQPu+I2Z52Aza2WyjKP97UV/Tc4J5oJe8=";

    private const string BodyOfA =
        """{"id":"evt_0001","object":"event","type":"batch.completed","created_at":1790000000""" +
        ""","data":{"id":"batch_0001"}}""";

    private const string BodyOfB =
        """{"id":"evt_0002","object":"event","type":"batch.failed","created_at":1790000001""" +
        ""","data":{"id":"batch_0002"}}""";

    private const string BodyOfC =
        "{ \"id\": \"evt_0003\",\n  \"object\": \"event\", \"type\": \"batch.expired\", \"created_at\": 1790000002, " +
        "\"data\": { \"id\": \"batch_ü✓\" } }\n";

    private const string BodyOfD =
        """{"id":"evt_0004","object":"event","type":"batch.cancelled","created_at":1790000003""" +
        ""","data":{"id":"batch_0004"}}""";

    /// <summary>Signatures that the official JavaScript library accepts.</summary>
    public static TheoryData<string, string, string, string, string, string> Vectors => new()
    {
        { Secret, "wh_0001", "1790000000", BodyOfA, SignatureOfA, "batch_0001" },
        { PlainSecret, "wh_0002", "1790000001", BodyOfB, "u0R7OkF2PcElFl5Z2Crygt3oT6fTuD6YPCB26coVvwQ=", "batch_0002" },
        { Secret, "wh_0003", "1790000002", BodyOfC, "G6s8LaKl/hAf8TfVJ/Sl4z0be+UkhLfwfWV1WBBQtYA=", "batch_ü✓" },
        { Secret, "wh_0004", "1790000003", BodyOfD, "RzX471anFp8PDrHo73USby+pRcbCD0P8gaLHqLDzoFc=", "batch_0004" },
        { Secret, "", "1790000000", BodyOfA, "xbWNWypsC9wXh6h0vYmAhLxwSo3QuYMk9MwfmXhMcE8=", "batch_0001" },
        {
            "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", "wh_0001", "1790000000", BodyOfA,
            "yk2PCjLfa8NufZ0caGzm8h2GooLle8fltb9R57AR8/0=", "batch_0001"
        },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void A_signature_of_the_service_is_accepted(
        string secret, string id, string timestamp, string body, string signature, string batch)
    {
        var webhook = Webhook(secret);
        var bytes = Encoding.UTF8.GetBytes(body);

        var happened = webhook.Verify(id, timestamp, $"v1,{signature}", bytes);

        Assert.Equal((batch, id), (happened.BatchId, happened.DeliveryId));
        Assert.Equal(happened.Created, webhook.Verify(id, timestamp, signature, bytes).Created);
        Assert.Equal(
            happened.Id, webhook.Verify(id, timestamp, $"v1,AAAA v1,{signature} v2,zzz", bytes).Id);
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void A_changed_body_or_id_or_time_is_refused(
        string secret, string id, string timestamp, string body, string signature, string batch)
    {
        var webhook = Webhook(secret);
        var bytes = Encoding.UTF8.GetBytes(body);
        var other = Encoding.UTF8.GetBytes(body.Replace(batch, "batch_9", StringComparison.Ordinal));

        AssertRefused(() => webhook.Verify(id, timestamp, $"v1,{signature}", [.. bytes, (byte)' ']));
        AssertRefused(() => webhook.Verify(id, timestamp, $"v1,{signature}", other));
        AssertRefused(() => webhook.Verify(id + "x", timestamp, $"v1,{signature}", bytes));
        AssertRefused(() => webhook.Verify(id, timestamp + " ", $"v1,{signature}", bytes));
        AssertRefused(() => Webhook("another secret").Verify(id, timestamp, $"v1,{signature}", bytes));

        static void AssertRefused(Action verify) => Assert.Equal(
            ImageWebhookProblem.InvalidSignature, Assert.Throws<ImageWebhookException>(verify).Problem);
    }

    [Fact]
    public void Each_member_of_an_event_is_read()
    {
        var happened = Webhook(Secret).Verify(
            "wh_0001", "1790000000", $"v1,{SignatureOfA}", Encoding.UTF8.GetBytes(BodyOfA));

        Assert.Equal(("evt_0001", ImageWebhookEventType.BatchCompleted), (happened.Id, happened.Type));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1790000000), happened.Created);
        Assert.Equal("batch_0001", happened.Data.GetProperty("id").GetString());
        Assert.Empty(happened.Extra);
    }

    [Fact]
    public void The_old_and_the_new_secret_are_accepted_while_one_is_exchanged()
    {
        var webhook = Webhook("whsec_c29tZSBvdGhlciBrZXk=", Secret);

        var happened = webhook.Verify(
            "wh_0001", "1790000000", $"v1,{SignatureOfA}", Encoding.UTF8.GetBytes(BodyOfA));

        Assert.Equal("evt_0001", happened.Id);
    }

    [Theory]
    [InlineData(300, null)]
    [InlineData(301, ImageWebhookProblem.TooOld)]
    [InlineData(-300, null)]
    [InlineData(-301, ImageWebhookProblem.TooNew)]
    public void A_delivery_may_be_five_minutes_old_or_early(int seconds, ImageWebhookProblem? problem)
    {
        var webhook = new ImageWebhook(Secret) { TimeProvider = ClockAt(1790000000 + seconds) };

        var fault = Record.Exception(() => webhook.Verify(
            "wh_0001", "1790000000", $"v1,{SignatureOfA}", Encoding.UTF8.GetBytes(BodyOfA)));

        Assert.Equal(problem, (fault as ImageWebhookException)?.Problem);
    }

    [Theory]
    [InlineData(null, "1790000000", "v1,x", ImageWebhookProblem.MissingHeader, "webhook-id")]
    [InlineData("wh_0001", null, "v1,x", ImageWebhookProblem.MissingHeader, "webhook-timestamp")]
    [InlineData("wh_0001", "1790000000", null, ImageWebhookProblem.MissingHeader, "webhook-signature")]
    [InlineData("wh_0001", "soon", "v1,x", ImageWebhookProblem.InvalidTimestamp, "webhook-timestamp")]
    [InlineData("wh_0001", "", "v1,x", ImageWebhookProblem.InvalidTimestamp, "webhook-timestamp")]
    [InlineData("wh_0001", "9999999999999999", "v1,x", ImageWebhookProblem.InvalidTimestamp, "webhook-timestamp")]
    [InlineData("wh_0001", "1790000000", "", ImageWebhookProblem.InvalidSignature, "secret")]
    [InlineData("wh_0001", "1790000000", "v1,not base64 v1,", ImageWebhookProblem.InvalidSignature, "secret")]
    public void A_delivery_with_a_missing_or_invalid_part_is_refused_by_its_name(
        string? id, string? timestamp, string? signature, ImageWebhookProblem problem, string named)
    {
        var refused = Assert.Throws<ImageWebhookException>(
            () => Webhook(Secret).Verify(id, timestamp, signature, Encoding.UTF8.GetBytes(BodyOfA)));

        Assert.Equal(problem, refused.Problem);
        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_case_of_header_names_does_not_matter()
    {
        var headers = new Dictionary<string, string>
        {
            ["Content-Type"] = "application/json",
            ["Webhook-Id"] = "wh_0001",
            ["WEBHOOK-TIMESTAMP"] = "1790000000",
            ["webhook-signature"] = $"v1,{SignatureOfA}",
        };

        Assert.Equal("evt_0001", Webhook(Secret).Verify(headers, Encoding.UTF8.GetBytes(BodyOfA)).Id);
        Assert.Equal(
            ImageWebhookProblem.TooOld,
            Assert.Throws<ImageWebhookException>(() => Verify("1000000000")).Problem);

        ImageWebhookEvent Verify(string time)
        {
            headers["WEBHOOK-TIMESTAMP"] = time;

            return ImageWebhook.Verify(headers, Encoding.UTF8.GetBytes(BodyOfA), Secret);
        }
    }

    [Theory]
    [InlineData("[]", "no JSON object")]
    [InlineData("{", "no JSON")]
    [InlineData("", "no JSON")]
    [InlineData("""{"id":"evt_1"}""", "type")]
    [InlineData("""{"type":"batch.failed","id":""}""", "id")]
    public void A_signed_body_that_is_not_an_event_is_refused(string body, string named)
    {
        var refused = Assert.Throws<ImageWebhookException>(() => VerifySigned(body));

        Assert.Equal(ImageWebhookProblem.InvalidBody, refused.Problem);
        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_event_of_an_unknown_kind_is_passed_on()
    {
        var happened = VerifySigned("""{"id":"evt_1","type":"video.completed","data":{"id":"v_1"},"more":[1]}""");

        Assert.Equal("video.completed", happened.Type.ToString());
        Assert.Null(happened.BatchId);
        Assert.Null(happened.Created);
        Assert.Equal(["more"], happened.Extra.Keys);
    }

    [Fact]
    public void Half_of_a_surrogate_pair_in_an_event_is_replaced()
    {
        var happened = VerifySigned("""{"id":"evt_1","type":"a\ud800","data":{"id":"v_1"},"\udc00":1}""");

        Assert.Equal("a\uFFFD", happened.Type.ToString());
        Assert.Equal(["\uFFFD"], happened.Extra.Keys);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("whsec_")]
    [InlineData("whsec_no base64!")]
    public void A_secret_that_cannot_be_used_is_refused_without_repeating_it(string wrong)
    {
        var refused = Assert.Throws<ArgumentException>("secret", () => new ImageWebhook(wrong));

        Assert.DoesNotContain("no base64!", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_arguments_are_refused()
    {
        Assert.Throws<ArgumentException>("secrets", () => new ImageWebhook());
        Assert.Throws<ArgumentNullException>("secrets", () => new ImageWebhook(null!));
        Assert.Throws<ArgumentNullException>("secret", () => ImageWebhook.Verify([], [], null!));
        Assert.Throws<ArgumentNullException>("headers", () => ImageWebhook.Verify(null!, [], Secret));
        Assert.Throws<ArgumentOutOfRangeException>(
            "Tolerance", () => new ImageWebhook(Secret) { Tolerance = TimeSpan.FromSeconds(-1) });
        Assert.Throws<ArgumentNullException>(
            "TimeProvider", () => new ImageWebhook(Secret) { TimeProvider = null! });
        Assert.Throws<ArgumentException>("id", () => new ImageWebhookEvent("", "batch.failed"));
        Assert.Throws<ArgumentException>("type", () => new ImageWebhookEvent("evt_1", default));
    }

    private static ImageWebhookEvent VerifySigned(string body)
    {
        using var hmac = new System.Security.Cryptography.HMACSHA256(Encoding.UTF8.GetBytes(PlainSecret));
        var signature = Convert.ToBase64String(hmac.ComputeHash(Encoding.UTF8.GetBytes($"wh_1.1790000000.{body}")));

        return Webhook(PlainSecret).Verify("wh_1", "1790000000", signature, Encoding.UTF8.GetBytes(body));
    }

    private static ImageWebhook Webhook(params string[] secrets)
        => new(secrets) { TimeProvider = ClockAt(1790000000) };

    private static FakeTimeProvider ClockAt(long seconds) => new(DateTimeOffset.FromUnixTimeSeconds(seconds));
}
