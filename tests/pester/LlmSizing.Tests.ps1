#requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }
# What only pwsh has: Export-Csv, ConvertTo-Json, Format-Table, Select-Object, Group-Object, jobs, help, completion.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../../out/LlmSizing/LlmSizing.psd1') -Force
    $seed = @{
        Model            = 'opt-oss-20b'
        Server           = 'dgx-b200'
        Storage          = 'profile_default'
        Concurrency      = 500
        EffectiveContext = 65536
        KvPrecision      = 'fp8'
    }
    function Use-Culture([string] $Name, [scriptblock] $Script) {
        $old = [System.Threading.Thread]::CurrentThread.CurrentCulture
        try {
            [System.Threading.Thread]::CurrentThread.CurrentCulture = [cultureinfo]::new($Name)
            & $Script
        }
        finally {
            [System.Threading.Thread]::CurrentThread.CurrentCulture = $old
        }
    }
}

Describe 'The seed' {
    It 'gives 1,137 sessions per node and 1, 2 and 3 nodes' {
        $results = Invoke-LlmSizing @seed
        $results.Scenario | Should -Be 'minimum', 'recommended', 'ideal'
        $results.SessionsPerNode | Should -Be 1137, 1137, 1056
        $results.NodesFinal | Should -Be 1, 2, 3
    }
}

Describe 'Export-Csv' {
    It 'round trips in <_>' -ForEach 'en-US', 'pt-BR', 'de-DE' {
        $path = Join-Path $TestDrive "sizing-$_.csv"
        Use-Culture $_ {
            Invoke-LlmSizing @seed | Export-Csv -Path $path -NoTypeInformation -UseCulture
            $rows = Import-Csv -Path $path -UseCulture
            $rows.Count | Should -Be 3
            $rows[0].KvPerSessionBytes | Should -Be '806879232'
            [double]::Parse($rows[0].KvPerSessionGib) | Should -Be 0.75146484375
            $rows[0].Alerts | Should -Match 'no_redundancy'
            $rows | ForEach-Object { $_.Request | Should -Not -Match 'LlmSizing' -Because 'a cell shows sense, not a type name' }
        }
    }

    It 'feeds itself back through the pipeline: <_>' -ForEach 'PascalCase', 'snake_case' {
        $path = Join-Path $TestDrive "nfr-$_.csv"
        $header = if ($_ -eq 'snake_case') { 'model,server,storage,concurrency,effective_context,kv_precision' } else { 'Model,Server,Storage,Concurrency,EffectiveContext,KvPrecision' }
        Set-Content -Path $path -Value $header, 'opt-oss-20b,dgx-b200,profile_default,500,65536,fp8', 'opt-oss-120b,dgx-h100,profile_default,100,8192,fp8'
        $results = Import-Csv $path | Invoke-LlmSizing
        $results.Count | Should -Be 6
        ($results | Where-Object Model -EQ 'opt-oss-20b').SessionsPerNode | Should -Be 1137, 1137, 1056
    }

    It 'writes one error for a bad row and the results of the others' {
        $rows = 1..10 | ForEach-Object { [pscustomobject]@{ Model = 'opt-oss-20b'; Server = 'dgx-b200'; Concurrency = if ($_ -eq 5) { '1.000.000' } else { "$_" }; EffectiveContext = '8192' } }
        $results = $rows | Invoke-LlmSizing -ErrorVariable problems -ErrorAction SilentlyContinue
        $results.Count | Should -Be 27
        $problems.Count | Should -Be 1
        $problems[0].TargetObject.Concurrency | Should -Be '1.000.000'
    }
}

Describe 'ConvertTo-Json' {
    It 'shows the numbers of a result as numbers' {
        $json = Invoke-LlmSizing @seed -Scenario minimum | Select-Object Model, SessionsPerNode, NodesFinal, KvPerSessionBytes | ConvertTo-Json | ConvertFrom-Json
        $json.SessionsPerNode | Should -Be 1137
        $json.KvPerSessionBytes | Should -Be 806879232
    }

    It 'reads the JSON report back' {
        $report = Invoke-LlmSizing @seed | Format-SizingReport -As Json | ConvertFrom-Json
        $report.schema_version | Should -Not -BeNullOrEmpty
    }
}

Describe 'Format-Table and Format-List' {
    It 'answers at a glance' {
        $text = Invoke-LlmSizing @seed | Format-Table | Out-String -Width 120
        $text | Should -Match 'opt-oss-20b'
        $text | Should -Match '1,137'
    }

    It 'lists everything' {
        $text = Invoke-LlmSizing @seed -Scenario ideal | Format-List | Out-String -Width 160
        $text | Should -Match 'KvPerSessionBytes\s*: 806879232'
        $text | Should -Match 'NodesFinal\s*: 3'
    }
}

Describe 'Select-Object' {
    It 'stops the producer after the first result' {
        $first = Invoke-LlmSizing @seed -Concurrency (1..1000) -EffectiveContext (1..1000) | Select-Object -First 1
        $first.Concurrency | Should -Be 1
    }
}

Describe 'Where-Object and Group-Object' {
    BeforeAll {
        $results = Invoke-LlmSizing -Model opt-oss-20b, opt-oss-120b -Server dgx-h100, dgx-b200 -Concurrency 100, 10000 -EffectiveContext 8192 -KvPrecision fp8, bf16
    }

    It 'filters on <_>' -ForEach @(
        'Model', 'Server', 'Scenario', 'Concurrency', 'EffectiveContext', 'KvPrecision', 'KvBudgetRatio', 'RuntimeOverheadGib', 'PeakHeadroomRatio',
        'HaMode', 'Feasible', 'SessionsPerNode', 'NodesCapacity', 'NodesWithHeadroom', 'NodesFinal', 'KvPerSessionGib', 'KvPerSessionBytes',
        'KvTotalGib', 'KvTotalBytes', 'HbmTotalGib', 'HbmTotalBytes', 'KvBudgetGib', 'KvBudgetBytes', 'AlertCount'
    ) {
        $property = $_
        $value = $results[0].$property
        $value | Should -Not -BeNullOrEmpty
        @($results | Where-Object $property -EQ $value).Count | Should -BeGreaterThan 0
    }

    It 'filters what <Command> writes on <Property>' -ForEach @(
        foreach ($kind in @(
            @{ Command = 'Get-LlmModel'; Properties = 'Name', 'Family', 'TotalParamsB', 'ActiveParamsB', 'WeightsGib', 'NumLayers', 'AttentionPattern', 'NumKeyValueHeads', 'HeadDim', 'SlidingWindow', 'FullLayers', 'SlidingLayers', 'MaxPositionEmbeddings', 'DefaultKvPrecision', 'Estimate', 'Notes', 'Source' }
            @{ Command = 'Get-LlmServer'; Properties = 'Name', 'Gpu', 'Gpus', 'HbmPerGpuGb', 'TotalHbmGb', 'HbmTotalBytes', 'UsableHbmPerGpuGib', 'HbmBandwidthTbS', 'Fp8Units', 'Int8Units', 'Source' }
            @{ Command = 'Get-LlmStorage'; Properties = 'Name', 'Type', 'IopsRead', 'IopsWrite', 'ThroughputReadGbS', 'ThroughputWriteGbS', 'LatencyP99ReadMs', 'LatencyP99WriteMs', 'Estimate', 'Source' }
            @{ Command = 'Get-LlmScenario'; Properties = 'Name', 'HaMode', 'PeakHeadroom', 'KvBudget', 'RuntimeOverheadGibPerGpu', 'Source' }
            @{ Command = 'Get-SizingParameter'; Properties = 'Name', 'Description', 'Origin', 'Importance', 'CommonError', 'InReport' }
            @{ Command = 'Get-KvPerSession opt-oss-20b 8192'; Properties = 'Model', 'Metric', 'Value', 'Bytes', 'Unit', 'Display' }
            @{ Command = 'Get-EngineMemory opt-oss-20b -GpuMemoryGib 79'; Properties = 'Model', 'Engine', 'EngineVersion', 'KvTokens', 'MaxConcurrency', 'WeightBytes', 'ActivationBytes', 'KvAvailableBytes', 'Blocks' }
            @{ Command = 'Get-LlmWeights qwen3-30b-a3b -TensorParallel 4'; Properties = 'Model', 'Component', 'Parameters', 'Bytes' }
            @{ Command = 'Find-LlmPlacement qwen3-8b -Server dgx-h100, dgx-b200 -Concurrency 10 -EffectiveContext 8192'; Properties = 'Model', 'Server', 'Fits' }
            @{ Command = "Compare-EngineLog '$PSScriptRoot/../../docs/examples/vllm.log'"; Properties = 'Quantity', 'Predicted', 'Observed', 'Unit', 'Line' }
            @{ Command = 'Get-RuntimeOverhead opt-oss-20b -GpuMemoryGib 79'; Properties = 'Model', 'Component', 'Gib', 'Bytes', 'ErrorPercent', 'Formula', 'Evidence' }
        )) {
            foreach ($name in $kind.Properties) { @{ Command = $kind.Command; Property = $name } }
        }
    ) {
        $all = @(& ([scriptblock]::Create($Command)))
        $sample = $all | Where-Object { $null -ne $_.$Property } | Select-Object -First 1
        $sample | Should -Not -BeNullOrEmpty
        @($all | Where-Object $Property -EQ $sample.$Property) | Should -Contain $sample
    }

    It 'exports placed results, weights and placements as CSV without a type name in a cell' {
        $rows = @(
            Invoke-LlmSizing qwen3-30b-a3b dgx-h100 -Concurrency 100 -EffectiveContext 8192 -TensorParallel 2 -Engine vllm | ConvertTo-Csv
            Get-LlmWeights qwen3-30b-a3b | ConvertTo-Csv
            Find-LlmPlacement qwen3-30b-a3b -Server dgx-h100 -Concurrency 100 -EffectiveContext 8192 | ConvertTo-Csv
            Get-EngineMemory qwen3-30b-a3b -Server dgx-h100 | ConvertTo-Csv
        )
        $rows | Should -Not -Match 'System\.|LlmSizing\.'
    }

    It 'round trips a model through Export-LlmModel and Import-Module''s catalogs' {
        $path = Join-Path $TestDrive 'mine.yaml'
        Get-LlmModel deepseek-v3 | Export-LlmModel -Path $path
        (Get-KvPerSession deepseek-v3 -EffectiveContext 1000 -CatalogPath $path).Bytes | Should -Be (Get-KvPerSession deepseek-v3 -EffectiveContext 1000).Bytes
        (Get-LlmModel deepseek-v3 -CatalogPath $path).Architecture.WeightBytes | Should -Be (Get-LlmModel deepseek-v3).Architecture.WeightBytes
    }

    It 'groups by scenario' {
        @($results | Group-Object Scenario).ForEach('Count') | Should -Be 16, 16, 16
    }

    It 'compares numbers as numbers' {
        $results | Where-Object KvBudgetRatio -LT 0.7 | ForEach-Object Scenario | Sort-Object -Unique | Should -Be 'ideal'
        $results | Where-Object { $_.Alerts.Severity -contains 'Warning' } | Should -Not -BeNullOrEmpty
    }

    It 'flattens metrics' {
        $metrics = $results | Get-SizingMetric kv_per_session_gib, nodes_final
        $metrics.Count | Should -Be ($results.Count * 2)
        ($metrics | Where-Object Metric -EQ 'nodes_final' | Measure-Object -Property Value -Sum).Sum | Should -BeGreaterThan 0
    }
}

Describe 'Jobs' {
    It 'survives Start-Job with metrics, rationale and alerts readable' {
        $manifest = (Get-Module LlmSizing).ModuleBase
        $result = Start-Job -ScriptBlock {
            Import-Module $using:manifest
            Invoke-LlmSizing -Model opt-oss-20b -Server dgx-b200 -Concurrency 500 -EffectiveContext 65536 -Scenario minimum
        } | Receive-Job -Wait -AutoRemoveJob
        $result.SessionsPerNode | Should -Be 1137
        $result.Metrics[0].Rationale.Formula[0] | Should -Be 'Hybrid attention: 12 full + 12 sliding'
        ($result.Metrics[0].Rationale.Inputs | Where-Object Name -EQ 'total_bytes').Value | Should -Be 806879232
        $result.Alerts.Code | Should -Contain 'no_redundancy'
        $result | Out-String | Should -Match '1,137'
    }

    It 'runs in parallel' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        $manifest = (Get-Module LlmSizing).ModuleBase
        $reports = 1..8 | ForEach-Object -Parallel {
            Import-Module $using:manifest
            Invoke-LlmSizing -Model opt-oss-20b -Server dgx-b200 -Concurrency 500 -EffectiveContext 65536 | Format-SizingReport -Culture pt-BR
        } -ThrottleLimit 8
        @($reports | Sort-Object -Unique).Count | Should -Be 1
    }
}

Describe 'Help' {
    It 'describes every parameter of <_>' -ForEach @(
        'Export-LlmModel', 'Export-SizingReport', 'Format-SizingReport', 'Get-EngineMemory', 'Get-KvPerSession', 'Get-LlmModel', 'Get-LlmScenario', 'Get-LlmServer', 'Get-LlmStorage',
        'Get-SizingMetric', 'Get-SizingParameter', 'Import-LlmModel', 'Invoke-LlmSizing', 'Test-LlmCatalog'
    ) {
        $help = Get-Help $_ -Full
        $help.Synopsis | Should -Not -BeNullOrEmpty
        $help.Synopsis | Should -Not -Match "^\s*$_"
        @($help.examples.example).Count | Should -BeGreaterOrEqual 1
        foreach ($parameter in $help.parameters.parameter) {
            ($parameter.description | Out-String).Trim() | Should -Not -BeNullOrEmpty -Because "-$($parameter.name) of $_ needs words"
        }
    }
}

Describe 'Completion' {
    It 'offers <Expected> for <Line>' -ForEach @(
        @{ Line = 'Invoke-LlmSizing -Model opt-oss-1'; Expected = 'opt-oss-120b' }
        @{ Line = 'Invoke-LlmSizing -Server dgx-b2'; Expected = 'dgx-b200' }
        @{ Line = 'Invoke-LlmSizing -Storage profile_d'; Expected = 'profile_default' }
        @{ Line = 'Invoke-LlmSizing -Scenario rec'; Expected = 'recommended' }
        @{ Line = 'Format-SizingReport -As Mark'; Expected = 'Markdown' }
        @{ Line = 'Format-SizingReport -Culture pt'; Expected = 'pt-BR' }
        @{ Line = 'Get-SizingMetric nodes_f'; Expected = 'nodes_final' }
        @{ Line = 'Get-KvPerSession -KvPrecision f'; Expected = 'fp8' }
        @{ Line = 'Get-EngineMemory -Engine v'; Expected = 'vllm' }
        @{ Line = 'Get-EngineMemory -Calibration vllm-0.1'; Expected = 'vllm-0.19' }
    ) {
        (TabExpansion2 $Line).CompletionMatches.CompletionText | Should -Contain $Expected
    }
}

Describe 'Export-SizingReport' {
    It 'writes a file of <Extension> whose name has brackets and blanks' -ForEach @(
        @{ Extension = 'txt' }, @{ Extension = 'md' }, @{ Extension = 'json' }, @{ Extension = 'csv' }
    ) {
        $path = Join-Path $TestDrive "a [sizing] report.$Extension"
        Invoke-LlmSizing @seed | Export-SizingReport -LiteralPath $path
        (Get-Item -LiteralPath $path).Length | Should -BeGreaterThan 500
        @(Get-ChildItem -LiteralPath $TestDrive -Force | Where-Object Name -Like '.*').Count | Should -Be 0
    }

    It 'writes nothing with -WhatIf' {
        $path = Join-Path $TestDrive 'whatif.txt'
        Invoke-LlmSizing @seed | Export-SizingReport -Path $path -WhatIf
        Test-Path $path | Should -BeFalse
    }

    It 'takes the CSV report back with Import-Csv' {
        $path = Join-Path $TestDrive 'metrics.csv'
        Invoke-LlmSizing @seed | Export-SizingReport $path
        (Import-Csv $path).Count | Should -Be 24
    }
}
