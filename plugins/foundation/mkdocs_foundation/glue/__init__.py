"""What both plugins need of MkDocs and of static-i18n; the only part of this package that imports either."""
