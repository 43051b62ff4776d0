"""What the rules say, word for word, on the cases and vectors: reviewed like code."""
