using System.Globalization;

namespace LlmSizing.Benchmarks;

/// <summary>The formulas as people write them in script: an advanced function, called for each combination, that writes the three scenarios.</summary>
internal static class ScriptSizing
{
    public const string Definition = """
        function Get-ScriptSizing {
            [CmdletBinding()]
            param(
                [Parameter(Mandatory)] $Model,
                [Parameter(Mandatory)] $Server,
                [Parameter(Mandatory)] [ValidateRange(1, 1000000000)] [long] $Concurrency,
                [Parameter(Mandatory)] [ValidateRange(1, 1000000000)] [long] $EffectiveContext,
                [ValidateRange(0, 1)] [decimal] $KvBudgetRatio = 0.7,
                [ValidateRange(0, 10)] [decimal] $PeakHeadroomRatio = 0.2
            )
            process {
                $context = [Math]::Min($EffectiveContext, $Model.MaxPositionEmbeddings)
                $session = 0L
                foreach ($group in $Model.Layers) {
                    $tokens = if ($group.SlidingWindow) { [Math]::Min($context, $group.SlidingWindow) } else { $context }
                    $session += 2 * $tokens * $group.KeyValueHeads * $group.HeadDim * $Model.DefaultKvPrecision.BytesPerElement * $group.Count
                }
                $hbm = [decimal]$Server.TotalHbmGb * 1000000000 / 1GB
                $overhead = 15 * $Server.Gpus
                foreach ($name in 'minimum', 'recommended', 'ideal') {
                    $headroom = switch ($name) { 'minimum' { 0 } 'recommended' { $PeakHeadroomRatio } 'ideal' { [Math]::Max($PeakHeadroomRatio, 0.30d) } }
                    $ratio = if ($name -eq 'ideal') { [Math]::Min($KvBudgetRatio, 0.65d) } else { $KvBudgetRatio }
                    $extra = switch ($name) { 'minimum' { 0 } 'recommended' { 1 } 'ideal' { 2 } }
                    $budget = [Math]::Max(0d, ($hbm - $overhead) * $ratio)
                    $sessions = [Math]::Floor($budget * 1GB / $session)
                    $nodes = if ($sessions) { [Math]::Ceiling($Concurrency / $sessions) }
                    $withHeadroom = if ($sessions) { [Math]::Ceiling($Concurrency * (1 + $headroom) / $sessions) }
                    [pscustomobject]@{
                        Model = $Model.Name; Server = $Server.Name; Scenario = $name; Concurrency = $Concurrency; EffectiveContext = $context
                        KvPerSessionGib = $session / 1GB; KvTotalGib = $session * $Concurrency / 1GB; HbmTotalGib = $hbm; KvBudgetGib = $budget
                        SessionsPerNode = $sessions; NodesCapacity = $nodes; NodesWithHeadroom = $withHeadroom
                        NodesFinal = if ($sessions) { $withHeadroom + $extra }; Feasible = [bool]$sessions
                    }
                }
            }
        }
        """;

    public static string Call(int calls) => string.Format(
        CultureInfo.InvariantCulture,
        "foreach ($context in 1..{0}) {{ Get-ScriptSizing -Model $model -Server $server -Concurrency 500 -EffectiveContext $context }}",
        calls);
}
