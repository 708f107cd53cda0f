namespace OpenAIImages.Many.Sidecars;

/// <summary>Removes the parts of a request that no file may keep.</summary>
internal static class SidecarRequest
{
    /// <summary>Returns a request whose links have neither a query nor a user: both may be secrets.</summary>
    public static ImageRequest WithoutSecrets(ImageRequest request) => request switch
    {
        EditImageRequest edit => edit with
        {
            Images = [.. edit.Images.Select(WithoutSecrets)],
            Mask = edit.Mask is { } mask ? WithoutSecrets(mask) : null,
            Markup = edit.Markup is { } markup ? WithoutSecrets(markup) : null,
        },
        CreateVariationRequest variation => variation with { Image = WithoutSecrets(variation.Image) },
        _ => request,
    };

    private static ImageInput WithoutSecrets(ImageInput input)
    {
        if (input.Reference is not { Field: "image_url" } reference
            || new Uri(reference.Value) is not { Scheme: "https" } link)
        {
            return input;
        }

        var plain = new UriBuilder(link) { Query = "", Fragment = "", UserName = "", Password = "" }.Uri;

        // The builder adds the default port to the original text of its link. A new link from the absolute text does
        // not.
        return ImageInput.FromLink(new Uri(plain.AbsoluteUri));
    }
}
