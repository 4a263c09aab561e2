"""What both plugins need of MkDocs: the adapter to static-i18n, the phases of the hooks, the state of a build."""
