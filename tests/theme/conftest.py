"""The fixture site, built with this site's templates and settings."""

from __future__ import annotations

import pytest

from tests import sites
from tests.built import BASE_PATH, BuiltSite


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The built fixture site, shared with the browser tests."""
    folder = sites.once(tmp_path_factory.getbasetemp(), "fixture", sites.build_fixture)
    return BuiltSite(folder / "site", sites.FIXTURE_URL, BASE_PATH, sites.FIXTURE)
