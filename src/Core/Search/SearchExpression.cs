using System.Text;

namespace SupervisionBot.Core.Search;

/// <summary>
/// A question in the language of a database's index. Tokens hold letters and digits only (<see cref="TextRun"/>), so that nothing in them can be an operator; they are
/// quoted all the same.
/// </summary>
internal static class SearchExpression
{
    /// <summary>FTS5: <c>("砖厂") AND ("z" * OR …)</c>.</summary>
    public static string ForSqlite(IEnumerable<Term> all, IReadOnlyList<Term> none) =>
        Write(all, none, "AND", "OR", "NOT", sought => $"\"{sought.Token}\"{(sought.IsPrefix ? " *" : "")}");

    /// <summary>A tsquery: <c>('砖厂') &amp; ('z':* | …)</c>.</summary>
    public static string ForPostgres(IEnumerable<Term> all, IReadOnlyList<Term> none) =>
        Write(all, none, "&", "|", "& !", sought => $"'{sought.Token}'{(sought.IsPrefix ? ":*" : "")}");

    private static string Write(IEnumerable<Term> all, IReadOnlyList<Term> none, string and, string or, string not, Func<Sought, string> write)
    {
        var whole = Join(all);
        return none.Count == 0 ? whole : $"({whole}) {not} ({Join(none)})";

        string Join(IEnumerable<Term> terms) =>
            new StringBuilder()
                .AppendJoin(
                    $" {and} ",
                    terms.Select(term => $"({string.Join($" {or} ", term.AnyOf.Select(way => $"({string.Join($" {and} ", way.Select(write))})"))})")
                )
                .ToString();
    }
}
