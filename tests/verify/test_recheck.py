"""`prefixproof check` finds the checker that belongs to what lies in a directory."""

from __future__ import annotations

import json

from typer.testing import CliRunner

from verify.cli import app

runner = CliRunner()


def test_sequence_models_are_judged_by_check_too(tmp_path):
    """The same verdict as `seq check`, and the same refusal when the certificate says more than it proves."""
    out = tmp_path / "swap"
    built = runner.invoke(
        app, ["seq", "build", "reverse", "--length", "2", "--eps", "0.2", "--out", str(out), "--json"]
    )
    assert built.exit_code == 0, built.stdout
    first, second = (runner.invoke(app, [*words, str(out), "--json"]) for words in (["check"], ["seq", "check"]))
    assert json.loads(first.stdout)["certified_error"] == json.loads(second.stdout)["certified_error"]
    file = out / "certificate.json"
    claim = json.loads(file.read_text())
    claim["certified_error"] = "1e-3"
    file.write_text(json.dumps(claim))
    refused = runner.invoke(app, ["check", str(out)])
    assert refused.exit_code == 1
    assert refused.stdout.startswith("INVALID")
