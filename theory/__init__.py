"""What is true: exact objects, formulas and statements.  Imports neither constructions nor verify."""
