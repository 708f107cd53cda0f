namespace OpenAIImages;

/// <summary>Makes images with the OpenAI Images API.</summary>
public interface IImageClient
{
}
