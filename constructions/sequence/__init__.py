"""Maps of sequences by prefixes on fixed transformers: weights that never change, prefixes that hold the map."""
