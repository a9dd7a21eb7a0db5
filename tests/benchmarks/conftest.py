"""Benchmarks that need an optional extra are not even read without it."""

from importlib.util import find_spec

collect_ignore = [] if find_spec("torch") else ["sequence_training.py"]
