"""From a target to two files: plan, build, round, certify, let the independent checker agree, save.

`build_prefix` walks the road of `constructions.choose`, `build` does so from plain text and numbers; `save` writes both
files or nothing.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from flint import fmpq

from constructions.choose import plans
from constructions.context import Context, for_context
from constructions.plan import Plan, Shortfall
from constructions.prefix import MAX_COMPONENTS, StoredPrefix, rational_text
from theory.balls import Exact, exact
from theory.errors import InputError, PrefixproofError, UnreachableError
from theory.targets import Target
from verify.apriori import certify
from verify.certificate import CERTIFICATE_FILE, PREFIX_FILE, Certificate, write_certificate
from verify.supnorm_format import COVER_FILE, SUPNORM_FILE

__all__ = ["BuildResult", "build", "build_prefix", "planning_goal", "realise", "refuse_existing", "save", "target_from"]

_CONTEXT_SHARE = fmpq(1, 200)
"""The share of eps that visible context tokens may cost; as much again is left for their rounding."""


@dataclass(frozen=True)
class BuildResult:
    """A stored prefix and the certificate of its error."""

    stored: StoredPrefix
    certificate: Certificate


def target_from(text: str, sphere: int, lipschitz: Exact | None = None) -> Target:
    """The target on S^m named by a formula, or by ``module:function`` when the text looks like that.

    Raises `InputError` for m < 1 and what `Target` raises.
    """
    if sphere < 1:
        raise InputError(f"--sphere needs m >= 1, got {sphere}: S^m is the unit sphere of R^(m+1)")
    if re.fullmatch(r"[A-Za-z_][\w.]*:[A-Za-z_]\w*", text):
        return Target.from_callable(text, sphere, lipschitz=lipschitz)
    return Target.from_expression(text, sphere, lipschitz=lipschitz)


def build(
    target: str,
    sphere: int,
    eps: Exact,
    method: str = "auto",
    max_value: Exact = 1000,
    max_tokens: int = 200_000,
    lipschitz: Exact | None = None,
    context: int = 0,
    max_components: int = MAX_COMPONENTS,
) -> BuildResult:
    """`build_prefix` for a target given as text; numbers may be exact strings such as "1e-6".

    >>> build("x0*x1", sphere=2, eps="1e-3").certificate.method
    'spectral'
    """
    chosen = target_from(target, sphere, lipschitz)
    return build_prefix(chosen, eps, method, max_value, max_tokens, context, max_components)


def build_prefix(
    target: Target,
    eps: Exact,
    method: str = "auto",
    max_value: Exact = 1000,
    max_tokens: int = 200_000,
    context: int = 0,
    max_components: int = MAX_COMPONENTS,
) -> BuildResult:
    """A stored prefix whose error over the whole sphere is proved to be at most ``eps``, with few tokens.

    ``method``: "auto", "local" or "spectral"; ``context``: the error holds with any number of visible context tokens up
    to this, under any mask; ``max_components``: most float64 per stored number (1: plain float64 storage).  Raises
    `UnreachableError` when eps is out of reach with |v_i| <= ``max_value`` and ``max_tokens`` tokens, `InputError` for
    unusable parameters, and what the target raises.
    """
    goal, limit = exact(eps), exact(max_value)
    ready, short = plans(
        target,
        planning_goal(goal, context),
        method=method,
        max_value=limit,
        max_tokens=max_tokens,
        max_components=max_components,
    )
    for plan in ready:
        try:
            return realise(plan, target, goal, limit, context, max_components)
        except UnreachableError as error:
            short.append(Shortfall(str(error), error.limit or "--eps"))
    raise _unreachable(target, goal, limit, max_tokens, short, context, max_components)


def planning_goal(eps: fmpq, context: int) -> fmpq:
    """The error to plan the head alone with: visible context tokens cost a little.

    Raises `InputError` for a number of tokens that no certificate speaks of.
    """
    if not context:
        return eps
    Context(context, fmpq(0))
    return eps * (1 - 2 * _CONTEXT_SHARE)


def realise(
    plan: Plan, target: Target, eps: fmpq, max_value: fmpq, context: int, max_components: int = MAX_COMPONENTS
) -> BuildResult:
    """Build, round to the fewest components that keep the bound ``eps``, certify.

    ``context`` and ``max_components`` >= plan.components as in `build_prefix`.  Raises `UnreachableError`.
    """
    before: fmpq | None = None
    for components in range(plan.components, max(max_components, plan.components) + 1):
        result = _attempt(plan, target, eps, components, context)
        error = exact(result.certificate.certified_error)
        if error <= eps and exact(result.certificate.max_value) <= max_value:
            return result
        # More digits help only as long as rounding is what is in the way.
        if before is not None and error > before * fmpq(99, 100):
            break
        before = error
    certificate = result.certificate
    raise UnreachableError(
        f"the {plan.method} prefix with {certificate.tokens} tokens is proved to {certificate.certified_error} only",
        best=certificate.certified_error,
        limit="--max-value" if exact(certificate.max_value) > max_value else "--eps",
    )


def _attempt(plan: Plan, target: Target, eps: fmpq, components: int, tokens: int) -> BuildResult:
    built, context = plan.build(components), None
    prefix = built.prefix
    if tokens:
        prefix, context = for_context(prefix, built.claim, target, tokens, _CONTEXT_SHARE * eps)
    stored = prefix.round(components)
    return BuildResult(stored, certify(stored, built.claim, target, eps, context))


def _unreachable(
    target: Target,
    eps: fmpq,
    max_value: fmpq,
    max_tokens: int,
    short: list[Shortfall],
    context: int,
    max_components: int,
) -> UnreachableError:
    """What is missing, and the best error that is proved within the limits."""
    certificates = []
    for plan in filter(None, (shortfall.attempt() for shortfall in short)):
        try:
            certificate = _attempt(plan, target, eps, min(plan.components, max_components), context).certificate
        except PrefixproofError:  # the attempt only serves the message
            continue
        if certificate.tokens <= max_tokens and exact(certificate.max_value) <= max_value:
            certificates.append(certificate)
    best = min(certificates, key=lambda certificate: exact(certificate.certified_error), default=None)
    lines = [
        f"an error of {rational_text(eps)} is not reached with values up to {rational_text(max_value)} "
        f"and {max_tokens} tokens"
    ]
    lines += [f"{shortfall.message}: raise {shortfall.limit}" for shortfall in short]
    if best is not None:
        lines.append(f"best error proved within the limits: {best.certified_error} ({best.tokens} tokens)")
    limit = next((shortfall.limit for shortfall in short if shortfall.limit != "--eps"), "--eps")
    return UnreachableError("; ".join(lines), best=None if best is None else best.certified_error, limit=limit)


# --- files ---------------------------------------------------------------------------------------------------------


def refuse_existing(directory: str | os.PathLike[str], *, force: bool) -> None:
    """Raise `InputError` unless ``directory`` can be written: it is new, or empty, or ours and ``force`` is given.

    A directory that holds other files than a prefix and its certificate is never replaced.
    """
    path = Path(directory)
    if not path.parent.is_dir():
        raise InputError(f"{path.parent} is not a directory; create it first")
    if not (path.exists() or path.is_symlink()):
        return
    if path.is_symlink() or not path.is_dir():
        raise InputError(f"{path} exists and is not a directory; choose another --out")
    names = {entry.name for entry in path.iterdir()}
    others = sorted(names - {PREFIX_FILE, CERTIFICATE_FILE, SUPNORM_FILE, COVER_FILE})
    if others:
        raise InputError(f"{path} holds other files ({', '.join(others[:3])}); choose another --out")
    if names and not force:
        raise InputError(f"{path} exists; give --force to replace it, or choose another --out")


def save(result: BuildResult, directory: str | os.PathLike[str], force: bool = False) -> None:
    """Write prefix.safetensors and certificate.json into ``directory``: both, or nothing.

    The files are written beside it, re-proved there by `verify.checker`, and put in place by a rename.  Raises
    `InputError` as `refuse_existing`, OSError as the file system does, `PrefixproofError` if the checker disagrees.
    """
    goal = Path(directory)
    refuse_existing(goal, force=force)
    scratch = Path(tempfile.mkdtemp(prefix=f".{goal.name}.", dir=goal.parent))
    try:
        fresh = scratch / "new"
        fresh.mkdir()
        result.stored.save(fresh / PREFIX_FILE)
        write_certificate(fresh / CERTIFICATE_FILE, result.certificate)
        _self_check(fresh)
        if goal.exists():
            # Between the two renames the old directory is in the scratch space: restored if the second fails.
            goal.rename(scratch / "old")
            try:
                fresh.rename(goal)
            except OSError:
                (scratch / "old").rename(goal)
                raise
        else:
            fresh.rename(goal)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _self_check(directory: Path) -> None:
    from verify.checker import check

    verdict = check(directory)
    if not verdict.valid:
        raise PrefixproofError(f"the independent checker does not agree, nothing is written: {verdict.reason}")
