"""Diagnostics in the formats that other programs read: our JSON, SARIF 2.1.0, JUnit XML."""

from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from referral.diagnostics import Diagnostic, Position, has_errors, to_text
from referral.version import VERSION

SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def diagnostics_to_json(findings: Sequence[Diagnostic]) -> dict[str, Any]:
    """`{"schema": 1, "ok": bool, "diagnostics": [{path, line, column, severity, rule, message, hint, related}]}`"""
    return {"schema": 1, "ok": not has_errors(findings), "diagnostics": [_entry(f) for f in findings]}


def _entry(finding: Diagnostic) -> dict[str, Any]:
    return {
        **_place(finding.position),
        "severity": finding.severity.value,
        "rule": finding.rule,
        "message": finding.message,
        "hint": finding.hint,
        "related": [{**_place(r.position), "message": r.message} for r in finding.related],
    }


def _place(position: Position) -> dict[str, Any]:
    return {"path": position.path, "line": position.line, "column": position.column}


def diagnostics_to_sarif(findings: Sequence[Diagnostic]) -> dict[str, Any]:
    """One SARIF run; rules are listed by id."""
    rules = sorted({f.rule for f in findings})
    driver = {"name": "referral", "version": VERSION, "rules": [{"id": rule} for rule in rules]}
    run = {"tool": {"driver": driver}, "results": [_result(f) for f in findings]}
    return {"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}


def _result(finding: Diagnostic) -> dict[str, Any]:
    text = f"{finding.message} ({finding.hint})" if finding.hint else finding.message
    region = {"startLine": finding.position.line, "startColumn": finding.position.column}
    location = {"physicalLocation": {"artifactLocation": {"uri": finding.position.path}, "region": region}}
    return {
        "ruleId": finding.rule,
        "level": finding.severity.value,
        "message": {"text": text},
        "locations": [location],
    }


def diagnostics_to_junit(findings: Sequence[Diagnostic]) -> str:
    """One test suite; each error is a failed test case, each warning a passed one with its text."""
    errors = sum(f.is_error for f in findings)
    cases = "".join(_junit_case(f) for f in findings)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<testsuite name="referral check" tests="{len(findings)}" failures="{errors}">\n{cases}</testsuite>'
    )


def _junit_case(finding: Diagnostic) -> str:
    name = quoteattr(f"{finding.rule} {finding.position}")
    text = escape(to_text(finding))
    inner = f"<failure message={quoteattr(finding.message)}>{text}</failure>" if finding.is_error else ""
    passed = "" if finding.is_error else f"<system-out>{text}</system-out>"
    return f"  <testcase classname={quoteattr(finding.position.path)} name={name}>{inner}{passed}</testcase>\n"
