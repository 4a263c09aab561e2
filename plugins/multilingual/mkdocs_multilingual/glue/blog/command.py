"""The blog's options for the command line: by the same definitions as in a build, so that both agree."""

from __future__ import annotations

from typing import Any

from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load

from mkdocs_foundation.sources.site_config import ConfigError, SiteConfig, plugins_in

from ...addresses.blog_place import place
from ...blog.rules import BlogRules
from ...saying import say
from . import sources
from .config import MultilingualBlogConfig, options_of

PLUGIN = "multilingual-blog"
"""Name of the plugin in `mkdocs.yml`."""


def rules_to_check(config: SiteConfig) -> BlogRules | None:
    """Options of the blog; `None` without one. Raises `ConfigError`."""
    if PLUGIN not in config.plugins:
        return None
    blog, site = MultilingualBlogConfig(), config.site
    blog.load_dict(_written(config))
    errors, _ = blog.validate()
    if errors:
        name, error = errors[0]
        raise ConfigError(
            say(
                "{file}: the option `{option}` of {plugin} can't be used: {error}",
                file=f"{config.file}",
                option=name,
                plugin=PLUGIN,
                error=f"{error}",
            )
        )
    if not blog.enabled:
        return None
    options = options_of(blog, place(blog.blog_dir, blog.post_dir, blog.authors_file, site))
    return sources.rules(blog, options, site, config.use_directory_urls)


def _written(config: SiteConfig) -> dict[str, Any]:
    """The options with the functions that YAML names; without these where they aren't installed here."""
    try:
        with config.file.open("rb") as file:
            return dict(plugins_in(yaml_load(file))[PLUGIN])
    except (ConfigurationError, ImportError, OSError, LookupError):
        return {name: value for name, value in config.plugins[PLUGIN].items() if value is not None}
