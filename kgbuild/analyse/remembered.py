"""How many words the caches of a process keep.

Without a bound memory would grow with the corpus. Most tokens are of some thousand words: more would hardly be faster.
"""

WORDS_REMEMBERED = 20_000
