"""What to build: nodes, prefixes and heads.  Imports theory only."""
