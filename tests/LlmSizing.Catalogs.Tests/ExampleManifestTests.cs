using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using YamlDotNet.RepresentationModel;
using Xunit;

namespace LlmSizing.Catalogs.Tests;

/// <summary>The manifests of docs/examples that no reader of this module reads.</summary>
public class ExampleManifestTests
{
    private const string Shell = "/bin/sh";

    [Fact]
    public void The_indexed_job_parses_and_has_as_many_pods_as_parts()
    {
        YamlNode job = Job();
        YamlNode container = job["spec"]["template"]["spec"]["containers"][0];

        Assert.Equal("batch/v1 Job Indexed", $"{job["apiVersion"]} {job["kind"]} {job["spec"]["completionMode"]}");
        Assert.Equal(job["spec"]["completions"].ToString(), container["env"][0]["value"].ToString());
        Assert.Equal("Never", job["spec"]["template"]["spec"]["restartPolicy"].ToString());
        string command = container["args"][0].ToString();
        Assert.DoesNotContain('\n', command);
        Assert.Contains("-Shard \"$((JOB_COMPLETION_INDEX + 1))/$PARTS\"", command, StringComparison.Ordinal);
        Assert.Equal(
            job["spec"]["template"]["spec"]["volumes"][0]["name"].ToString(),
            container["volumeMounts"][0]["name"].ToString());
    }

    [SkippableFact]
    public void The_shell_parses_the_slurm_array() =>
        Assert.Equal("", Complaints(File.ReadAllText(RepositoryRoot.PathOf("docs", "examples", "sweep.sbatch"))));

    [SkippableFact]
    public void The_shell_parses_the_command_of_the_job() =>
        Assert.Equal("", Complaints(Job()["spec"]["template"]["spec"]["containers"][0]["args"][0].ToString()));

    private static YamlNode Job()
    {
        var stream = new YamlStream();
        using StreamReader reader = File.OpenText(RepositoryRoot.PathOf("docs", "examples", "sweep-job.yaml"));
        stream.Load(reader);
        return stream.Documents.Single().RootNode;
    }

    // sh -n reads and runs nothing.
    private static string Complaints(string script)
    {
        Skip.IfNot(File.Exists(Shell), "There is no " + Shell);
        using Process shell = Process.Start(new ProcessStartInfo(Shell, "-n") { RedirectStandardInput = true, RedirectStandardError = true })!;
        shell.StandardInput.Write(script);
        shell.StandardInput.Close();
        string complaints = shell.StandardError.ReadToEnd();
        shell.WaitForExit();
        return shell.ExitCode == 0 ? complaints : $"{shell.ExitCode}: {complaints}";
    }
}
