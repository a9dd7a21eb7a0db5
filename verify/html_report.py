"""One self-contained HTML page about one stored prefix: target, prefix, certificate, error map, bounds, next steps.

No script, no network, light and dark, prints; everything that a file or a user wrote is escaped.
"""

from __future__ import annotations

import ast
import json
import math
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from constructions.prefix import StoredPrefix, rational_text
from theory.balls import exact, upper_decimal
from theory.errors import InputError, PrefixproofError
from theory.targets import Target
from verify.certificate import (
    CERTIFICATE_FILE,
    PREFIX_FILE,
    Certificate,
    CertificateError,
    ContextNumbers,
    HardwareNumbers,
    UnusableInput,
)
from verify.certificate import read_certificate as read_construction
from verify.error_map import error_map
from verify.expectations import EXPECTED
from verify.recheck import Answer, recheck
from verify.report_pictures import pictures
from verify.report_style import STYLE
from verify.supnorm_format import MAX_CLAIM_BYTES, SUPNORM_FILE, Claim, CoverError, read_bytes, read_claim

__all__ = ["Subject", "html_report", "read_subject"]

_TOKENS = 12
_COORDINATES = 6


@dataclass(frozen=True)
class Subject:
    """What lies in the directory: the prefix with one certificate or both, and what checking them again said."""

    directory: Path
    stored: StoredPrefix
    construction: Certificate | None
    enclosure: Claim | None
    answer: Answer | None

    @property
    def target_text(self) -> str:
        """The target's text, empty for a claim about all Lipschitz targets."""
        if self.construction is not None:
            return self.construction.target
        return "" if self.enclosure is None else self.enclosure.target

    @property
    def is_expression(self) -> bool:
        """Whether the target can be enclosed."""
        if self.construction is not None:
            return self.construction.target_kind == "expression"
        return self.enclosure is not None and self.enclosure.target_kind == "expression"

    @property
    def claimed(self) -> str | None:
        """The least error that a certificate claims, None when there is a claim about mean distances only."""
        found = [] if self.construction is None else [self.construction.certified_error]
        if self.enclosure is not None and self.enclosure.target_kind == "expression":
            found.append(self.enclosure.upper)
        return min(found, key=exact, default=None)


def read_subject(directory: Path, *, check: bool = True) -> Subject:
    """Read a directory of `build` or `certify`, and re-prove it unless ``check`` is False.

    Raises `InputError` when it holds neither, or cannot be read.
    """
    if not directory.is_dir():
        raise InputError(f"{directory} is not a directory: give one that `build --out` or `certify --out` wrote")
    has_construction, has_enclosure = (directory / CERTIFICATE_FILE).exists(), (directory / SUPNORM_FILE).exists()
    if not (directory / PREFIX_FILE).exists() or not (has_construction or has_enclosure):
        raise InputError(
            f"{directory} holds no {PREFIX_FILE} with {CERTIFICATE_FILE} or {SUPNORM_FILE}: reports are about what "
            "`build --out` and `certify --out` write"
        )
    stored = StoredPrefix.load(directory / PREFIX_FILE)
    try:
        construction = read_construction(directory / CERTIFICATE_FILE) if has_construction else None
        enclosure = read_claim(read_bytes(directory / SUPNORM_FILE, MAX_CLAIM_BYTES)) if has_enclosure else None
    except (UnusableInput, CertificateError, CoverError, OSError) as error:
        raise InputError(f"{directory}: {error}") from None
    for claim in (construction, enclosure):
        if claim is not None and (claim.sphere, claim.outputs, claim.tokens) != (stored.m, stored.q, stored.tokens):
            raise InputError(f"{directory}: the certificate is about another prefix (sphere, outputs or tokens differ)")
    return Subject(directory, stored, construction, enclosure, recheck(directory) if check else None)


def html_report(subject: Subject) -> str:
    """The page.  A target that cannot be evaluated here (user code) has no map; nothing in it is ever run."""
    stored = subject.stored
    title = f"A prefix for {subject.target_text or 'all Lipschitz targets'} on S^{stored.m}"
    sections = [
        _claim(subject),
        _prefix(subject),
        _rests_on(subject),
        _map(subject),
        _bounds(subject),
        _again(subject),
        _load(subject),
    ]
    body = f"<h1>{_short(title, 160)}</h1>\n" + "\n".join(sections)
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_short(title, 160)}</title>\n<style>{STYLE}</style>\n</head>\n"
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _short(text: str, most: int) -> str:
    return escape(text if len(text) <= most else text[: most - 3] + "...")


def _section(heading: str, body: str) -> str:
    return f"<section>\n<h2>{escape(heading)}</h2>\n{body}\n</section>"


def _facts(pairs: list[tuple[str, str]]) -> str:
    """A definition list; values are escaped."""
    rows = "".join(f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>" for name, value in pairs)
    return f"<dl>{rows}</dl>"


def _table(caption: str, columns: list[str], rows: list[list[str]]) -> str:
    head = "".join(f'<th scope="col">{escape(c)}</th>' for c in columns)
    lines = "".join("<tr>" + "".join(f"<td>{escape(c)}</td>" for c in row) + "</tr>" for row in rows)
    return (
        f'<div class="wide"><table><caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead>'
        f"<tbody>{lines}</tbody></table></div>"
    )


# --- what is claimed -----------------------------------------------------------------------------------------------


def _claim(subject: Subject) -> str:
    stored, claimed = subject.stored, subject.claimed
    where = f"at every point of the sphere S^{stored.m} in R^{stored.d}"
    if claimed is not None:
        said = f"|head(x) - target(x)| &le; <strong>{escape(claimed)}</strong> {where}, for the stored numbers."
    elif subject.enclosure is not None:
        upper = escape(subject.enclosure.upper)
        said = (
            f"The weighted mean distance to the keys is &le; <strong>{upper}</strong> {where}: with values f(key) the "
            f"error is at most {upper} L for every L-Lipschitz f (theory F6)."
        )
    else:
        said = ""
    answer = subject.answer
    if answer is None:
        verdict = '<p class="verdict">&#9675; Not re-proved when this page was made.</p>'
    elif answer.valid:
        verdict = f'<p class="verdict ok">&#10003; VALID: re-proved when this page was made: {escape(answer.claim)}</p>'
    else:
        verdict = f'<p class="verdict bad">&#10007; INVALID: {escape(answer.reason)}</p>'
    notes = []
    context = None if subject.construction is None else subject.construction.context
    if isinstance(context, ContextNumbers):
        notes.append(f"The bound holds with any number of visible context tokens up to {context.tokens}, any mask.")
    hardware = None if subject.construction is None else subject.construction.hardware
    if isinstance(hardware, HardwareNumbers):
        notes.append(f"Computed in {hardware.dtype}, the head is within {hardware.error} of the target.")
    lines = list(dict.fromkeys([*(answer.assumptions if answer else ()), *_stated(subject)]))
    assumptions = (
        "<p>Assumed, not proved:</p><ul>" + "".join(f"<li>{escape(line)}</li>" for line in lines) + "</ul>"
        if lines
        else "<p>Nothing is assumed beyond the programs that check.</p>"
    )
    target = subject.target_text or "every L-Lipschitz map"
    return _section(
        "What is claimed",
        f'<p class="target"><code>{escape(target)}</code></p><p class="claim">{said}</p>{verdict}'
        + "".join(f"<p>{escape(note)}</p>" for note in notes)
        + assumptions,
    )


def _stated(subject: Subject) -> list[str]:
    lines = [] if subject.construction is None else list(subject.construction.assumptions)
    return lines + ([] if subject.enclosure is None else list(subject.enclosure.assumptions))


# --- the prefix ----------------------------------------------------------------------------------------------------


def _prefix(subject: Subject) -> str:
    stored, file = subject.stored, subject.directory / PREFIX_FILE
    largest = math.sqrt(float((stored.values[0] ** 2).sum(axis=1).max()))
    certified = None if subject.construction is None else subject.construction.max_value
    pairs = [
        ("tokens N", str(stored.tokens)),
        ("sphere", f"S^{stored.m} in R^{stored.d}"),
        ("outputs q", str(stored.q)),
        ("lam", rational_text(stored.lam)),
        ("largest |value|", f"about {largest:.4g}" if certified is None else f"at most {certified}"),
        ("biases", "none" if not any(part.any() for part in stored.bias) else "yes"),
        ("numbers", f"each the exact sum of {stored.components} float64" if stored.components > 1 else "float64"),
        ("file", f"{PREFIX_FILE}, {file.stat().st_size} bytes"),
        ("SHA-256", stored.sha256()),
    ]
    shown = min(stored.tokens, _TOKENS)
    rows = []
    for i in range(shown):
        rows.append([str(i), _vector(stored.keys[0][i]), f"{stored.bias[0][i]:.6g}", _vector(stored.values[0][i])])
    caption = (
        f"The first {shown} of {stored.tokens} tokens, rounded" if shown < stored.tokens else "The tokens, rounded"
    )
    formula = (
        "<p>head(x) = &Sigma; e<sup>lam&lt;x,k&gt;+b</sup> v / &Sigma; e<sup>lam&lt;x,k&gt;+b</sup>, "
        "the sums over all tokens (k, b, v).</p>"
    )
    return _section(
        "The prefix", _facts(pairs) + formula + _table(caption, ["token", "key k", "bias b", "value v"], rows)
    )


def _vector(row: Any) -> str:
    numbers = ", ".join(f"{float(c):.6g}" for c in row[:_COORDINATES])
    return f"({numbers}{', ...' if len(row) > _COORDINATES else ''})"


# --- what it rests on ----------------------------------------------------------------------------------------------


def _rests_on(subject: Subject) -> str:
    parts = []
    certificate = subject.construction
    if certificate is not None:
        import msgspec

        title, says, status = _statement(certificate.theorem)
        parts.append(
            f"<p>Theorem <strong>{escape(certificate.theorem)}</strong> ({escape(title)}), {escape(status)}: "
            f"{escape(says)}</p>"
        )
        fields = msgspec.to_builtins(certificate.numbers)
        pairs = [
            ("error asked for", certificate.eps),
            ("certified error", certificate.certified_error),
            ("method", certificate.method),
            *[(name.replace("_", " "), str(value)) for name, value in fields.items() if name != "theorem"],
        ]
        parts.append("<p>The numbers that enter it, all of them checked again by the checker:</p>")
        parts.append(_facts(pairs))
        parts.append(f"<p>Made by {escape(certificate.producer)}.</p>")
    if subject.enclosure is not None:
        claim = subject.enclosure
        what = "the error" if claim.target_kind == "expression" else "the mean distance"
        parts.append(
            f"<p>A cover of the sphere by {claim.leaves} cells, each with a bound of its own, encloses {what}: between "
            f"{escape(claim.lower)} (at a point) and {escape(claim.upper)} (everywhere), in the {escape(claim.norm)} "
            "norm.</p>"
        )
    return _section("What the proof rests on", "".join(parts))


def _statement(label: str) -> tuple[str, str, str]:
    """Title, sentence and recorded status of a statement, read from its declaration: sympy would take seconds."""
    recorded = json.loads(EXPECTED.read_text(encoding="utf-8")).get(label, {})
    status = str(recorded.get("status", "status not recorded"))
    for file in sorted(EXPECTED.parent.glob("*.py")):
        source = file.read_text(encoding="utf-8")
        if f'label="{label}"' not in source:
            continue
        for call in ast.walk(ast.parse(source)):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Statement":
                words = {k.arg: k.value.value for k in call.keywords if isinstance(k.value, ast.Constant)}
                if words.get("label") == label:
                    return str(words.get("title", "")), str(words.get("says", "")), status
    return label, "", status


# --- the map -------------------------------------------------------------------------------------------------------


def _map(subject: Subject) -> str:
    heading = "The error on the sphere"
    if not subject.is_expression:
        user = "the target is user code, which is never run here"
        why = user if subject.target_text else "the claim is about all Lipschitz targets at once"
        return _section(heading, f"<p>No map: {why}.</p>")
    try:
        found = error_map(subject.stored, Target.from_expression(subject.target_text, subject.stored.m))
    except PrefixproofError as error:
        return _section(heading, f"<p>No map: {escape(str(error))}</p>")
    return _section(heading, pictures(found, subject.claimed))


# --- bounds, what to do --------------------------------------------------------------------------------------------


def _bounds(subject: Subject) -> str:
    from verify.bounds_commands import class_rows

    stored, claimed = subject.stored, subject.claimed
    if not subject.is_expression or claimed is None or not exact(claimed) > 0:
        return _section("How many tokens are needed", "<p>No class of targets is known for this prefix.</p>")
    try:
        slope = Target.from_expression(subject.target_text, stored.m).lipschitz
    except PrefixproofError as error:
        return _section("How many tokens are needed", f"<p>No Lipschitz constant is proved: {escape(str(error))}</p>")
    L = slope.value.upper().fmpq()
    rows = [
        [row.name, row.kind, str(row.tokens), row.remark] for row in class_rows(stored.m, L, exact(claimed), stored.q)
    ]
    text = (
        f"<p>This prefix has <strong>{stored.tokens}</strong> tokens. For the class of all "
        f"{upper_decimal(L)}-Lipschitz maps S^{stored.m} &rarr; R^{stored.q} at the error {escape(claimed)} "
        "(one smooth target may need fewer):</p>"
    )
    return _section(
        "How many tokens are needed", text + _table("Bounds for the class", ["name", "kind", "tokens", "remark"], rows)
    )


def _again(subject: Subject) -> str:
    name = subject.directory.resolve().name
    lines = [f"prefixproof check {name}", f"sha256sum {name}/{PREFIX_FILE}"]
    text = (
        "<p>The checker reads the files of the directory and nothing of this page; it imports nothing of what made "
        "them. The hash should be the one above.</p>"
    )
    return _section("How to check it again", text + f"<pre>{escape(chr(10).join(lines))}</pre>")


def _load(subject: Subject) -> str:
    name, stored = subject.directory.resolve().name, subject.stored
    parts = range(stored.components)
    total = " + ".join(f'p["{{}}{"" if i == 0 else f"_{i}"}"]' for i in parts)
    note = "  # float64: the proof is about the exact sums" if stored.components > 1 else ""
    snippet = [
        "import numpy as np",
        "from safetensors.numpy import load_file",
        f'p = load_file("{name}/{PREFIX_FILE}")',
        *[f"{tensor} = {total.format(*[tensor] * stored.components)}{note}" for tensor in ("keys", "values", "bias")],
        "def head(x):",
        f"    s = {float(int(stored.lam.p)) / float(int(stored.lam.q))!r} * keys @ x + bias",
        "    w = np.exp(s - s.max())",
        "    return w @ values / w.sum()",
    ]
    commands = [
        f"prefixproof run {name} --at '{','.join(['1'] + ['0'] * min(stored.m, 8))}'",
        f"prefixproof export {name} --to torch --out exported",
    ]
    if stored.m > 8:
        commands = commands[1:]
    return _section(
        "How to load it", f"<pre>{escape(chr(10).join(snippet))}</pre><pre>{escape(chr(10).join(commands))}</pre>"
    )
