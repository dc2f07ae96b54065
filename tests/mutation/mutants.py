"""Every rule of a module, disabled one by one: conditions, filters, steps, parts of tables. Found in the syntax tree.

A mutant changes the code of a living function, or the value of a constant wherever a module holds it, so that nothing
has to be imported again.
"""

import ast
import copy
import importlib
import inspect
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any

Change = tuple[str, ast.AST | None]  # what is done, and what stands in the place; None where it is left out
_SETS = (ast.BitOr, ast.BitAnd, ast.Sub)


@dataclass(frozen=True)
class Mutant:
    """One rule that no longer holds. `place` counts the nodes of the module before it, `way` the ways to disable it."""

    module: str
    within: str  # the function or constant
    words: str  # the source of what is changed
    done: str
    place: int
    way: int
    time: int = 1  # of several that are told in the same words

    def __str__(self) -> str:
        again = f" ({self.time})" if self.time > 1 else ""
        return f"{self.module.removeprefix('referral.')}.{self.within}: {self.done}: {self.words}{again}"


def mutants_of(name: str) -> list[Mutant]:
    """All of a module."""
    tree = _tree(name)
    steps = _steps(importlib.import_module(name))
    found = []
    owners = _owners(tree)
    for place, node in enumerate(ast.walk(tree)):
        if place in owners:
            for way, (done, _) in enumerate(_changes(node, steps)):
                found.append(Mutant(name, owners[place], _words(node), done, place, way))
    times = Counter[str]()
    return [_told_apart(mutant, times) for mutant in found]


def _told_apart(mutant: Mutant, times: Counter[str]) -> Mutant:
    """What is caught of one must not hide that its twin is not."""
    times[str(mutant)] += 1
    return replace(mutant, time=times[str(mutant)])


def _words(node: ast.AST) -> str:
    return f"if {ast.unparse(node.test)}" if isinstance(node, ast.If) else " ".join(ast.unparse(node).split())


def is_of_function(mutant: Mutant) -> bool:
    """Whether a function is changed, and no constant."""
    return _function(importlib.import_module(mutant.module), mutant.within) is not None


def disable(mutant: Mutant) -> None:
    """Make the rule idle in this process."""
    module = importlib.import_module(mutant.module)
    tree = _changed(mutant, _steps(module))
    code = compile(ast.fix_missing_locations(tree), str(module.__file__), "exec")
    if function := _function(module, mutant.within):
        function.__code__ = _code_of(code, mutant.within)
    else:
        changed = dict(vars(module))
        exec(code, changed)  # noqa: S102 - a module of ours
        for constant in set(_owners(tree).values()) - {"__all__"}:
            if constant.isidentifier() and not callable(old := vars(module)[constant]) and old != changed[constant]:
                _replace(old, changed[constant])


@cache
def _source(name: str) -> str:
    return Path(str(importlib.import_module(name).__file__)).read_text("utf-8")


def _tree(name: str) -> ast.Module:
    return ast.parse(_source(name))


def _owners(tree: ast.Module) -> dict[int, str]:
    """For each node inside a function or a constant, by its number, the name of that."""
    numbers = {id(node): number for number, node in enumerate(ast.walk(tree))}
    found: dict[int, str] = {}
    for name, owner in _owned(tree):
        found |= {numbers[id(node)]: name for part in owner for node in _without_types(part)}
    return found


def _without_types(node: ast.AST) -> Iterator[ast.AST]:
    """Nodes that do something; what says of what type a thing is does nothing."""
    yield node
    for field, value in ast.iter_fields(node):
        if field not in ("annotation", "returns"):
            for inner in value if isinstance(value, list) else [value]:
                yield from _without_types(inner) if isinstance(inner, ast.AST) else ()


def _owned(tree: ast.Module) -> Iterator[tuple[str, Sequence[ast.AST]]]:
    for node in tree.body:
        match node:
            case ast.FunctionDef():
                yield node.name, node.body
            case ast.ClassDef():
                yield from ((f"{node.name}.{f.name}", f.body) for f in node.body if isinstance(f, ast.FunctionDef))
            case (
                ast.Assign(targets=[ast.Name(name)], value=value)
                | ast.AnnAssign(target=ast.Name(name), value=ast.expr() as value)
            ):
                yield name, [value]
            case _:
                pass


def _changes(node: ast.AST, steps: frozenset[str]) -> list[Change]:
    """What a rule may be made into."""
    match node:
        case ast.If() | ast.IfExp():
            return [(f"always {value}", _with(node, test=ast.Constant(value))) for value in (True, False)]
        case ast.comprehension() if node.ifs:
            return [("no filter", _with(node, ifs=[]))]
        case ast.BoolOp():
            return [(f"without “{ast.unparse(v)}”", _without(node, "values", n)) for n, v in enumerate(node.values)]
        case ast.BinOp(op=op) if isinstance(op, _SETS):
            return [("left alone", node.left), *([] if isinstance(op, ast.Sub) else [("right alone", node.right)])]
        case ast.UnaryOp(op=ast.Not()):
            return [("no not", node.operand)]
        case ast.Expr(value=ast.Yield() | ast.YieldFrom()) | ast.AugAssign():
            return [("left out", ast.Pass())]
        case ast.Set() | ast.Tuple(ctx=ast.Load()) | ast.List(ctx=ast.Load()) if len(node.elts) > 1:
            return [(f"without “{ast.unparse(e)}”", _without(node, "elts", n)) for n, e in enumerate(node.elts)]
        case ast.Dict():
            return [(f"without “{_key(node, n)}”", _without(node, "keys", n)) for n in range(len(node.keys))]
        case ast.Call():
            skipped = [("left out", node.args[0])] if _is_step(node, steps) else []
            told = [(n, keyword.arg) for n, keyword in enumerate(node.keywords) if keyword.arg != "strict"]
            return skipped + [(f"without {name}", _without(node, "keywords", n)) for n, name in told]
        case _:
            return []


def _with(node: ast.AST, **fields: Any) -> ast.AST:
    changed = copy.copy(node)
    for name, value in fields.items():
        setattr(changed, name, value)
    return changed


def _without(node: Any, field: str, number: int) -> ast.AST:
    """Without one of several; of a dictionary both key and value go, and what is left of two operands is one."""
    changes = {
        name: [x for n, x in enumerate(getattr(node, name)) if n != number]
        for name in ({field, "values"} if isinstance(node, ast.Dict) else {field})
    }
    if isinstance(node, ast.BoolOp) and len(changes["values"]) == 1:
        left: ast.AST = changes["values"][0]
        return left
    return _with(node, **changes)


def _key(node: ast.Dict, number: int) -> str:
    key = node.keys[number]
    return ast.unparse(key if key else node.values[number])


def _is_step(call: ast.Call, steps: frozenset[str]) -> bool:
    return isinstance(call.func, ast.Name) and call.func.id in steps and bool(call.args)


def _steps(module: ModuleType) -> frozenset[str]:
    """Functions that give the kind of thing that they take: left out, they hand it on as it is."""
    functions = {name: value for name, value in vars(module).items() if inspect.isfunction(value)}
    return frozenset(name for name, function in functions.items() if _gives_what_it_takes(function))


def _gives_what_it_takes(function: FunctionType) -> bool:
    told = inspect.signature(function)
    first = next(iter(told.parameters.values()), None)
    return first is not None and first.annotation is told.return_annotation and first.annotation is not first.empty


def _changed(mutant: Mutant, steps: frozenset[str]) -> ast.Module:
    tree = _tree(mutant.module)
    node = next(node for place, node in enumerate(ast.walk(tree)) if place == mutant.place)
    new = _changes(node, steps)[mutant.way][1]
    changed = _Replacing(node, new).visit(tree)
    assert isinstance(changed, ast.Module)
    return changed


class _Replacing(ast.NodeTransformer):
    def __init__(self, old: ast.AST, new: ast.AST | None) -> None:
        self._old, self._new = old, new

    def visit(self, node: ast.AST) -> Any:
        return self._new if node is self._old else self.generic_visit(node)


def _function(module: ModuleType, name: str) -> FunctionType | None:
    """The living function behind a name, out of what decorates it; None for a constant."""
    value: Any = module
    for part in name.split("."):
        value = inspect.getattr_static(value, part)
    for wrapper in ("fget", "func", "__func__", "__wrapped__"):
        value = getattr(value, wrapper, value)
    return value if isinstance(value, FunctionType) else None


def _code_of(code: CodeType, name: str) -> CodeType:
    return next(found for found in _codes(code) if found.co_qualname == name)


def _codes(code: CodeType) -> Iterator[CodeType]:
    """The code of functions and classes, and what is inside it."""
    for const in code.co_consts:
        if isinstance(const, CodeType):
            yield const
            yield from _codes(const)


def _replace(old: Any, new: Any) -> None:
    """In every module that holds the very same thing."""
    for module in list(sys.modules.values()):
        if isinstance(module, ModuleType):
            vars(module).update({name: new for name, value in list(vars(module).items()) if value is old})
