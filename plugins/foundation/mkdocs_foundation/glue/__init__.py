"""What both plugins share that depends on MkDocs: static-i18n's adapter, phases of hooks, state of a build."""
