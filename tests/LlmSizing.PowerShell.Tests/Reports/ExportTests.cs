using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text;
using System.Threading.Tasks;
using Xunit;

namespace LlmSizing.Tests.Reports;

/// <summary>Export-SizingReport: a file, whole or not at all.</summary>
public sealed class ExportTests(Session session) : IClassFixture<Session>, IDisposable
{
    private const string Sizing = "Invoke-LlmSizing opt-oss-20b dgx-b200 profile_default -Concurrency 500 -EffectiveContext 65536 -KvPrecision fp8";

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("report.txt", "Text")]
    [InlineData("report.md", "Markdown")]
    [InlineData("report.markdown", "Markdown")]
    [InlineData("report.json", "Json")]
    [InlineData("report.csv", "Csv")]
    [InlineData("REPORT.MD", "Markdown")]
    [InlineData("a.b.json", "Json")]
    [InlineData("with spaces and ação.txt", "Text")]
    public void The_extension_chooses_the_format_and_the_file_is_what_Format_writes(string name, string format)
    {
        Assert.Empty(Export("-Path $args[0] -Culture pt-BR", folder.File(name)).Clean);
        Assert.Equal(session.Run($"{Sizing} | Format-SizingReport {format} -Culture pt-BR").Lines.Single(), File.ReadAllText(folder.File(name)));
        Assert.Equal([name], Names());
    }

    [Fact]
    public void The_seed_report_is_written_as_UTF8_without_a_mark_and_with_line_feeds()
    {
        _ = Export("$args[0] -Culture pt-BR", folder.File("r.txt")).Clean;
        byte[] bytes = File.ReadAllBytes(folder.File("r.txt"));
        Assert.NotEqual(0xEF, bytes[0]);
        Assert.DoesNotContain((byte)'\r', bytes);
        Assert.Equal(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Seed", "report.pt-BR.txt")).TrimEnd('\n'),
            new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimEnd('\n'));
    }

    [Fact]
    public void As_overrides_the_extension_and_is_needed_for_an_unknown_one()
    {
        _ = Export("$args[0] -As json", folder.File("r.txt")).Clean;
        Assert.StartsWith("{", File.ReadAllText(folder.File("r.txt")), StringComparison.Ordinal);
        _ = Export("$args[0] -As Csv", folder.File("r.tab")).Clean;

        foreach (string name in new[] { "r.docx", "r", "r." })
        {
            RunResult refused = Export("$args[0]", folder.File(name));
            Assert.StartsWith("FormatNotKnown,", refused.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Contains(name, refused.Message, StringComparison.Ordinal);
            Assert.Contains(".md", refused.Error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        }
        Assert.StartsWith("FormatNotFound,", Export("$args[0] -As Xml", folder.File("r.txt")).Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(["r.tab", "r.txt"], Names());
    }

    [Fact]
    public void PassThru_writes_the_file()
    {
        FileInfo file = Assert.IsType<FileInfo>(Export("$args[0] -PassThru", folder.File("r.md")).Clean.Single()!.BaseObject);
        Assert.Equal(folder.File("r.md"), file.FullName);
        Assert.True(file.Length > 0);
    }

    [Fact]
    public void An_existing_file_is_replaced_and_NoClobber_leaves_it_alone()
    {
        string path = folder.Write("r.md", "old");
        RunResult kept = Export("$args[0] -NoClobber", path);
        Assert.StartsWith("FileExists,", kept.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(path, kept.Message, StringComparison.Ordinal);
        Assert.Equal("old", File.ReadAllText(path));

        _ = Export("$args[0]", path).Clean;
        Assert.StartsWith("# ", File.ReadAllText(path), StringComparison.Ordinal);
        _ = Export("$args[0] -NoClobber", folder.File("new.md")).Clean;
        Assert.Equal(["new.md", "r.md"], Names());
    }

    [Fact]
    public void A_read_only_file_is_replaced_with_Force_only()
    {
        string path = folder.Write("r.md", "old");
        File.SetAttributes(path, FileAttributes.ReadOnly);
        RunResult kept = Export("$args[0]", path);
        Assert.StartsWith("FileIsReadOnly,", kept.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-Force", kept.Error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal("old", File.ReadAllText(path));
        Assert.True(File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly));

        _ = Export("$args[0] -Force", path).Clean;
        Assert.StartsWith("# ", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.True(File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly));
        Assert.Equal(["r.md"], Names());
    }

    [Fact]
    public void WhatIf_writes_nothing_and_names_the_file()
    {
        string path = folder.Write("old.md", "old");
        using var own = new Session();
        Assert.Empty(own.Run($"{Sizing} | Export-SizingReport $args[0] -WhatIf -PassThru; {Sizing} | Export-SizingReport $args[1] -WhatIf -Force", path, folder.File("new.md")).Clean);
        Assert.Contains(path, own.Host.Shown, StringComparison.Ordinal);
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal(["old.md"], Names());
    }

    [Fact]
    public void Confirm_is_asked_of_the_host()
    {
        // The host of these tests cannot be asked: that it was asked is the error.
        RunResult run = Export("$args[0] -Confirm", folder.File("r.md"));
        Assert.Single(run.Errors);
        Assert.Empty(Names());
    }

    [Theory]
    [InlineData("r[1].md")]
    [InlineData("[abc].md")]
    [InlineData("a*b?.md")]
    [InlineData("back`tick.md")]
    [InlineData("[.md")]
    public void LiteralPath_takes_a_name_as_it_stands(string name)
    {
        _ = Export("-LiteralPath $args[0]", folder.File(name)).Clean;
        Assert.Equal([name], Names());
        _ = session.Run($"$item = [pscustomobject]@{{ PSPath = $args[0] }}; {Sizing} | Export-SizingReport -PSPath $item.PSPath -Force", folder.File(name)).Clean;
    }

    [Fact]
    public void A_wildcard_names_one_existing_file_or_is_refused()
    {
        string path = folder.Write("r1.md", "old");
        _ = Export("$args[0]", folder.File("r[0-9].md")).Clean;
        Assert.StartsWith("# ", File.ReadAllText(path), StringComparison.Ordinal);

        folder.Write("r2.md", "old");
        foreach (string pattern in new[] { "r*.md", "x*.md", "x[1].md" })
        {
            RunResult refused = Export("$args[0]", folder.File(pattern));
            Assert.StartsWith("PathNotUsable,", refused.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Contains(pattern, refused.Message, StringComparison.Ordinal);
        }
        _ = Export("$args[0]", folder.File("x`[1`].md")).Clean;
        Assert.Equal(["r1.md", "r2.md", "x[1].md"], Names());
    }

    [Fact]
    public void A_relative_path_follows_Set_Location_and_drives_of_PowerShell_are_followed()
    {
        Directory.CreateDirectory(folder.File("sub"));
        using var own = new Session();
        _ = own.Run($"$null = $ExecutionContext.SessionState.Path.SetLocation($args[0]); {Sizing} | Export-SizingReport sub/a.md; {Sizing} | Export-SizingReport ./b.md", folder.Path).Clean;
        _ = own.Run(
            $$"""
            $drive = [System.Management.Automation.PSDriveInfo]::new('plans', $ExecutionContext.SessionState.Provider.GetOne('FileSystem'), $args[0], '', $null)
            $null = $ExecutionContext.SessionState.Drive.New($drive, 'global')
            {{Sizing}} | Export-SizingReport plans:/c.md
            {{Sizing}} | Export-SizingReport Microsoft.PowerShell.Core\FileSystem::$($args[0])/d.md
            """,
            folder.File("sub")).Clean;
        Assert.Equal(["a.md", "c.md", "d.md"], Directory.GetFiles(folder.File("sub")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
        Assert.Equal(["b.md"], Names());
    }

    [Theory]
    [InlineData("missing/r.md", "FileNotWritten")]
    [InlineData("file.md/r.md", "FileNotWritten")]
    [InlineData("folder.md", "PathNotUsable")]
    [InlineData("nul\0.md", "PathNotUsable")]
    public void A_path_that_cannot_be_written_is_one_error_that_names_it_and_nothing_changes(string name, string id)
    {
        folder.Write("file.md", "old");
        Directory.CreateDirectory(folder.File("folder.md"));
        RunResult run = Export("$args[0] -Force", folder.Path + "/" + name);
        Assert.Equal(id + ",LlmSizing.Commands.ExportSizingReportCommand", run.Error.FullyQualifiedErrorId);
        Assert.Contains(name.Split('\0')[0], run.Message, StringComparison.Ordinal);
        Assert.Equal("old", File.ReadAllText(folder.File("file.md")));
        Assert.Equal(["file.md"], Names());
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.File("folder.md")));
    }

    [Fact]
    public void A_drive_that_is_not_there_and_a_provider_without_files_are_refused()
    {
        RunResult noDrive = Export("$args[0]", "nosuchdrive:/r.md");
        Assert.Contains("nosuchdrive", noDrive.Message, StringComparison.Ordinal);
        RunResult noFiles = Export("$args[0]", "Variable:/r.md");
        Assert.StartsWith("PathNotUsable,", noFiles.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Variable", noFiles.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_folder_that_refuses_new_files_is_one_error_and_keeps_what_it_has()
    {
        Skip.If(Environment.UserName == "root", "Folders refuse nothing to this user.");
        Skip.If(OperatingSystem.IsWindows(), "Folders have no mode here.");
        if (OperatingSystem.IsWindows())
        {
            return;
        }
        string path = folder.Write("locked/r.md", "old");
        var locked = new DirectoryInfo(folder.File("locked")) { UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserExecute };
        try
        {
            Assert.StartsWith("FileNotWritten,", Export("$args[0] -Force", path).Error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Equal("old", File.ReadAllText(path));
        }
        finally
        {
            locked.UnixFileMode |= UnixFileMode.UserWrite;
        }
    }

    [SkippableFact]
    public void A_file_system_that_refuses_new_files_is_one_error()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "There is no /proc.");
        RunResult run = Export("$args[0]", "/proc/r.md");
        Assert.StartsWith("FileNotWritten,", run.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("/proc/r.md", run.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_that_breaks_off_leaves_the_old_file_and_nothing_else()
    {
        string path = folder.Write("r.md", "old");
        RunResult run = session.Run($"{Sizing} | ForEach-Object {{ $_; throw 'broken off' }} | Export-SizingReport $args[0]", path);
        Assert.Equal("broken off", run.Message);
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal(["r.md"], Names());
    }

    [Fact]
    public void Without_results_no_file_is_written_or_changed()
    {
        string path = folder.Write("r.md", "old");
        Assert.Empty(session.Run("@() | Export-SizingReport $args[0]; @() | Export-SizingReport $args[1] -PassThru", path, folder.File("new.md")).Clean);
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal(["r.md"], Names());
    }

    [Fact]
    public void Eight_exports_to_one_file_at_once_leave_one_whole_file()
    {
        string path = folder.File("r.txt");
        Session[] sessions = [.. Enumerable.Range(0, 8).Select(_ => new Session())];
        RunResult[] runs = new RunResult[sessions.Length];
        Parallel.For(0, sessions.Length, new ParallelOptions { MaxDegreeOfParallelism = sessions.Length }, i =>
            runs[i] = sessions[i].Run($"$r = {Sizing}; foreach ($n in 1..20) {{ $r | Export-SizingReport $args[0] -Culture pt-BR }}", path));
        Assert.All(runs, run => Assert.Empty(run.Clean));
        Assert.Equal(session.Run(Sizing + " | Format-SizingReport -Culture pt-BR").Lines.Single(), File.ReadAllText(path));
        Assert.Equal(["r.txt"], Names());
        Array.ForEach(sessions, own => own.Dispose());
    }

    private RunResult Export(string arguments, string path) => session.Run($"{Sizing} | Export-SizingReport {arguments}", path);

    private string[] Names() => [.. Directory.GetFiles(folder.Path).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
}
