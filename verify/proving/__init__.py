"""The parts of the inequality prover (``verify.prove``): terms, enclosures, germs, search, certificates."""
