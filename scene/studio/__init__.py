"""The studio's own assets: generated things as assets of Blender's asset browser, and assets in place of generated things."""
