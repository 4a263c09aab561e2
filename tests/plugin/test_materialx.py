"""MaterialX, which can't be installed beside Material: what static-i18n does for Material alone, by its name."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from mkdocs_foundation.glue import static_i18n
from mkdocs_foundation.site import Language, Site, Structure
from mkdocs_multilingual.glue import languages

SITE = Site({"da": Language("da", "Dansk"), "sv": Language("sv", "Svenska")}, Structure.FOLDER, "docs")


class I18n(SimpleNamespace):
    """The part of static-i18n that is used."""

    def reconfigure_material_theme(self, config: Any, locale: str) -> Any:
        config.theme.language = locale
        return config


def configuration(theme: str, *plugins: str, reconfigure: bool = True) -> Any:
    i18n = I18n(current_language="sv", default_language="da", config=SimpleNamespace(reconfigure_material=reconfigure))
    return SimpleNamespace(
        theme=SimpleNamespace(name=theme, language="da"), plugins={"i18n": i18n, **dict.fromkeys(plugins)}
    )


@pytest.mark.parametrize(
    ("theme", "reconfigure", "language"),
    [("materialx", True, "sv"), ("materialx", False, "da"), ("material", True, "da"), ("mkdocs", True, "da")],
)
def test_the_theme_gets_the_language_of_the_build(theme: str, reconfigure: bool, language: str) -> None:
    config = configuration(theme, reconfigure=reconfigure)
    static_i18n.set_theme_language(config, SITE, languages.THEMES[1:])
    assert config.theme.language == language


def test_a_plugin_of_either_theme_is_known() -> None:
    assert languages.has_theme_plugin(configuration("material", "material/tags"), "tags")
    assert languages.has_theme_plugin(configuration("materialx", "materialx/tags"), "tags")
    assert not languages.has_theme_plugin(configuration("material", "tagsy"), "tags")
