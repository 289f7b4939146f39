"""Article -> spaCy Doc: words, numbers, times, names, event triggers and speech, each marked by one component."""
