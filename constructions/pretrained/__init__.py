"""Prefixes for the heads of models that somebody else trained (theory N).

    model       the weights: heads, LayerNorms, layers
    placement   the sphere inside the model's input, and the read-out of its output
    transport   keys and values in the model's coordinates
    forward     the model itself, in numpy, with prefixes in its cache

`verify.pretrained_models` reads the weights from files; `verify.pretrained_proof` proves the error.
"""
