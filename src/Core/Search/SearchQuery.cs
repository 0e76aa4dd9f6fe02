namespace SupervisionBot.Core.Search;

/// <summary>One token to look for; with <paramref name="IsPrefix"/> every token that begins with it.</summary>
internal readonly record struct Sought(string Token, bool IsPrefix = false);

/// <summary>One thing that must be in a record: any of these, each made of tokens that must all be there.</summary>
internal sealed record Term(IReadOnlyList<IReadOnlyList<Sought>> AnyOf)
{
    public static Term One(string token) =>
        new([
            [new Sought(token)],
        ]);

    public static Term Any(IEnumerable<string> tokens) => new([.. tokens.Select(t => (IReadOnlyList<Sought>)[new Sought(t)])]);
}

/// <summary>What a person looks for, as terms that must all be in a record. Any text is a question; one without a word finds nothing.</summary>
internal sealed record SearchQuery(IReadOnlyList<Term> Terms, IReadOnlyList<Term> TitleTerms, IReadOnlyList<string> Numbers)
{
    // Nobody reads what they pasted that far; beyond it the words are left out.
    private const int MostTerms = 24;
    private const int LongestQuestion = 1_000;

    public bool IsEmpty => Terms.Count == 0;

    public static SearchQuery Read(string asked)
    {
        var cut = asked.Length > LongestQuestion ? asked[..LongestQuestion] : asked;
        var words = TextRun.Of(cut).SelectMany(SoughtIn).Distinct().Take(MostTerms).ToList();
        return new SearchQuery(
            [.. words.Select(w => TermOf(w, inTitle: false))],
            [.. words.Select(w => TermOf(w, inTitle: true))],
            WrittenNumber.Read(cut)
        );
    }

    /// <summary>The same question with fewer words, the longest remainders first, for when nothing has them all.</summary>
    public IEnumerable<SearchQuery> Shorter()
    {
        const int tries = 3;
        for (var less = 1; less < Terms.Count && less <= tries; less++)
        {
            yield return new SearchQuery([.. Terms.SkipLast(less)], [.. TitleTerms.SkipLast(less)], []);
            yield return new SearchQuery([.. Terms.Skip(less)], [.. TitleTerms.Skip(less)], []);
        }

        foreach (var (term, title) in Terms.Zip(TitleTerms).Take(tries))
        {
            yield return new SearchQuery([term], [title], []);
        }
    }

    private static IEnumerable<(RunKind Kind, string Token)> SoughtIn(TextRun run) =>
        run switch
        {
            { Kind: RunKind.Han, Characters.Count: > 1 } => Tokeniser.PairsOf(run).Select(pair => (RunKind.Han, pair)),
            _ => [(run.Kind, run.Word)],
        };

    private static Term TermOf((RunKind Kind, string Token) word, bool inTitle)
    {
        // A single character is the beginning of a pair, or the last of its run.
        var prefix = word.Kind == RunKind.Letters || (word.Kind == RunKind.Han && word.Token.EnumerateRunes().Count() == 1);
        IReadOnlyList<Sought> written = [new Sought(inTitle ? Marked.Title(word.Token) : word.Token, prefix)];
        return word.Kind == RunKind.Letters && word.Token.Length > 1 && word.Token.All(char.IsAsciiLetterLower)
            ? new Term([written, InitialsOf(word.Token)])
            : new Term([written]);
    }

    private static IReadOnlyList<Sought> InitialsOf(string letters)
    {
        if (letters.Length <= Tokeniser.InitialsLength)
        {
            return [new Sought(Marked.Initials(letters), IsPrefix: true)];
        }

        var parts = letters.Chunk(Tokeniser.InitialsLength).Select(part => new string(part)).Where(part => part.Length == Tokeniser.InitialsLength);
        return [.. parts.Append(letters[^Tokeniser.InitialsLength..]).Distinct().Select(part => new Sought(Marked.Initials(part)))];
    }
}
