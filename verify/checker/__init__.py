"""The independent checker: two files -> a theorem's hypotheses, each re-proved -> VALID or INVALID.

VALID means: for the stored head  A(x) = sum_i e^{lam <x,k_i> + b_i} v_i / sum_i e^{lam <x,k_i> + b_i}  in exact real
arithmetic and the target f that the files spell out, |A(x) - f(x)| <= certified_error <= eps for every x on S^m, given
only the assumptions listed in the result; with a context, for the head with up to so many more tokens of score and
value 0 as well; with a claim about hardware, for what hardware evaluates from the cast prefix too.

Nothing in the files is believed, no user code runs, and nothing of the code that builds or certifies is imported.  The
trusted base is python-flint's balls and these pages, each to be read in one sitting:

    verdict       two files -> consistency -> theorem -> verdict (start here)
    stored_head   the prefix file              target      the target: parsing, values, derivatives
    spectral      theorems H2, H1              mesh        theorem H6, any head by its values on a mesh
    jackson       theorem H3                   polynomial  exact polynomials, harmonics
    kernel        Bessel numbers, Gauss rules  model       polynomial models of smooth targets
    local         theorem F1                   slopes, lipschitz  the claimed Lipschitz constant
    covering      covering radii               context     visible context tokens
    rounding      casting and rounding         floats      number formats, errors of one evaluation
    balls         refusals, comparison, geometry
"""

from verify.certificate import UnusableInput
from verify.checker.verdict import CheckResult, check, check_files

__all__ = ["CheckResult", "UnusableInput", "check", "check_files"]
