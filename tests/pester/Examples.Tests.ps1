#requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }
# Runs every example of docs/<culture>/*.md and README.md in this pwsh, in the language of its page, and compares what it prints with the page.
# A fence of powershell is the command, the fence of text right after it what it prints. Those marked "powershell pwsh" run here alone.

BeforeDiscovery {
    $root = (Resolve-Path (Join-Path $PSScriptRoot '../..')).Path
    $examples = foreach ($page in Get-ChildItem (Join-Path $root 'docs/*/*.md'), (Join-Path $root 'README.md')) {
        $number = 0
        $text = [System.IO.File]::ReadAllText($page.FullName).Replace("`r", '')
        foreach ($match in [regex]::Matches($text, '(?ms)^```powershell( pwsh)?\n(?<code>.*?)^```\n(\n```text\n(?<output>.*?)^```)?')) {
            @{
                Page    = $page.FullName.Substring($root.Length + 1)
                Number  = ++$number
                Culture = if ($page.Name -eq 'README.md') { 'en-US' } else { $page.Directory.Name }
                Code    = $match.Groups['code'].Value
                Output  = if ($match.Groups['output'].Success) { $match.Groups['output'].Value }
            }
        }
    }
}

Describe 'The example' {
    BeforeAll {
        $root = (Resolve-Path (Join-Path $PSScriptRoot '../..')).Path
        # Loaded from here for good: the folder of the examples goes when they have run.
        Import-Module (Join-Path $root 'out/LlmSizing')
        Copy-Item (Join-Path $root 'docs/examples/*') $TestDrive
        $link = if ($env:OS -eq 'Windows_NT') { 'Junction' } else { 'SymbolicLink' }
        $null = New-Item -ItemType $link -Path (Join-Path $TestDrive 'out') -Target (Join-Path $root 'out')

        function Get-NormalText([string] $Text) {
            ($Text.Replace("`r", '').Split("`n") | ForEach-Object { $_.TrimEnd() }) -join "`n" -replace '^\n+|\n+$'
        }

        # A session of its own, so that no example sees another's variables.
        function Invoke-Example([string] $Code, [string] $Culture) {
            $shell = [powershell]::Create()
            try {
                $null = $shell.AddScript({
                        param($Folder, $Culture, $Code)
                        $ErrorActionPreference = 'Stop'
                        [cultureinfo]::CurrentCulture = [cultureinfo]::InvariantCulture
                        [cultureinfo]::CurrentUICulture = [cultureinfo]::new($Culture)
                        if ($PSStyle) { $PSStyle.OutputRendering = 'PlainText' }
                        Set-Location -LiteralPath $Folder
                        Import-Module ./out/LlmSizing
                        & ([scriptblock]::Create($Code)) | Out-String -Width 120
                    }).AddArgument("$TestDrive").AddArgument($Culture).AddArgument($Code)
                -join $shell.Invoke()
            }
            finally {
                $shell.Dispose()
            }
        }
    }

    It '<Number> of <Page> prints what the page shows' -ForEach $examples {
        $printed = Invoke-Example $Code $Culture
        if ($null -ne $Output) {
            Get-NormalText $printed | Should -BeExactly (Get-NormalText $Output)
        }
    }
}
