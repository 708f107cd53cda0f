// Fetches one picture from the address given, and prints its length and the peak of memory, both in bytes. The suite
// measures the time from the start of the process to that line.
using System.Globalization;
using OpenAIImages.Benchmarks;
using OpenAIImages.ColdStart;

var length = await FirstPicture.FetchAsync(new Uri(args[0]));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{length} {PeakMemory.InBytes()}"));
