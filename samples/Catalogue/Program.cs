// Makes a picture of each product of a CSV file, and goes on where it stopped.   dotnet run --project samples/Catalogue
// With OPENAI_API_KEY it uses the service; without, it draws offline, by the emulator, in its own process.
//   -- --estimate      what it will cost; nothing is sent
//   -- --limit 20      the first twenty products
//   -- --budget 5      no call is sent that may not fit into what is left of five dollars
//   -- --help          everything else
// Read first CatalogueCommand.cs, the whole way; then CatalogueRun.cs for GenerateManyAsync, EarlierRuns.cs for what
// the journal knows, and ProductFile.cs for the CSV.
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
