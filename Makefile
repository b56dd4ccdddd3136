PYTHON ?= $(if $(wildcard .venv/bin/python),.venv/bin/python,python3)
VERSION := $(shell sed -n 's/^version = "\(.*\)"/\1/p' blender_manifest.toml)

.PHONY: zip test-app

zip:  ## the extension, built and validated by Blender's own tool
	$(PYTHON) tests/tools/build_zip.py diorama-$(VERSION).zip

test-app:  ## the scripted test in the real application; DIORAMA_BLENDER names its launcher
	@test -n "$$DIORAMA_BLENDER" || { echo "Set DIORAMA_BLENDER to a launcher of the application: see tests/app/README.md" >&2; exit 2; }
	$(PYTHON) -m pytest tests/app -m slow -v
