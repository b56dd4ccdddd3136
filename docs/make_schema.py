"""Write the JSON Schema of the scene graph: `python docs/make_schema.py`."""

import json
from pathlib import Path

from diorama.model.graph import schema

if __name__ == "__main__":
    Path(__file__).with_name("diorama-1.schema.json").write_text(json.dumps(schema(), indent=1) + "\n", encoding="utf-8")
