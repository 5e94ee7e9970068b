return await Assays.Cli.CommandLine.RunAsync(args);
