using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>Fits an engine on a GPU generation to benchmark runs: the two factors that TPOT and TTFT determine, of a decode step and of a prompt; all else stays as it is.</summary>
/// <remarks>
/// Least squares of the logarithms of predicted over measured (Levenberg 1944, Marquardt 1963), so that twice and half weigh the same. A weak pull to the factors so far
/// keeps one that no run determines.
/// </remarks>
public static class BenchmarkTuning
{
    private const double Pull = 0.01;
    private const double Farthest = 2.07944;

    /// <summary>The tuning that the runs show.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="runs">Runs of one engine on one GPU generation, each as it was served and one prediction each.</param>
    /// <param name="release">The engine's release that was measured, or null for any.</param>
    /// <exception cref="SizingException">Nothing can be fitted: no time was measured, one beats the datasheet, or all are further off than a factor of 8.</exception>
    public static Tuning Of(string name, IReadOnlyList<BenchmarkPrediction> runs, string? release)
    {
        BenchmarkPrediction first = runs.Count > 0 ? runs[0] : throw Refused("There is no run.");
        string generation = GpuGeneration.Of(first.Plan.Node.Server.Gpu) ?? throw Refused($"The GPU generation of '{first.Plan.Node.Server.Name}' is not known, so that a calibration would count for every GPU.");
        if (first.Plan.Node.Deployment.Engine.Name == "ideal")
        {
            throw Refused("The engine 'ideal' is the datasheet: there is nothing to calibrate.");
        }
        if (runs.Select(run => run.Run).Distinct().Count() < runs.Count)
        {
            throw Refused("A run was made on one placement, precision and quantization: give one of each.");
        }
        Observation[] seen = runs.SelectMany(Observation.Of).ToArray();
        if (seen.Length == 0)
        {
            throw Refused("No run states TTFT or TPOT.");
        }
        (double decode, double prefill) = Fit(seen);
        KeyValuePair<TuningConstant, double>[] constants = Factors(Math.Round(decode, 4), Math.Round(prefill, 4));
        TuningCase[] cases = runs.GroupBy(run => (Model: run.Plan.Node.Model.Name, run.Plan.Node.Server.Gpu)).Select(group => Case(group.Key.Model, group.Key.Gpu!, group.ToArray(), seen, decode, prefill)).ToArray();
        string tools = string.Join(", ", runs.Select(run => run.Run.Tool).Distinct());
        var info = new EntryInfo(name, references: [$"{NumberText.Plain(runs.Count)} runs of {tools} on {string.Join(", ", runs.Select(run => run.Plan.Node.Server.Name).Distinct())}"]);
        return new Tuning(info, first.Plan.Node.Deployment.Engine.Name, generation, release, constants, cases);
    }

    private static TuningCase Case(string model, string gpu, BenchmarkPrediction[] own, Observation[] all, double decode, double prefill)
    {
        Observation[] kept = all.Where(one => !own.Contains(one.Prediction)).ToArray();
        Observation[] inside = all.Where(one => own.Contains(one.Prediction)).ToArray();
        (double Decode, double Prefill)? others = kept.Length == 0 ? null : Fit(kept);
        return new TuningCase(model, gpu, own.Length, Error(inside, true, (decode, prefill)), Error(inside, false, (decode, prefill)), Error(inside, true, others), Error(inside, false, others));
    }

    private static decimal? Error(Observation[] seen, bool isDecode, (double Decode, double Prefill)? factors)
    {
        double[] errors = factors is not (double decode, double prefill)
            ? []
            : seen.Where(one => one.IsDecode == isDecode).Select(one => Math.Abs(Math.Exp(one.Residual(decode, prefill)) - 1) * 100).OrderBy(error => error).ToArray();
        return errors.Length == 0 ? null : decimal.Round((decimal)((errors[(errors.Length - 1) / 2] + errors[errors.Length / 2]) / 2), 1);
    }

    private static (double Decode, double Prefill) Fit(Observation[] seen)
    {
        EngineTuning start = seen[0].Prediction.Plan.Choice.Tuning;
        double[] from = [Math.Log(start[TuningConstants.Decode]), Math.Log(start[TuningConstants.Prefill])];
        double[] at = [.. from];
        double[] residuals = Residuals(seen, from, at);
        for (double damping = 1e-3; damping < 1e9;)
        {
            double[] next = Step(seen, from, at, residuals, damping);
            double[] then = Residuals(seen, from, next);
            double gain = residuals.Sum(one => one * one) - then.Sum(one => one * one);
            damping *= gain > 0 ? 0.1 : 10;
            if (gain > 0)
            {
                (at, residuals) = (next, then);
            }
            if (Math.Abs(gain) < 1e-12)
            {
                break;
            }
        }
        return at.All(one => Math.Abs(one) < Farthest)
            ? (Math.Exp(at[0]), Math.Exp(at[1]))
            : throw Refused("The runs are more than a factor of 8 from the prediction: look at the server, the placement and the quantization.");
    }

    private static double[] Step(Observation[] seen, double[] from, double[] at, double[] residuals, double damping)
    {
        const double Small = 1e-5;
        double[] byDecode = Slope([at[0] + Small, at[1]]);
        double[] byPrefill = Slope([at[0], at[1] + Small]);
        double aa = Dot(byDecode, byDecode) * (1 + damping);
        double bb = Dot(byPrefill, byPrefill) * (1 + damping);
        double ab = Dot(byDecode, byPrefill);
        double a = Dot(byDecode, residuals);
        double b = Dot(byPrefill, residuals);
        double scale = (aa * bb) - (ab * ab);
        return [Within(at[0] - (((bb * a) - (ab * b)) / scale)), Within(at[1] - (((aa * b) - (ab * a)) / scale))];

        double[] Slope(double[] moved) => Residuals(seen, from, moved).Zip(residuals, (there, here) => (there - here) / Small).ToArray();
    }

    private static double[] Residuals(Observation[] seen, double[] from, double[] at) =>
        [.. seen.Select(one => one.Residual(Math.Exp(at[0]), Math.Exp(at[1]))), Pull * (at[0] - from[0]), Pull * (at[1] - from[1])];

    private static double Dot(double[] left, double[] right) => left.Zip(right, (one, other) => one * other).Sum();

    private static double Within(double logarithm) => Math.Max(-Farthest, Math.Min(Farthest, logarithm));

    private static KeyValuePair<TuningConstant, double>[] Factors(double decode, double prefill) => [new(TuningConstants.Decode, decode), new(TuningConstants.Prefill, prefill)];

    private static SizingException Refused(string message) => new("BenchmarkRun", message);

    /// <summary>One time that a run states.</summary>
    private sealed class Observation
    {
        private readonly double measured;

        private Observation(BenchmarkPrediction prediction, bool isDecode, double measured)
        {
            Prediction = prediction;
            IsDecode = isDecode;
            this.measured = measured;
        }

        public BenchmarkPrediction Prediction { get; }

        public bool IsDecode { get; }

        public static IEnumerable<Observation> Of(BenchmarkPrediction prediction)
        {
            SteadyState best = prediction.By(EngineTuning.Ideal);
            foreach ((bool isDecode, double? milliseconds, double least) in new[] { (true, prediction.Run.Tpot.Typical, best.TpotSeconds), (false, prediction.Run.Ttft.Typical, best.TtftSeconds) })
            {
                if (milliseconds is double measured and > 0)
                {
                    yield return measured >= least * 1000
                        ? new Observation(prediction, isDecode, measured / 1000)
                        : throw Refused($"A {(isDecode ? "TPOT" : "TTFT")} of {Shown(measured)} ms is below the {Shown(least * 1000)} ms of the datasheet: "
                            + "look at the server, the placement and the quantization, and whether drafts or a prefix cache helped.");
                }
            }
        }

        /// <summary>The logarithm of predicted over measured.</summary>
        public double Residual(double decode, double prefill)
        {
            SteadyState state = Prediction.By(Prediction.Plan.Choice.Tuning.With(Factors(decode, prefill)));
            return Math.Log((IsDecode ? state.TpotSeconds : state.TtftSeconds) / measured);
        }

        private static string Shown(double milliseconds) => NumberText.AsWritten(decimal.Round((decimal)milliseconds, 2));
    }
}
