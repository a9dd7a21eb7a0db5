"""Running blocks of cells: in this process, in a pool of processes, or on a dask.distributed cluster; a resumable
log.
"""

from __future__ import annotations

import os
import signal
import struct
import zlib
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from multiprocessing import active_children, get_context
from pathlib import Path
from typing import Any, Protocol

import msgspec
import numpy as np

from theory.errors import InputError
from verify.supnorm.evaluation import Frontier, Problem
from verify.supnorm.problem import Spec
from verify.supnorm.search import Goal, Tree, grow

__all__ = ["BlockResult", "Cluster", "Executor", "Log", "Pool", "Serial", "run_block"]


class BlockResult(msgspec.Struct, frozen=True, array_like=True):
    """The tree of one block as bytes: codes per level, bounds (float64) of leaves and open cells in the order of the
    codes.
    """

    index: int
    levels: list[bytes]
    bounds: bytes
    best: float
    face: int
    place: list[float]
    cells: int
    open: int

    @staticmethod
    def of(index: int, tree: Tree, left: int) -> BlockResult:
        """Return the result of a tree with ``left`` open cells."""
        return BlockResult(
            index,
            [codes.tobytes() for codes in tree.codes if len(codes)],
            np.concatenate([*tree.bounds, np.zeros(0)]).tobytes(),
            tree.best,
            tree.face,
            tree.place.tolist(),
            tree.cells,
            left,
        )


_problems: dict[str, Problem] = {}


def run_block(spec: Spec, digest: str, index: int, front: Frontier, goal: Goal, max_cells: float) -> BlockResult:
    """Grow one block to the end (the problem is built once per process)."""
    problem = _problems.get(digest)
    if problem is None:
        _problems.clear()
        problem = _problems[digest] = spec.problem()
    tree, left = grow(problem, front, goal, max_cells)
    return BlockResult.of(index, tree, len(left))


@dataclass(frozen=True)
class Work:
    """The blocks to run: ``todo`` maps indices to frontiers."""

    spec: Spec
    todo: dict[int, Frontier]
    goal: Goal
    max_cells: float


class Executor(Protocol):
    """Something that runs blocks and yields results in any order."""

    def run(self, work: Work) -> Iterator[BlockResult]:
        """Yield the result of every block."""
        ...


class Serial:
    """Runs blocks one after the other in this process."""

    def run(self, work: Work) -> Iterator[BlockResult]:
        """Yield the result of every block."""
        digest = work.spec.digest()
        for index, front in work.todo.items():
            yield run_block(work.spec, digest, index, front, work.goal, work.max_cells)


_spec: Spec | None = None


def _begin(spec: Spec) -> None:
    global _spec
    _spec = spec
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C ends a worker without a word; the parent reports


def _in_pool(digest: str, index: int, front: Frontier, goal: Goal, max_cells: float) -> BlockResult:
    if _spec is None:
        raise RuntimeError("the worker was not initialised")
    return run_block(_spec, digest, index, front, goal, max_cells)


@dataclass(frozen=True)
class Pool:
    """Runs blocks in ``workers`` processes of this machine (default: one per available core).

    They are ended when the caller stops early.
    """

    workers: int | None = None

    def run(self, work: Work) -> Iterator[BlockResult]:
        """Yield the result of every block."""
        workers = self.workers or len(os.sched_getaffinity(0))
        if workers <= 1 or len(work.todo) <= 1:
            yield from Serial().run(work)
            return
        # fork starts in milliseconds and shares the data; this process runs no threads of its own
        context = get_context("fork" if hasattr(os, "fork") else "spawn")
        digest = work.spec.digest()
        others = set(active_children())
        pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_begin, initargs=(work.spec,))
        try:
            futures: list[Future[BlockResult]] = [
                pool.submit(_in_pool, digest, index, front, work.goal, work.max_cells)
                for index, front in work.todo.items()
            ]
            for future in as_completed(futures):
                yield future.result()
            pool.shutdown()
        except BaseException:  # an interrupt or a decision: do not wait for the blocks that run
            pool.shutdown(wait=False, cancel_futures=True)
            for process in set(active_children()) - others:
                process.terminate()
            raise


@dataclass(frozen=True)
class Cluster:
    """Runs blocks on a dask.distributed scheduler, for example tcp://host:8786; needs this project on its workers."""

    address: str

    def run(self, work: Work) -> Iterator[BlockResult]:
        """Yield the result of every block.

        Raises `InputError` when dask is missing or the scheduler does not answer.
        """
        try:
            import distributed
        except ImportError:
            raise InputError("--scheduler needs dask.distributed: pip install 'dask[distributed]'") from None
        try:
            client: Any = distributed.Client(  # type: ignore[no-untyped-call,unused-ignore]
                self.address, timeout="10s", set_as_default=False
            )
        except (OSError, ValueError, TimeoutError) as error:
            raise InputError(f"no dask scheduler answers at {self.address}: {error}") from None
        with client:
            digest = work.spec.digest()
            spec = client.scatter(work.spec, broadcast=True)
            futures = [
                client.submit(run_block, spec, digest, index, front, work.goal, work.max_cells, pure=False)
                for index, front in work.todo.items()
            ]
            finished: Any = distributed.as_completed(futures, loop=client.loop)  # type: ignore[no-untyped-call,unused-ignore]
            for future in finished:
                yield future.result()


# --- the log: finished blocks survive a kill -------------------------------------------------------------------------


class Log:
    """An append-only file of block results: 8 bytes of length and CRC before each; a torn last record is dropped."""

    def __init__(self, path: str | os.PathLike[str], key: str) -> None:
        self.path, self.key = Path(path), key
        self.done: dict[int, BlockResult] = {}
        good = 0
        if self.path.exists():
            good = self._read(self.path.read_bytes())
        self.file = open(self.path, "r+b" if self.path.exists() else "w+b")  # noqa: SIM115 (closed by close)
        self.file.truncate(good)
        self.file.seek(good)
        if good == 0:
            self._append(key.encode())

    def _read(self, data: bytes) -> int:
        position, first = 0, True
        while position + 8 <= len(data):
            length, check = struct.unpack_from("<II", data, position)
            record = data[position + 8 : position + 8 + length]
            if len(record) < length or zlib.crc32(record) != check:
                break
            if first:
                if record != self.key.encode():
                    raise InputError(
                        f"{self.path} is the checkpoint of another problem; name another file or delete this one"
                    )
            else:
                result = msgspec.msgpack.decode(record, type=BlockResult)
                self.done[result.index] = result
            first = False
            position += 8 + length
        if first and data:
            raise InputError(f"{self.path} is not a checkpoint of prefixproof; name another file")
        return position

    def _append(self, record: bytes) -> None:
        self.file.write(struct.pack("<II", len(record), zlib.crc32(record)) + record)
        self.file.flush()
        os.fsync(self.file.fileno())

    def add(self, result: BlockResult) -> None:
        """Store a finished block durably."""
        self._append(msgspec.msgpack.encode(result))
        self.done[result.index] = result

    def close(self) -> None:
        """Close the file."""
        self.file.close()
