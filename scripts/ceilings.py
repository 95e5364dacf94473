"""The house's ceilings: a file has 400 lines, a function 60, statements nest four deep. Exit 1 and one line for each that is over."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("extractor", "corpus", "bench", "scripts")
FILE_LINES = 400
FUNCTION_LINES = 60
NESTING = 4

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
NESTS = (ast.If, ast.For, ast.AsyncFor, ast.While, ast.With, ast.AsyncWith, ast.Try, ast.TryStar, ast.Match)


def too_large(source: str, name: str) -> Iterator[str]:
    """One line for everything in a file's source that is over its ceiling."""
    lines = source.count("\n")
    if lines > FILE_LINES:
        yield f"{name}: {lines} lines, the ceiling is {FILE_LINES}"
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, FUNCTIONS):
            yield from _function(node, name)


def _function(node: ast.FunctionDef | ast.AsyncFunctionDef, name: str) -> Iterator[str]:
    where = f"{name}:{node.lineno}: {node.name}"
    length = (node.end_lineno or node.lineno) - node.lineno + 1
    if length > FUNCTION_LINES:
        yield f"{where} has {length} lines, the ceiling is {FUNCTION_LINES}"
    depth = max((_depth(child) for child in node.body), default=0)
    if depth > NESTING:
        yield f"{where} nests {depth} deep, the ceiling is {NESTING}"


def _depth(node: ast.AST) -> int:
    """How deep statements nest from this one on; a function inside counts for itself, an ``elif`` as its ``if``."""
    if isinstance(node, FUNCTIONS):
        return 0
    inner = max((_depth(child) - _is_elif(node, child) for child in ast.iter_child_nodes(node)), default=0)
    return inner + isinstance(node, NESTS)


def _is_elif(node: ast.AST, child: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(child, ast.If) and node.orelse == [child]


def main() -> int:
    """Check all Python files of the house; 1 where one is over."""
    files = sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))
    over = [line for path in files for line in too_large(path.read_text("utf-8"), str(path.relative_to(ROOT)))]
    print("\n".join(over) if over else f"{len(files)} files within the ceilings")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
