"""Legendre polynomials of symbolic degree: the recurrence and parity as identities, |P_k| <= 1, integers only."""

from __future__ import annotations

import json

import pytest

from theory.errors import InputError
from verify.prove import PROVED, REFUTED, prove
from verify.proving.identities import formally_zero
from verify.proving.syntax import parse_statement
from verify.proving.terms import add, neg
from verify.proving_checker import check_proof

ANY = ["m in [1, inf)", "k >= 1", "t in [-1, 1]"]
RECURRENCE = "(k+m-1)*legendre_d(m,k+1,t) == (2*k+m-1)*t*legendre_d(m,k,t) - k*legendre_d(m,k-1,t)"
TRUE = [
    ("legendre_d(m,k,1) == 1", ["m >= 1", "k >= 0"]),
    ("legendre_d(3,k,-1)**2 == 1", ["k >= 0"]),
    ("legendre_d(3,2*k,-1) == 1 and legendre_d(3,2*k+1,-1) == -1", ["k >= 0"]),
    (RECURRENCE, ANY),
    ("legendre_d(m,k,-t)**2 == legendre_d(m,k,t)**2", ANY),
    ("legendre_d(m,2*k,-t) == legendre_d(m,2*k,t)", ANY),
    ("legendre_d(m,2*k+1,-t) == -legendre_d(m,2*k+1,t)", ANY),
    ("legendre_d(m,k,-t)*legendre_d(m,k+1,-t) == -legendre_d(m,k,t)*legendre_d(m,k+1,t)", ANY),
    ("legendre_d(1,k+2,t) + legendre_d(1,k,t) == 2*t*legendre_d(1,k+1,t)", ["k >= 0", "t in [-1, 1]"]),
    ("abs(legendre_d(3,k,t)) <= 1", ["k >= 0", "t in [-1, 1]"]),
]
FALSE = [
    ("legendre_d(m,k,1) == 2", ["m >= 1", "k >= 0"]),
    ("legendre_d(3,k,-1) == 1", ["k >= 0"]),
    (RECURRENCE.replace("2*k+m-1", "2*k+m"), ["m in 1..3", "k >= 1", "t in [-1, 1]"]),
    (RECURRENCE.replace("- k*", "+ k*"), ["m in 1..3", "k >= 1", "t in [-1, 1]"]),
    ("legendre_d(3,k,-t) == legendre_d(3,k,t)", ["k >= 0", "t in [-1, 1]"]),
    ("legendre_d(3,k,-t)*legendre_d(3,k+1,-t) == legendre_d(3,k,t)*legendre_d(3,k+1,t)", ["k >= 0", "t in [-1, 1]"]),
    ("abs(legendre_d(3,k,t)) <= 0.99", ["k >= 0", "t in [-1, 1]"]),
]


@pytest.mark.parametrize(("statement", "domain"), TRUE)
def test_true_statements(statement: str, domain: list[str]) -> None:
    verdict = prove(statement, domain)
    assert verdict.verdict == PROVED, verdict
    assert not verdict.assumptions
    assert check_proof(json.loads(json.dumps(verdict.certificate))).valid


@pytest.mark.parametrize(("statement", "domain"), FALSE)
def test_false_twins_are_refuted(statement: str, domain: list[str]) -> None:
    verdict = prove(statement, domain, seconds=20)
    assert verdict.verdict == REFUTED, verdict
    assert all("/" not in (verdict.witness or {}).get(name, "") for name in ("m", "k"))
    assert check_proof(verdict.certificate or {}).valid


def test_every_false_twin_escapes_the_normal_form() -> None:
    for statement, _ in FALSE:
        for relation in parse_statement(statement, frozenset("mkt")).relations:
            assert not formally_zero(add([relation.left, neg(relation.right)]))


@pytest.mark.parametrize("domain", [["k in [0, inf)", "t in [-1, 1]"], ["k in [0, 3]", "t in [-1, 1]"]])
def test_real_degrees_are_refused(domain: list[str]) -> None:
    """For real k the bound is false: on S^3, P_{1/2}(t) = sin(3 a/2)/(3/2 sin a) is unbounded as a -> pi."""
    for statement in ("legendre_d(3,k,t) >= -1", "legendre_d(3,k,1) == 1"):
        with pytest.raises(InputError, match="to be an integer"):
            prove(statement, domain)


def test_a_forged_domain_does_not_pass_the_checker() -> None:
    verdict = prove("legendre_d(3,k,t) >= -1", ["k >= 0", "t in [-1, 1]"])
    forged = json.loads(json.dumps(verdict.certificate))
    assert check_proof(forged).valid
    forged["domain"][0] = "k in [0, inf)"
    forged["cases"] = [case for case in forged["cases"] if "base" not in case]
    answer = check_proof(forged)
    assert not answer.valid
    assert "integer" in answer.reason


def test_integer_variables_have_integral_witnesses() -> None:
    verdict = prove("legendre_d(3,k,1) == 1 + k*(k-1)*(k-2)", ["k >= 0"])
    assert verdict.verdict == REFUTED
    assert check_proof(verdict.certificate or {}).valid
