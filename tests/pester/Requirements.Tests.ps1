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
}
