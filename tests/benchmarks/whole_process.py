"""Whole-process times of the command line, imports included:  python tests/benchmarks/whole_process.py [RUNS]

Each command is timed several times in turn with its rival in the same run; the table shows medians and the ratio.  The
rival is the floor that no implementation on these libraries can beat: an interpreter that only imports NumPy, SciPy's
spatial module and FLINT and stops.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RIVAL = [sys.executable, "-c", "import numpy, scipy.spatial, flint"]
PROGRAM = [sys.executable, "-m", "verify"]


def seconds(command: list[str], cwd: Path) -> float:
    start = time.perf_counter()
    subprocess.run(command, cwd=cwd, check=True, capture_output=True)
    return time.perf_counter() - start


def main(runs: int) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        here = Path(scratch)
        build_poly = [*PROGRAM, "build", "x0*x1 + x2**3", "--sphere", "2", "--eps", "1e-6", "--out", "poly", "--force"]
        build_net = [*PROGRAM, "build", "acos(x2)", "--sphere", "2", "--eps", "0.0195", "--method", "local"]
        commands = {
            "--help": [*PROGRAM, "--help"],
            "build polynomial, S^2, 1e-6": build_poly,
            "check it": [*PROGRAM, "check", "poly"],
            "build local, S^2, about 20,000 tokens": [*build_net, "--out", "net", "--force"],
            "check that": [*PROGRAM, "check", "net"],
            "bounds, m = 512": [*PROGRAM, "bounds", "--sphere", "512", "--lipschitz", "1", "--eps", "0.1"],
        }
        print(f"{'command':<40}{'seconds':>9}{'rival':>9}{'ratio':>8}   (medians of {runs})")
        for name, command in commands.items():
            pairs = [(seconds(command, here), seconds(RIVAL, here)) for _ in range(runs)]
            ours, rival = (statistics.median(column) for column in zip(*pairs, strict=True))
            ratio = statistics.median(a / b for a, b in pairs)
            print(f"{name:<40}{ours:>9.2f}{rival:>9.2f}{ratio:>8.1f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
