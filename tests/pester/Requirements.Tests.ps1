BeforeAll {
    if (-not (Get-Module LlmSizing)) {
        Import-Module (Join-Path $PSScriptRoot '..' '..' 'out' 'LlmSizing' 'LlmSizing.psd1')
    }
    $sample = Join-Path $PSScriptRoot '..' '..' 'docs' 'examples' 'requirements.yaml'
}

Describe 'Requirements as a file' {
    It 'sizes every workload of the sample and adds them up' {
        $results = Import-SizingRequirement $sample | Invoke-LlmSizing
        $results | Should -HaveCount 8
        $fleets = $results | Measure-LlmFleet
        $fleets.Scenario | Should -Be 'minimum', 'recommended'
        $fleets | ForEach-Object { $_.NodesFinal -le $_.NodesApart | Should -BeTrue }
    }

    It 'has the spares that the file asks for' {
        $path = Join-Path $TestDrive 'ha.yaml'
        'fleet: { server: dgx-b200, ha_mode: n+3, scenario: [minimum, ideal] }', 'workloads: [{ model: opt-oss-20b, concurrency: 500, effective_context: 8192 }]' | Set-Content $path
        (Import-SizingRequirement $path | Invoke-LlmSizing).HaMode | Should -Be 'n+3', 'n+3'
    }

    It 'reads CSV, and a bad row leaves the others' {
        $path = Join-Path $TestDrive 'nfr.csv'
        'name,model,concurrency,effective_context', 'chat,opt-oss-20b,500,8192', 'rag,opt-oss-20b,"0,5",8192', 'batch,opt-oss-20b,5,8192' | Set-Content $path
        $records = Import-SizingRequirement $path -ErrorVariable problems -ErrorAction SilentlyContinue
        $records.Workload | Should -Be 'chat', 'batch'
        $problems.TargetObject.Line | Should -Be 3
        ($records | Invoke-LlmSizing -Server dgx-b200 -Scenario minimum).Concurrency | Should -Be 500, 5
    }

    It 'binds what is read from a file after a job' {
        $records = Start-Job { param($module, $path) Import-Module $module; Import-SizingRequirement $path } -ArgumentList (Get-Module LlmSizing).Path, $sample | Receive-Job -Wait -AutoRemoveJob
        $records | Invoke-LlmSizing -Scenario minimum | Should -HaveCount 4
    }

    It 'says where a file is wrong' {
        { Import-SizingRequirement (Join-Path $TestDrive 'none.yaml') -ErrorAction Stop } | Should -Throw -ErrorId 'RequirementProblem*'
    }

    It 'makes one report of the fleet, with the names of the workloads, in <As>' -ForEach @(@{ As = 'Text' }, @{ As = 'Markdown' }, @{ As = 'Json' }, @{ As = 'JsonLines' }, @{ As = 'Csv' }) {
        $report = Import-SizingRequirement $sample | Invoke-LlmSizing | Measure-LlmFleet | Format-SizingReport -As $As -Culture pt-BR
        $report | Should -BeOfType string
        'chat', 'rag', 'agents', 'batch' | ForEach-Object { $report | Should -BeLike "*$_*" }
    }

    It 'has the nodes of the fleet in the JSON report, after a job too' {
        $script = { param($module, $path) Import-Module $module; Import-SizingRequirement $path | Invoke-LlmSizing -Scenario recommended | Measure-LlmFleet }
        $manifest = Join-Path (Get-Module LlmSizing).ModuleBase 'LlmSizing.psd1'
        $fleet = & $script $manifest $sample
        $copy = Start-Job $script -ArgumentList $manifest, $sample | Receive-Job -Wait -AutoRemoveJob
        foreach ($one in $fleet, $copy) {
            $json = $one | Format-SizingReport -As Json | ConvertFrom-Json
            ($json.fleets[0].figures | Where-Object name -EQ nodes_final).value | Should -Be $fleet.NodesFinal
            $json.fleets[0].pools.workloads.workload | Should -Be 'chat', 'rag', 'agents', 'batch'
        }
    }

    It 'takes requests per second in place of sessions' {
        $path = Join-Path $TestDrive 'rps.csv'
        'name,model,server,requests_per_second,effective_context,input_tokens,output_tokens', 'chat,llama-3.3-70b,dgx-b200,20,8192,1200,300' | Set-Content $path
        $read = Import-SizingRequirement $path | Invoke-LlmSizing
        $given = Invoke-LlmSizing llama-3.3-70b dgx-b200 -RequestsPerSecond 20 -EffectiveContext 8192 -InputTokens 1200 -OutputTokens 300
        $read.NodesFinal | Should -Be $given.NodesFinal
        $read.Concurrency | Should -Be $given.Concurrency
    }
}
