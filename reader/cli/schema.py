"""`paper-reader schema`: the JSON Schema of the edition format, for editors."""

from __future__ import annotations

from reader.cli.call import Call
from reader.cli.exit_status import DONE


def schema(call: Call) -> int:
    """Print the schema, for instance for yaml-language-server."""
    from reader.loading.json_schema import json_schema

    call.output.json(json_schema())
    return DONE
