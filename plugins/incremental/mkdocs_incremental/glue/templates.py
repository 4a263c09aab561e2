"""Pages put into templates, unless they are taken again; and the templates' code, kept on disk.

Points of contact with Jinja, both public: `Environment.template_class`, since MkDocs puts each page into its template,
and `Environment.bytecode_cache`, since each build compiles all templates. Where Jinja or MkDocs no longer uses these,
`test_the_class_of_templates` and `test_the_cache_of_compiled_templates` of
`tests/plugin/test_incremental_contacts.py` fail.
"""

from __future__ import annotations

from typing import Any, ClassVar

from jinja2 import Environment, Template

from mkdocs_foundation.templates.compiled import CompiledTemplates

from .page_cache import PageCache


def prepare(env: Environment, cache: PageCache, templates: CompiledTemplates) -> None:
    """Let the environment of a language ask its cache, before it loads a template."""
    env.template_class = type("KeptTemplate", (_KeptTemplate,), {"cache": cache})
    env.bytecode_cache = templates
    if env.cache is not None:
        env.cache.clear()


class _KeptTemplate(Template):
    cache: ClassVar[PageCache]

    def render(self, *args: Any, **kwargs: Any) -> str:
        """The page; nothing for one that is taken again, whose HTML follows at `on_post_page`."""
        return "" if self.cache.is_taken else super().render(*args, **kwargs)
