"""The hooks of `mkdocs serve`, for each plugin to inherit: whichever comes first serves for all."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal

from mkdocs.config.defaults import MkDocsConfig

from .. import collector, phases
from ..phases import at
from . import startup

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer


class ServedPlugin:
    """A plugin that shows mistakes in the browser, and builds what an edit touches beside the site that is served.

    Its option `serve` turns that off, and so does `--dirty`, which leaves pages out: then MkDocs serves as it does.
    """

    config: Any
    _is_dirty = False

    is_served = False
    """Whether the site is built for its authors, by `mkdocs serve`."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Keep the plugin across the builds of `mkdocs serve`, as any plugin with this hook."""
        self.is_served = command == "serve"
        self._is_dirty = dirty
        collector.begin()
        if not dirty:
            startup.begin(command)

    @at(phases.SERVER)
    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Take over what the server builds and answers, when the first build has succeeded."""
        if is_on(config) and not self._is_dirty:
            from . import server as serving_site  # a build needs none of it

            serving_site.begin(server, config)
        return server

    @at(phases.ERROR_SHOWN)
    def on_build_error(self, *, error: Exception) -> None:
        """Show why the first build failed, and begin anew after an edit."""
        startup.failed(error)

    def on_shutdown(self) -> None:
        """End what serves the site."""
        if self.is_served:
            from . import server as serving_site

            serving_site.end()
        collector.end()


def is_on(config: MkDocsConfig) -> bool:
    """Whether no plugin leaves it to MkDocs what is served."""
    return all(plugin.config.serve for plugin in config.plugins.values() if isinstance(plugin, ServedPlugin))
