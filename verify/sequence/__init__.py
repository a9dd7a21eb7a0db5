"""Certificates of sequence-to-sequence maps: build, run, and bound the error through all layers."""
