#requires -Version 5.1
#requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }
# Times of a placed model in pwsh: curves, files, what bounds them, other processes.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../../out/LlmSizing/LlmSizing.psd1') -Force
    $manifest = (Get-Module LlmSizing).ModuleBase
    $asked = @{ Model = 'qwen3-32b'; Server = 'hgx-h100-8'; TensorParallel = 2; InputTokens = 2000; OutputTokens = 500 }
}

Describe 'Get-LlmPerformance' {
    It 'trades latency for throughput along the batch' {
        $curve = Get-LlmPerformance @asked -Concurrency 1, 8, 64
        $curve.Concurrency | Should -Be 1, 8, 64
        for ($i = 1; $i -lt 3; $i++) {
            $curve[$i].TpotMs | Should -BeGreaterThan $curve[$i - 1].TpotMs
            $curve[$i].TtftMs | Should -BeGreaterThan $curve[$i - 1].TtftMs
            $curve[$i].TokensPerSecondPerGpu | Should -BeGreaterThan $curve[$i - 1].TokensPerSecondPerGpu
        }
    }

    It 'is never faster than the datasheet with <_>' -ForEach 'vllm', 'sglang', 'tensorrt-llm' {
        foreach ($found in Get-LlmPerformance @asked -Concurrency 1, 16, 256 -Engine $_) {
            $found.TpotMs | Should -BeGreaterOrEqual $found.IdealTpotMs
            $found.TtftMs | Should -BeGreaterOrEqual $found.IdealTtftMs
        }
    }

    It 'says how sure it is and why' {
        $found = Get-LlmPerformance @asked -Concurrency 16 -Engine tensorrt-llm
        $found.Confidence | Should -Be 'calibrated'
        $found.TpotErrorPercent | Should -BeGreaterThan 0
        $found.Rationale.Interpretation | Should -Match 'was measured with tensorrt-llm'
        $found.Rationale.Formula | Should -Not -BeNullOrEmpty
    }

    It 'adds its parts up to the step' {
        $step = (Get-LlmPerformance @asked -Concurrency 16).Breakdown
        $sum = ($step.Components | Measure-Object -Property Seconds -Sum).Sum
        [Math]::Abs($sum / $step.Seconds - 1) | Should -BeLessThan 1e-9
    }

    It 'reads a file of requirements' {
        $path = Join-Path $TestDrive 'loads.csv'
        Set-Content -Path $path -Value 'model,server,tensor_parallel,input_tokens,output_tokens,concurrency', 'qwen3-32b,hgx-h100-8,2,2000,500,16', 'qwen3-32b,hgx-h100-8,4,2000,500,16'
        $rows = Import-Csv $path | Get-LlmPerformance
        $rows.Placement | Should -Be 'tp2', 'tp4'
        $rows[1].TpotMs | Should -BeLessThan $rows[0].TpotMs
    }

    It 'goes on after a bad record' {
        $rows = 'qwen3-32b', 'no-such-model', 'llama-3.1-8b' |
            Get-LlmPerformance -Server hgx-h100-8 -TensorParallel 2 -InputTokens 1000 -OutputTokens 100 -Concurrency 4 -ErrorVariable problems -ErrorAction SilentlyContinue
        $rows.Model | Should -Be 'qwen3-32b', 'llama-3.1-8b'
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'ModelNotFound,*'
    }

    It 'never misreads <_>' -ForEach '1,5', '', '1e3', '0', '-1' {
        { Get-LlmPerformance qwen3-32b hgx-h100-8 -InputTokens 1000 -OutputTokens 100 -Concurrency $_ } | Should -Throw
    }

    It 'is the same in a job and in parallel runspaces' {
        $here = Get-LlmPerformance @asked -Concurrency 16
        $job = Start-Job -ArgumentList $manifest, $asked -ScriptBlock { $asked = $args[1]; Import-Module $args[0]; Get-LlmPerformance @asked -Concurrency 16 } | Receive-Job -Wait -AutoRemoveJob
        $job.TpotMs | Should -Be $here.TpotMs
        $job.Rationale.Interpretation | Should -Be $here.Rationale.Interpretation
        $job.Breakdown.Components.Count | Should -Be $here.Breakdown.Components.Count
        if ($PSVersionTable.PSVersion.Major -ge 7) {
            $found = 1, 2 | ForEach-Object -Parallel { $asked = $using:asked; Import-Module $using:manifest; (Get-LlmPerformance @asked -Concurrency 16).TpotMs }
            $found | Should -Be $here.TpotMs, $here.TpotMs
        }
    }

    It 'writes no type names into a CSV file' {
        Get-LlmPerformance @asked -Concurrency 16 | ConvertTo-Csv | Should -Not -Match 'LlmSizing\.'
    }
}
