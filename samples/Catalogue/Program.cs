// Makes a picture of each product in a CSV file; a new run resumes an old one.   dotnet run --project samples/Catalogue
// With OPENAI_API_KEY it uses the service; without it, an emulator in this process draws offline.
//   -- --estimate      prints the estimated cost; sends nothing
//   -- --limit 20      the first twenty products
//   -- --budget 5      sends no call that may exceed the rest of five dollars
//   -- --help          everything else
// Read CatalogueCommand.cs, the whole program, first. Then read CatalogueRun.cs for GenerateManyAsync, EarlierRuns.cs
// for the journal, and ProductFile.cs for the CSV.
using System.Globalization;
using Catalogue;
using Spectre.Console.Cli;

var program = new CommandApp<CatalogueCommand>();
program.Configure(configuration =>
{
    configuration.SetApplicationName("catalogue");
    configuration.Settings.Culture = CultureInfo.InvariantCulture;
});

return await program.RunAsync(args);
