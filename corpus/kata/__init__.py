"""What reports say, as tables of words: themes with their goals and budgets, sentences, headings, names."""
