using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace LlmSizing.Accuracy;

/// <summary>Predicts a case with the libraries.</summary>
internal sealed class CaseRunner(Catalog catalog)
{
    public CaseResult Run(string line, int number)
    {
        CaseFields fields;
        try
        {
            fields = new CaseFields(JsonDocument.Parse(line).RootElement.Clone());
        }
        catch (JsonException error)
        {
            return new CaseResult(new CaseInfo($"line {number}", "?", null, "?", null, null), null, $"no JSON: {error.Message}", [], null, null, false);
        }
        EngineLog log = CaseLog.Of(fields);
        string modelText = fields.Text("model") ?? log.Setting("architecture") ?? "";
        var info = new CaseInfo(fields.Text("id") ?? $"line {number}", log.Engine ?? "?", fields.Text("engine_version"), modelText, fields.Text("test_class"), fields.Text("notes"));
        ModelMatch? match = ModelSearch.Find(modelText, catalog.Models);
        if (match is null)
        {
            return new CaseResult(info, null, $"unresolved: no model of the catalog is '{modelText}'", Unpredicted(log, info), null, null, false);
        }
        if (log.Engine is null || EngineList.Find(log.Engine) is not Engine engine)
        {
            return new CaseResult(info, match, $"no engine '{fields.Text("engine")}'", Unpredicted(log, info), null, null, false);
        }
        return Predict(info, log, engine, match, fields);
    }

    private CaseResult Predict(CaseInfo info, EngineLog log, Engine engine, ModelMatch match, CaseFields fields)
    {
        try
        {
            Server? server = CaseGpu.Find(fields.Text("gpu", "type"), catalog.Servers);
            long? gpuBytes = server is null ? null : GpuMemory.Of(server);
            LogRun run = LogRun.From(log, engine, LogModel.Of(match, log), Calibration.Resolve(catalog.Calibrations, engine, LogRun.VersionOf(log) ?? engine.NewestVersion, null), gpuBytes, fields.Text("gpu", "type"));
            return new CaseResult(info, match, null, LogComparison.Of(log, run), KvEvidence.Of(log, run), Fits(run), run.StatesGpuMemory);
        }
        catch (SizingException error)
        {
            return new CaseResult(info, match, error.Message, Unpredicted(log, info), null, null, false);
        }
    }

    private static bool? Fits(LogRun run)
    {
        try
        {
            return run.Predict().Fits;
        }
        catch (SizingException)
        {
            // The reason stands in the rows.
            return null;
        }
    }

    private static IReadOnlyList<LogComparison> Unpredicted(EngineLog log, CaseInfo info) => LogComparison.Unpredicted(log, info.Engine, info.ModelText);
}
