"""Keeping it: the SQLite store, its migrations, the catalogue, import and export."""
