#!/bin/sh
# The headless suite on every bpy: 4.2, 4.5, 5.0 on Python 3.11, 5.2 on Python 3.13. Each in a virtual environment of its own.
set -eu
cd "$(dirname "$0")/.."
run() { # run PYTHON BPY NUMPY
  command -v "$1" >/dev/null || { echo "$1 is needed for bpy $2" >&2; exit 2; }
  env=".venv/bpy-$2"
  test -x "$env/bin/python" || "$1" -m venv "$env"
  "$env/bin/python" -m pip install -q --disable-pip-version-check "bpy==$2.*" "numpy$3" pytest hypothesis jsonschema pillow -e .
  echo "== bpy $2"
  "$env/bin/python" -m pytest tests -m "not slow and not dev" -q
}
run python3.11 4.2 "<2"
run python3.11 4.5 "<2"
run python3.11 5.0 "<2"
run python3.13 5.2 ">=2"
