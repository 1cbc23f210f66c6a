using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing.Help;

/// <summary>Makes the module's help from its pages: <c>LlmSizing.Help &lt;cmdlet assembly&gt; &lt;docs folder&gt; &lt;output folder&gt;</c>.</summary>
internal static class Program
{
    /// <summary>0 when the help was written; 1, with one line per wrong page, when nothing was; 2 when the arguments are wrong.</summary>
    internal static int Main(string[] arguments)
    {
        if (arguments.Length != 3)
        {
            Console.Error.WriteLine("usage: LlmSizing.Help <cmdlet assembly> <docs folder> <output folder>");
            return 2;
        }
        var help = new HelpBuilder(CmdletShape.ReadAssembly(arguments[0]), System.IO.Path.GetFileName(arguments[0]));
        IReadOnlyList<HelpFile> files = help.Build(arguments[1]);
        foreach (PageException problem in help.Problems)
        {
            Console.Error.WriteLine(problem.Message);
        }
        if (help.Problems.Count > 0)
        {
            return 1;
        }
        HelpFile.WriteAll(files, arguments[2]);
        return 0;
    }
}
