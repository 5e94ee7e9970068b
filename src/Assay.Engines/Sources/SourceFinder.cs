using System.Collections.Immutable;
using Assays.Data;
using Assays.Drift.Baselines;
using Assays.Engines.DuckDb;

namespace Assays.Engines.Sources;

/// <summary>Finds the local files of a source: names a file, walks a folder, matches a glob, drains standard input, fetches a URL.</summary>
internal sealed class SourceFinder(DuckDbSession session, Func<Stream> standardInput, HttpClient web)
{
    /// <exception cref="InputException">There is nothing to read.</exception>
    public async Task<ImmutableArray<SourceFile>> FindAsync(Source source, CancellationToken cancellationToken) => source switch
    {
        Source.Files files => await FindAsync(files, cancellationToken),
        Source.StandardInput => [await DrainAsync(cancellationToken)],
        Source.Web page => [await FetchAsync(page.Address, cancellationToken)],
        _ => throw new InputException($"{source.Name} cannot be read."),
    };

    /// <summary>The files of a source as they are now.</summary>
    /// <exception cref="InputException">There are none.</exception>
    public static ImmutableArray<FileMark> MarksOf(Source.Files source)
    {
        var (root, paths) = Locate(source);
        return [.. paths.Select(path => (Path: Within(root, path), File: new FileInfo(path))).Select(static f => new FileMark(f.Path, f.File.Length, f.File.LastWriteTimeUtc))];
    }

    private async Task<ImmutableArray<SourceFile>> FindAsync(Source.Files source, CancellationToken cancellationToken)
    {
        var (root, paths) = Locate(source);
        var files = ImmutableArray.CreateBuilder<SourceFile>(paths.Length);
        foreach (var each in paths)
        {
            files.Add(await OpenAsync(each, each, cancellationToken) with { Partition = Partitions(root, each) });
        }

        return files.ToImmutable();
    }

    private static (string Root, string[] Paths) Locate(Source.Files source)
    {
        var (root, paths) = Find(source);
        return source.Only is { } only ? (root, [.. paths.Where(path => only.Contains(Within(root, path)))]) : (root, paths);
    }

    private static (string Root, string[] Paths) Find(Source.Files source)
    {
        // A file whose own name holds '::' is meant as it is.
        var path = source.Table is not null && File.Exists(source.Name) ? source.Name : source.Path;
        if (path.Contains('\0', StringComparison.Ordinal)) throw new InputException("The path holds a NUL character.");
        if (File.Exists(path)) return (path, [path]);
        if (Directory.Exists(path)) return (path, DataFiles(path));
        return FileGlob.IsGlob(path) ? FileGlob.Match(path) : throw new InputException($"There is no file or folder '{path}'.");
    }

    private static string Within(string root, string path) =>
        root == path ? Path.GetFileName(path) : Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/');

    private async Task<SourceFile> OpenAsync(string path, string name, CancellationToken cancellationToken)
    {
        try
        {
            var file = await SourceFile.OpenAsync(path, name, cancellationToken);
            return Unpacking.IsPacked(file) ? await Unpacking.UnpackAsync(file, session, cancellationToken) : file;
        }
        catch (UnauthorizedAccessException error)
        {
            throw new InputException($"'{name}' may not be read; check its permissions.", error);
        }
        catch (IOException error)
        {
            throw new InputException($"'{name}' cannot be read: {error.Message}", error);
        }
    }

    private static string[] DataFiles(string folder)
    {
        try
        {
            var all = Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden })
                .Where(static f => !Path.GetFileName(f).StartsWith('_') && !Path.GetFileName(f).StartsWith('.') && SourceCatalog.HasKnownExtension(f)
                    && !f.EndsWith(BaselineFile.Extension, StringComparison.OrdinalIgnoreCase))
                .Order(StringComparer.Ordinal)
                .ToArray();
            return all.Length > 0 ? all : throw new InputException(
                $"The folder '{folder}' holds no table. Known are: {string.Join(", ", SourceCatalog.All.Select(static r => r.Format))}.");
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            throw new InputException($"The folder '{folder}' cannot be read: {error.Message}", error);
        }
    }

    /// <summary>Folders below the root that are named <c>key=value</c>, as Hive and Spark name the parts of a table.</summary>
    private static ImmutableArray<KeyValuePair<string, string>> Partitions(string root, string path) =>
    [
        .. (Path.GetDirectoryName(Path.GetRelativePath(root, path)) ?? "")
            .Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries)
            .Select(static part => part.Split('=', 2))
            .Where(static pair => pair.Length == 2 && pair[0].Length > 0)
            .Select(static pair => KeyValuePair.Create(pair[0], Uri.UnescapeDataString(pair[1]))),
    ];

    private async Task<SourceFile> DrainAsync(CancellationToken cancellationToken)
    {
        var path = session.NewFile(".input");
        await using (var input = standardInput())
        await using (var copy = File.Create(path))
        {
            await input.CopyToAsync(copy, cancellationToken);
        }

        return await OpenAsync(path, "standard input", cancellationToken);
    }

    private async Task<SourceFile> FetchAsync(Uri address, CancellationToken cancellationToken)
    {
        var path = session.NewFile(".fetched");
        try
        {
            using var response = await web.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                throw new InputException($"{address} cannot be read: the server answers {(int)response.StatusCode} {response.ReasonPhrase}.");
            }

            await using var copy = File.Create(path);
            await response.Content.CopyToAsync(copy, cancellationToken);
        }
        catch (Exception error) when (error is HttpRequestException or IOException
            || error is OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new InputException($"{address} cannot be read: {error.Message}", error);
        }

        var name = Path.GetFileName(address.LocalPath);
        return await OpenAsync(path, name.Length > 0 ? name : address.Host, cancellationToken);
    }
}
