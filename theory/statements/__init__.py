"""The statements of the theory: one file per chapter, read by `theory.registry.load`."""
