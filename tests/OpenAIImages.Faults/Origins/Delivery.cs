namespace OpenAIImages.Faults.Origins;

/// <summary>The form in which a reply brings its pictures.</summary>
internal enum Delivery
{
    Base64,
    Events,
    Links,
}
