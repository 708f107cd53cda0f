using System.Text;

namespace OpenAIImages.Tests.Support;

/// <summary>Writes the lines of a batch's results.</summary>
internal static class ResultLines
{
    private const string Usage =
        """{"input_tokens":12,"input_tokens_details":{"text_tokens":12,"image_tokens":0},"output_tokens":196""" +
        ""","output_tokens_details":{"text_tokens":0,"image_tokens":196},"total_tokens":208}""";

    public static string Body(params byte[][] pictures)
    {
        var images = string.Join(',', pictures.Select(
            picture => $$"""{"b64_json":"{{Convert.ToBase64String(picture)}}"}"""));

        return $$"""{"created":1790000000,"data":[{{images}}],"output_format":""" +
            $$""" "png","size":"1024x1024","usage":{{Usage}}}""";
    }

    public static string Done(string id, params byte[][] pictures)
        => Line(id, $$"""{"status_code":200,"request_id":"req_{{id}}","body":{{Body(pictures)}}}""", "null");

    public static string Refused(string id, int status, string error)
        => Line(id, $$"""{"status_code":{{status}},"request_id":"req_{{id}}","body":{"error":{{error}} } }""", "null");

    public static string NotMade(string id, string code)
        => Line(id, "null", $$"""{"code":"{{code}}","message":"Too late."}""");

    public static byte[] File(params string[] lines) => Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n");

    private static string Line(string id, string response, string error)
        => $$"""{"id":"batch_req_{{id}}","custom_id":"{{id}}","response":{{response}},"error":{{error}}}""";
}
