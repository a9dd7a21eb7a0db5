"""The strategy for one unbounded integer variable by induction (the argument itself is in ``induction``)."""

from __future__ import annotations

from typing import Any

from verify.proving.goals import decide, decide_condition
from verify.proving.induction import induction_parts
from verify.proving.search import Budget
from verify.proving.signs import integral
from verify.proving.spaces import make_space
from verify.proving.syntax import Statement, Variable

__all__ = ["induction"]


def induction(
    statement: Statement, variables: tuple[Variable, ...], k: Variable, budget: Budget
) -> dict[str, Any] | None:
    """A proof for all integers k >= k.low, or None."""
    steps, conditions = [], list[dict[str, Any]]()
    try:
        space = make_space(variables, {})
        integers = frozenset(v.name for v in variables if v.integer)
        for condition in statement.conditions.items:
            if condition.kind == "integer":
                if not integral(condition.term, integers):
                    return None
                conditions.append({"method": "integer"})
                continue
            answer = decide_condition(condition, space, budget)
            if answer.kind != "proved":
                return None
            conditions.append({"method": answer.method, **answer.proof, "tree": answer.root})
        rest = make_space(tuple(v for v in variables if v.name != k.name), {})
        for relation in statement.relations:
            parts = induction_parts(relation, k, space)
            if parts is None:
                return None
            first = decide(parts[0], relation.kind == "<", rest, budget)
            step = decide(parts[1], False, space, budget) if first.kind == "proved" else first
            if step.kind != "proved":
                return None
            steps.append({"base": {**first.proof, "tree": first.root}, "step": {**step.proof, "tree": step.root}})
    except (ValueError, ArithmeticError):
        return None
    return {"induction": k.name, "conditions": conditions, "relations": steps}
