"""The construction with the fewest tokens for a target and an error, by the bounds.

The road of a prefix begins here:  target -> `plans` (this file) -> Plan.build -> Prefix -> Prefix.round -> StoredPrefix
-> `verify.apriori.certify` -> certificate -> `verify.checker.check`.  `verify.pipeline.build_prefix` walks it.
"""

from __future__ import annotations

from flint import fmpq

from constructions import jackson, local, spectral
from constructions.plan import Plan, Shortfall
from constructions.prefix import MAX_COMPONENTS
from theory.balls import shown
from theory.errors import InputError
from theory.targets import Target

__all__ = ["METHODS", "plans"]

METHODS = ("auto", "local", "spectral", "jackson")
_OTHERS = {"local": local.plan, "jackson": jackson.plan}
_AUTOMATIC = ("spectral", "local")


def plans(
    target: Target,
    eps: fmpq,
    *,
    method: str = "auto",
    max_value: fmpq,
    max_tokens: int,
    max_components: int = MAX_COMPONENTS,
) -> tuple[list[Plan], list[Shortfall]]:
    """The plans expected to reach ``eps`` with at most ``max_tokens`` tokens and |v_i| <= ``max_value``, best first.

    The best has the fewest tokens; local on a tie.  ``max_components``: most float64 per stored number.
    Constructions that cannot reach eps say why in the second list.
    Raises `InputError` for unusable parameters, and what the target raises.
    """
    if method not in METHODS:
        raise InputError(f"method {shown(method)} is not one of {', '.join(METHODS)}")
    numbers = (("eps", eps), ("max-value", max_value), ("max-tokens", max_tokens), ("components", max_components))
    for name, value in numbers:
        if not value > 0:
            raise InputError(f"--{name} must be > 0, got {value}")
    ready: list[Plan] = []
    short: list[Shortfall] = []
    for name in _AUTOMATIC if method == "auto" else (method,):
        # Only plans with at most as many tokens as the best one so far are of interest.
        room = min([max_tokens, *(plan.tokens for plan in ready)])
        if name == "spectral":
            found: Plan | Shortfall = spectral.plan(
                target, eps, max_value=max_value, max_tokens=room, max_components=max_components
            )
        else:
            found = _OTHERS[name](target, eps, max_value=max_value, max_tokens=room)
        if isinstance(found, Shortfall):
            short.append(found)
        elif found.components > max_components:
            message = f"the {name} prefix takes {found.components} float64 per number"
            short.append(Shortfall(message, "--components"))
        else:
            ready.insert(0, found)
    return ready, short
