using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>Says which input moves an answer most and where a node is added, or how many nodes an uncertain load needs.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "LlmSensitivity")]
[OutputType(typeof(Sensitivity), typeof(NodeUncertainty))]
public sealed class MeasureLlmSensitivityCommand : PSCmdlet
{
    private readonly Dictionary<string, Distribution> distributions = [];

    /// <summary>Results of Invoke-LlmSizing.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [ScenarioResults]
    public ScenarioResult[] InputObject { get; set; } = [];

    /// <summary>Share by which each input changes, one at a time, 0.001 to 0.9.</summary>
    [Parameter]
    [Change]
    public decimal[] Change { get; set; } = [0.1m];

    /// <summary>Share by which every input may lie above or below its number, 0.001 to 0.9: draws in place of one input at a time.</summary>
    [Parameter]
    [Uncertainty]
    public decimal[]? Uncertainty { get; set; }

    /// <summary>How single inputs are spread: a table of their names and distributions such as lognormal(500,0.3).</summary>
    [Parameter]
    [ValidateNotNull]
    public System.Collections.IDictionary? Distribution { get; set; }

    /// <summary>Draws, 100 to 10^7.</summary>
    [Parameter]
    [Draws]
    public long[] Draws { get; set; } = [100_000];

    /// <summary>The seed of the draws, 0 to 10^9.</summary>
    [Parameter]
    [Seed]
    public long[] Seed { get; set; } = [1];

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        foreach (System.Collections.DictionaryEntry entry in Distribution ?? new System.Collections.Hashtable())
        {
            string name = LanguagePrimitives.ConvertTo<string>(entry.Key);
            if (distributions.Keys.Any(known => SizingInput.Find(known) is SizingInput input && input == SizingInput.Find(name)))
            {
                ThrowTerminatingError(Errors.InputGivenTwice(name));
            }
            try
            {
                distributions.Add(name, LlmSizing.Distribution.Parse(LanguagePrimitives.ConvertTo<string>(entry.Value), name));
            }
            catch (SizingException error)
            {
                ThrowTerminatingError(Errors.CannotSize(error, entry.Value));
            }
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (ScenarioResult result in InputObject)
        {
            try
            {
                Write(result);
            }
            catch (SizingException error)
            {
                WriteError(Errors.CannotSize(error, result));
            }
        }
    }

    private void Write(ScenarioResult result)
    {
        if (Uncertainty is null && Distribution is null)
        {
            foreach (decimal change in Change)
            {
                WriteObject(Sensitivity.Of(result, change), enumerateCollection: true);
            }
            return;
        }
        foreach (decimal? uncertainty in Uncertainty is null ? [null] : Array.ConvertAll(Uncertainty, share => (decimal?)share))
        {
            var request = new UncertainRequest(result, uncertainty, distributions);
            foreach (long draws in Draws)
            {
                foreach (long seed in Seed)
                {
                    Draw(request, draws, seed);
                }
            }
        }
    }

    private void Draw(UncertainRequest request, long draws, long seed)
    {
        try
        {
            WriteObject(request.Draw((int)draws, seed, () => Stopping));
        }
        catch (OperationCanceledException)
        {
            // The pipeline is being stopped: what was drawn so far is no answer.
            throw new PipelineStoppedException();
        }
    }
}
