"""Trained weights: safetensors with a JSON config beside each."""

from pathlib import Path

FOLDER = Path(__file__).parent
