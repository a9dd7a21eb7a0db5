"""What ``prefixproof build`` does and prints."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from theory.errors import InputError

if TYPE_CHECKING:
    from flint import fmpq

    from theory.targets import Target
    from verify.pipeline import BuildResult

__all__ = ["build_command"]


def build_command(
    expression: str,
    sphere: int,
    eps: str,
    method: str,
    max_value: str,
    max_tokens: int,
    lipschitz: str | None,
    context: int,
    dtype: str | None,
    out: Path | None,
    *,
    components: int | None,
    fused: bool,
    force: bool,
    tighten: bool,
    effort: bool,
    as_json: bool,
) -> int:
    """Build, prove, save and report; the arguments are the options of ``prefixproof build``.

    Returns the exit status.  Raises :class:`InputError` for options that do not go together, and what
    :func:`verify.pipeline.build_prefix` raises.
    """
    from constructions.prefix import MAX_COMPONENTS
    from theory.balls import exact
    from verify.pipeline import build_prefix, refuse_existing, save, target_from
    from verify.report import working

    sys.path.insert(0, "")  # module:function may be the user's own module in the current directory, as for `python -m`
    target = target_from(expression, sphere, lipschitz)
    if tighten and out is None:
        raise InputError("--tighten adds files to the result: give --out DIR")
    if context and (tighten or effort):
        raise InputError("--tighten and --effort judge the head without context tokens: leave out --context")
    if dtype is not None and (tighten or effort):
        raise InputError("--tighten and --effort judge real arithmetic: leave out --dtype")
    if components is not None and (dtype is not None or effort):
        raise InputError("--components says how the ideal prefix is stored: leave out --dtype and --effort")
    if out is not None:
        refuse_existing(out, force=force)  # before the work, not after it
    enclosure = hardware = None
    with working("building and proving"):
        if effort:
            from verify.effort import build_leaner

            result, enclosure = build_leaner(target, exact(eps), method, exact(max_value), max_tokens)
        elif dtype is not None:
            from constructions.formats import format_named
            from verify.hardware import build_for

            form = format_named(dtype)
            result, hardware = build_for(form, target, exact(eps), method, exact(max_value), max_tokens, context, fused)
        else:
            most = MAX_COMPONENTS if components is None else components
            result = build_prefix(target, exact(eps), method, exact(max_value), max_tokens, context, most)
        if out is not None:
            save(result, out, force=force)
    facts = _facts(result, target, out, exact(eps))
    if hardware is not None:
        facts |= {"dtype": dtype, "fused": fused, "hardware_error": hardware.total, "rounding": hardware.rounding}
    if enclosure is not None:
        from verify.effort import class_constant
        from verify.supnorm.writing import write_certificate

        if out is not None:
            write_certificate(enclosure, result.stored, out)
        lower, upper = enclosure.texts()
        facts |= {"certified_error": upper, "theorem": "sup norm"}
        facts |= {"true_error_lower": lower, "true_error_upper": upper}
        if getattr(result.certificate.numbers, "covering", "trivial") != "trivial":  # values f(key) on a net
            facts |= {"mean_distance": class_constant(result.stored)}
    if tighten and out is not None:
        from verify.supnorm.command import tighten as enclose_error

        try:
            with working("enclosing the true error"):
                claim = enclose_error(out)
            facts |= {"true_error_lower": claim.lower, "true_error_upper": claim.upper}
        except InputError as error:  # the prefix and its certificate stand as they are
            print(f"prefixproof: {error}", file=sys.stderr)
    if as_json:
        print(json.dumps(facts))
    else:
        _print_build(facts)
    return 0


def _facts(result: BuildResult, target: Target, out: Path | None, eps: fmpq) -> dict[str, Any]:
    """What `build` reports, as JSON-ready data."""
    from constructions.prefix import rational_text
    from theory.balls import upper_decimal
    from theory.prefix_length import paper_exponent
    from theory.token_bounds import lower_bounds

    certificate = result.certificate
    lipschitz, status = target.lipschitz
    tokens = {row.name: row.tokens for row in lower_bounds(target.m, lipschitz, eps, target.q)}
    return {
        "tokens": certificate.tokens,
        "sphere": certificate.sphere,
        "method": certificate.method,
        "theorem": certificate.theorem,
        "target": certificate.target,
        "lam": certificate.lam,
        "max_value": certificate.max_value,
        "eps": rational_text(eps),
        "context": getattr(certificate.context, "tokens", 0),
        "certified_error": certificate.certified_error,
        "lower_bound_tokens": tokens["G2"],
        "lower_bound_tokens_continuous": tokens["G1"],
        "lipschitz": upper_decimal(lipschitz, 12),
        "lipschitz_status": status,
        "paper_exponent": paper_exponent(target.m),
        "assumptions": list(certificate.assumptions),
        "out": None if out is None else str(out),
    }


def _print_build(facts: dict[str, Any]) -> None:
    from theory.balls import exact, upper_decimal
    from verify.report import print_pairs

    effort = facts["theorem"] == "sup norm"
    m, eps = facts["sphere"], facts["eps"]
    L = exact(facts["lipschitz"])
    pairs = [
        ("target", f"{facts['target']}  on S^{m}"),
        ("method", f"{facts['method']}, proved by {'the' if effort else 'theorem'} {facts['theorem']}"),
        ("tokens", str(facts["tokens"])),
        ("lam", facts["lam"]),
        ("largest value", facts["max_value"]),
        (
            "certified error",
            f"{facts['certified_error']}  (asked: {eps}; over the whole sphere, for the stored numbers)",
        ),
        ("lower bounds", f"for the class of all {upper_decimal(L)}-Lipschitz targets on S^{m} at eps = {eps};"),
        ("", "one smooth target may need fewer"),
        ("  G2", f"{facts['lower_bound_tokens']} tokens when keys are fixed in advance"),
        ("  G1", f"{facts['lower_bound_tokens_continuous']} tokens when the prefix depends continuously on the target"),
        ("paper's rate", f"eps^-{facts['paper_exponent']}  (claimed for m >= 8)"),
    ]
    if "true_error_upper" in facts:
        pairs.insert(
            6, ("true error", f"between {facts['true_error_lower']} and {facts['true_error_upper']}  (proved)")
        )
    if facts["context"]:
        pairs.insert(6, ("context", f"with up to {facts['context']} visible context tokens, under any mask"))
    if "dtype" in facts:
        real, rounding = facts["certified_error"], facts["rounding"]
        at = next(i for i, (name, _) in enumerate(pairs) if name == "certified error")
        pairs[at] = ("certified error", f"{real}  (real arithmetic, whole sphere, for the stored numbers)")
        text = f"{facts['hardware_error']}  (asked: {eps}; casting and rounding, that of x too, add at most {rounding})"
        pairs.insert(at + 1, (f"in {facts['dtype']}", text))
    if "mean_distance" in facts:
        text = f"the error is at most {facts['mean_distance']} L with values f(key) (theory F6)"
        pairs.append(("L-Lipschitz f", text))
    pairs += [("assumption", line) for line in facts["assumptions"]]
    pairs.append(("written to", facts["out"] or "nothing (give --out DIR to keep the prefix and its certificate)"))
    print_pairs(pairs)
