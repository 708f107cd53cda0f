namespace OpenAIImages.Inputs;

/// <summary>An image that the service fetches itself.</summary>
/// <param name="Field">The name of the field: <c>image_url</c> or <c>file_id</c>.</param>
/// <param name="Value">The link or the file id.</param>
internal sealed record ImageReference(string Field, string Value);
