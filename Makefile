# Everything runs from a virtual environment in .venv, which the targets make when it is missing.
# bpy 5.0 needs Python 3.11.
SYSTEM_PYTHON ?= $(or $(shell command -v python3.11),$(shell command -v python3))
PY := .venv/bin/python
VERSION := $(shell sed -n 's/^version = "\(.*\)"/\1/p' blender_manifest.toml)
PROMPT ?= A cosy Scandinavian living room in the afternoon with a large sofa, two armchairs facing a round coffee table, a bookshelf full of books and a floor lamp in the corner.

.PHONY: help demo test test-all test-app test-versions lint bench gallery evaluate train zip docs clean

help:  ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

.venv/.blender: pyproject.toml
	@"$(SYSTEM_PYTHON)" -c 'import sys; sys.exit(0 if sys.version_info[:2] == (3, 11) else "bpy 5.0 needs Python 3.11: set SYSTEM_PYTHON to it, for example make demo SYSTEM_PYTHON=python3.11")'
	test -x $(PY) || "$(SYSTEM_PYTHON)" -m venv .venv
	$(PY) -m pip install -q --disable-pip-version-check -e ".[blender]"
	touch $@

.venv/.dev: .venv/.blender
	$(PY) -m pip install -q --disable-pip-version-check -e ".[blender,train,dev]"
	touch $@

demo: .venv/.blender  ## a prompt to a rendered, editable .blend in out/
	$(PY) -m diorama generate "$(PROMPT)" --seed 7 -o out/demo.blend --graph out/demo.json --report out/demo.report.json --render out/demo.png --samples 48

test: .venv/.dev lint  ## what CI runs: style, types and the fast tests
	$(PY) -m pytest tests -m "not slow" -n 2 --dist loadfile

lint: .venv/.dev  ## style, import rules and types
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy model/graph model/brief.py model/errors.py model/geometry.py model/assets.py model/catalogue model/plan model/homes.py model/layout model/look

test-all: test test-versions test-app  ## with the window and every Blender version

test-versions: .venv/.dev  ## the headless suite on bpy 4.2, 4.5, 5.0 and 5.2
	sh tests/versions.sh

test-app: .venv/.dev  ## the scripted test in the real application; DIORAMA_BLENDER names its launcher
	@test -n "$$DIORAMA_BLENDER" || { echo "Set DIORAMA_BLENDER to a launcher of the application: see tests/app/README.md" >&2; exit 2; }
	$(PY) -m pytest tests/app -m slow -v

bench: .venv/.dev  ## speed, memory and the ratio to bare bpy
	$(PY) benchmarks/run.py

gallery: .venv/.dev  ## the pictures of docs/gallery.md, those that have changed (a quarter of an hour for all things, an hour for all)
	$(PY) tests/tools/gallery.py

# The evaluation's and the training's data are not part of the project: DATA names their folder (docs/data.md says what it holds).
DATA ?=
NEEDS_DATA = @test -d "$(DATA)" || { echo "Name the folder of the data: make $@ DATA=path (docs/data.md says what it holds)" >&2; exit 2; }

evaluate: .venv/.dev  ## all figures of docs/benchmarks.md; DATA=path, QUICK=1 for one seed and few rooms (docs left alone)
	$(NEEDS_DATA)
	$(PY) -m pip install -q --disable-pip-version-check -e ".[train]"
	test -f runs/corpus/procthor.jsonl.gz || $(PY) -m diorama.training.corpora.build --data "$(DATA)" --out runs/corpus
	$(PY) -m diorama.training.evaluation --data "$(DATA)" $(if $(QUICK),--quick)

# QUICK=1 goes through the whole training in minutes, with few rooms and texts: it shows that everything runs, into runs/quick alone.
TRAIN := runs$(if $(QUICK),/quick)
WEIGHTS := $(if $(QUICK),runs/quick/weights,model/weights)

train: .venv/.dev  ## all models from scratch; layout and tagger go on where they were stopped; DATA=path (hours on a CPU), QUICK=1 to try it
	$(NEEDS_DATA)
	$(PY) -m pip install -q --disable-pip-version-check -e ".[train]"
	$(PY) -m diorama.training.corpora.build --data "$(DATA)" --out $(TRAIN)/corpus
	$(PY) -m diorama.training.teacher --out $(TRAIN)/corpus/teacher.jsonl.gz $(if $(QUICK),--rooms 82)
	$(PY) -m diorama.training.layout --corpus $(TRAIN)/corpus --out $(TRAIN)/layout --seed 0 --minutes $(if $(QUICK),2,85) --half --workers 1 --resume
	$(PY) -m diorama.training.layout --corpus $(TRAIN)/corpus --out $(TRAIN)/layout --export $(WEIGHTS)
	$(PY) -m diorama.training.plans --data "$(DATA)" --export $(WEIGHTS)
	$(PY) -m diorama.training.dressing --data "$(DATA)" --out $(WEIGHTS)/dressing.json
	$(PY) -m diorama.training.tagger --texts $(if $(QUICK),600 --epochs 1,18000 --epochs 7) --out $(TRAIN)/tagger --export $(WEIGHTS)

docs: .venv/.dev  ## the JSON Schema and other documents that are made from the code
	$(PY) docs/make_schema.py

zip: .venv/.blender  ## the extension, built and validated by Blender's own tool
	$(PY) tests/tools/build_zip.py diorama-$(VERSION).zip

clean:
	rm -rf out runs .pytest_cache .mypy_cache .ruff_cache
