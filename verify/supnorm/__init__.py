"""The parts of the certified sup norm: cells, enclosures, search, files.  Entry points: ``verify.sup_norm``."""
