#!/bin/sh
# The headless suite on every bpy: 4.2, 4.5, 5.0 on Python 3.11, 5.2 on Python 3.13. Each in a virtual environment of its own.
# PYTHON311 and PYTHON313 name the interpreters where they are not on the path; DIORAMA_VENVS the folder of the environments;
# BPY_VERSIONS picks some (for example BPY_VERSIONS="4.2 5.2"). Arguments go to pytest.
set -eu
cd "$(dirname "$0")/.."
venvs=${DIORAMA_VENVS:-.venv}
run() { # run PYTHON BPY NUMPY [pytest arguments]
  python=$1 bpy=$2 numpy=$3
  shift 3
  case " ${BPY_VERSIONS:-4.2 4.5 5.0 5.2} " in *" $bpy "*) ;; *) return 0 ;; esac
  command -v "$python" >/dev/null || { echo "$python is needed for bpy $bpy: put it on the path, or name it in PYTHON311 or PYTHON313" >&2; exit 2; }
  env="$venvs/bpy-$bpy"
  test -x "$env/bin/python" || "$python" -m venv "$env"
  "$env/bin/python" -m pip install -q --disable-pip-version-check "bpy==$bpy.*" "numpy$numpy" pytest hypothesis jsonschema pillow scipy -e .
  echo "== bpy $bpy"
  "$env/bin/python" -m pytest tests -m "not slow and not dev" -q "$@"
}
run "${PYTHON311:-python3.11}" 4.2 "<2" "$@"
run "${PYTHON311:-python3.11}" 4.5 "<2" "$@"
run "${PYTHON311:-python3.11}" 5.0 "<2" "$@"
run "${PYTHON313:-python3.13}" 5.2 ">=2" "$@"
