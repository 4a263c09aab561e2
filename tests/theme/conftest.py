"""This site's templates and settings around the contents of the fixture."""

from __future__ import annotations

import pytest

from tests import sites
from tests.built import BASE_PATH, BuiltSite


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The built site, the one that the browser tests use too."""
    folder = sites.once(tmp_path_factory.getbasetemp(), "fixture", sites.build_fixture)
    return BuiltSite(folder / "site", sites.FIXTURE_URL, BASE_PATH, sites.FIXTURE)
