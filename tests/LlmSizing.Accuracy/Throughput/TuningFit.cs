using System;
using System.Collections.Generic;
using System.Linq;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace LlmSizing.Accuracy;

/// <summary>
/// Finds the point whose predictions lie nearest to measurements: Levenberg and Marquardt's method on the logarithms of predicted over measured,
/// with Huber's weights, so that a wild case does not bend the rest, and deviations held near 0 (ridge).
/// </summary>
internal sealed class TuningFit
{
    private const double HuberWidth = 0.15;
    private const double TtftWeight = 0.7;
    private const double Ridge = 1;
    private const double ReleaseRidge = 1;
    private const double CommonRidge = 0.02;
    private const double Difference = 1e-4;
    private readonly TuningSpace space;
    private readonly IReadOnlyList<ThroughputCase> cases;
    private readonly double[] start;

    public TuningFit(TuningSpace space, IReadOnlyList<ThroughputCase> cases)
    {
        this.space = space;
        this.cases = cases;
        start = space.Start();
    }

    /// <summary>Fits from a point.</summary>
    public double[] From(double[] point, int rounds)
    {
        double damping = 1e-2;
        double[] best = [.. point];
        double loss = Loss(best);
        for (int round = 0; round < rounds && damping < 1e6; round++)
        {
            (Matrix<double> normal, Vector<double> gradient) = Normal(best);
            double before = loss;
            while (damping < 1e6)
            {
                Matrix<double> damped = normal.Clone();
                for (int i = 0; i < space.Size; i++)
                {
                    damped[i, i] += damping * Math.Max(normal[i, i], 1e-3);
                }
                Vector<double> step = damped.Cholesky().Solve(gradient);
                double[] next = [.. best.Select((value, i) => value - Math.Clamp(step[i], -1, 1))];
                double tried = Loss(next);
                if (tried < loss)
                {
                    (best, loss) = (next, tried);
                    damping = Math.Max(1e-6, damping / 5);
                    break;
                }
                damping *= 4;
            }
            if (before - loss < 1e-5 * before)
            {
                break;
            }
        }
        return best;
    }

    /// <summary>The logarithms of predicted over measured: TPOT, TTFT.</summary>
    public static (double Tpot, double Ttft) Residuals(ThroughputCase one, EngineTuning tuning)
    {
        SteadyState state = one.Predict(tuning);
        return (Math.Log(state.TpotSeconds * 1000 / one.Row.TpotMs), Math.Log(state.TtftSeconds * 1000 / one.Row.TtftMs));
    }

    private double Loss(double[] point)
    {
        Dictionary<(string, string, string), EngineTuning> tunings = Tunings(point);
        double[] losses = new double[cases.Count];
        System.Threading.Tasks.Parallel.For(0, cases.Count, i =>
        {
            (double tpot, double ttft) = Residuals(cases[i], tunings[(cases[i].Row.Engine, cases[i].Generation, cases[i].Row.Release)]);
            losses[i] = (Huber(tpot) + (TtftWeight * Huber(ttft)));
        });
        double sum = losses.Sum();
        for (int i = 0; i < space.Size; i++)
        {
            sum += space.IsRelease(i) ? ReleaseRidge * point[i] * point[i] : space.IsDeviation(i) ? Ridge * point[i] * point[i] : CommonRidge * (point[i] - start[i]) * (point[i] - start[i]);
        }
        return sum;
    }

    private Dictionary<(string, string, string), EngineTuning> Tunings(double[] point) =>
        cases.Select(one => (one.Row.Engine, one.Generation, one.Row.Release)).Distinct().ToDictionary(pair => pair, pair => space.Tuning(point, pair.Engine, pair.Generation, pair.Release));

    private (Matrix<double> Normal, Vector<double> Gradient) Normal(double[] point)
    {
        int size = space.Size;
        Dictionary<(string, string, string), EngineTuning> tunings = Tunings(point);
        var moved = new Dictionary<(string, string, string), EngineTuning>[size];
        for (int j = 0; j < size; j++)
        {
            double[] shifted = [.. point];
            shifted[j] += Difference;
            moved[j] = tunings.Keys.Where(pair => space.Moves(j, pair.Item1, pair.Item2, pair.Item3)).ToDictionary(pair => pair, pair => space.Tuning(shifted, pair.Item1, pair.Item2, pair.Item3));
        }
        var normal = new double[size, size];
        var gradient = new double[size];
        object gate = new();
        System.Threading.Tasks.Parallel.ForEach(System.Collections.Concurrent.Partitioner.Create(0, cases.Count), range =>
        {
            var n = new double[size, size];
            var g = new double[size];
            for (int i = range.Item1; i < range.Item2; i++)
            {
                ThroughputCase one = cases[i];
                (string, string, string) key = (one.Row.Engine, one.Generation, one.Row.Release);
                (double tpot, double ttft) = Residuals(one, tunings[key]);
                double a = HuberWeight(tpot), b = TtftWeight * HuberWeight(ttft);
                var js = new List<int>();
                var dt = new List<double>();
                var df = new List<double>();
                for (int j = 0; j < size; j++)
                {
                    if (moved[j].TryGetValue(key, out EngineTuning? tuning))
                    {
                        (double t2, double f2) = Residuals(one, tuning);
                        js.Add(j);
                        dt.Add((t2 - tpot) / Difference);
                        df.Add((f2 - ttft) / Difference);
                    }
                }
                for (int p = 0; p < js.Count; p++)
                {
                    g[js[p]] += (a * tpot * dt[p]) + (b * ttft * df[p]);
                    for (int q = 0; q <= p; q++)
                    {
                        n[js[p], js[q]] += (a * dt[p] * dt[q]) + (b * df[p] * df[q]);
                    }
                }
            }
            lock (gate)
            {
                for (int p = 0; p < size; p++)
                {
                    gradient[p] += g[p];
                    for (int q = 0; q <= p; q++)
                    {
                        normal[p, q] += n[p, q];
                    }
                }
            }
        });
        for (int p = 0; p < size; p++)
        {
            for (int q = 0; q < p; q++)
            {
                normal[q, p] = normal[p, q];
            }
            double ridge = space.IsRelease(p) ? ReleaseRidge : space.IsDeviation(p) ? Ridge : CommonRidge;
            normal[p, p] += 2 * ridge;
            gradient[p] += 2 * ridge * (space.IsDeviation(p) ? point[p] : point[p] - start[p]);
        }
        return (DenseMatrix.OfArray(normal), DenseVector.OfArray(gradient));
    }

    // Quadratic near 0, linear beyond (Huber 1964).
    private static double Huber(double error)
    {
        double size = Math.Abs(error);
        return size <= HuberWidth ? size * size / 2 : HuberWidth * (size - (HuberWidth / 2));
    }

    private static double HuberWeight(double error) => Math.Abs(error) <= HuberWidth ? 1 : HuberWidth / Math.Abs(error);
}
