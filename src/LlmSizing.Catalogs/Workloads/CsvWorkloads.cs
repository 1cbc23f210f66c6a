using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>Requirements in CSV: a header of the fields' names, then a workload a row. An empty cell says nothing; a list has semicolons between its items.</summary>
internal static class CsvWorkloads
{
    public static WorkloadList Read(string text, ProblemList problems)
    {
        var list = new WorkloadList(problems);
        Field?[]? columns = null;
        int index = 0;
        foreach (List<ScalarNode> row in CsvText.Rows(text).Where(row => !CsvText.IsBlank(row)))
        {
            if (columns is null)
            {
                columns = Columns(row, new Place(problems, "", null));
                // A number under a name that is misspelt would be left out of the sizing without a word.
                if (columns.Contains(null))
                {
                    return list;
                }
                continue;
            }
            if (problems.IsFull)
            {
                break;
            }
            AddRow(row, columns!, index++, list, problems);
        }
        if (index == 0 && problems.Count == 0)
        {
            throw new RefusedFileException(ProblemCodes.EmptyFile, 0, 0, "The file has no row.", "Write a header of columns and a workload a row.");
        }
        return list;
    }

    private static void AddRow(List<ScalarNode> row, Field[] columns, int index, WorkloadList list, ProblemList problems)
    {
        string path = $"{WorkloadDocument.Workloads}[{NumberText.Plain(index)}]";
        int named = Array.IndexOf(columns, WorkloadFields.Name);
        var place = new Place(problems, path, named >= 0 && named < row.Count && row[named].Text.Length > 0 ? Shown.Plain(row[named].Text) : null);
        if (row.Count != columns.Length)
        {
            place.Refuse(
                row[Math.Min(row.Count, columns.Length) - 1], null, ProblemCodes.RowLength,
                $"The row has {Cells(row.Count)}, the header {Cells(columns.Length)}.", "Write a cell for each column, empty where nothing is stated; put text with commas in quotes.");
            return;
        }
        var entries = new List<MapEntry>();
        for (int i = 0; i < row.Count; i++)
        {
            if (row[i].Text.Length > 0)
            {
                entries.Add(new MapEntry(new ScalarNode(columns[i].Name, true, row[i].Line, row[i].Column), Typed(columns[i], row[i])));
            }
        }
        list.Add(new MapNode(entries, row[0].Line, row[0].Column, null), place);
    }

    // CSV has no types: what a cell is follows from its column.
    private static Node Typed(Field column, ScalarNode cell) => column switch
    {
        TextListField => new ListNode([.. cell.Text.Split(';').Select(item => new ScalarNode(item.Trim(), false, cell.Line, cell.Column))], cell.Line, cell.Column, null),
        TextField or EngineVersionField => new ScalarNode(cell.Text, false, cell.Line, cell.Column),
        _ => cell,
    };

    private static Field?[] Columns(List<ScalarNode> header, Place place)
    {
        var columns = new List<Field?>();
        foreach (ScalarNode cell in header)
        {
            Field? field = WorkloadFields.Workload.Fields.FirstOrDefault(known => known.Name == cell.Text);
            if (field is null)
            {
                RefuseColumn(cell, place);
            }
            else if (columns.Contains(field))
            {
                field = null;
                place.Refuse(cell, null, ProblemCodes.DuplicateKey, $"The column {Shown.Quoted(cell.Text)} is already there.", "Keep one of the two.");
            }
            columns.Add(field);
            if (place.Problems.IsFull)
            {
                break;
            }
        }
        return [.. columns];
    }

    private static void RefuseColumn(ScalarNode cell, Place place)
    {
        string? near = NearMiss.FindOne(cell.Text, WorkloadFields.Workload.Fields.Select(known => known.Name));
        string suggestion = cell.Text.IndexOfAny([';', '\t']) >= 0 ? "Separate columns by commas."
            : near is null ? $"The columns are {string.Join(", ", WorkloadFields.Workload.Fields.Select(known => known.Name))}."
            : $"Did you mean '{near}'?";
        place.Refuse(cell, null, ProblemCodes.UnknownKey, $"{Shown.Quoted(cell.Text)} is not a column.", suggestion);
    }

    private static string Cells(int count) => NumberText.Plain(count) + (count == 1 ? " cell" : " cells");
}
