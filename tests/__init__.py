"""The tests, one folder a level: core (no MkDocs), plugin (small real builds), site (this site), browser (Chromium)."""
