"""What a reader has opened works without a network, stays up to date, and can be taken back."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.plugin.building import build_site, rebuild, write

from .pages import answer, show_result

STATEMENTS = "".join(f"- [ ] Vi lyssnar {n}. {{#listen-{n}}}\n" for n in range(4))
RESULTS = "### Resultat {.results}\n\n- **0–50 · Börja här** Läs mer.\n- **50–100 · Bra** Fortsätt.\n"
SETTINGS = "---\nassessment:\n  id: listening\n  scale: yes-no\n---\n"
ASSESSMENT = f"{SETTINGS}# Lyssnar ni?\n\n## Lyssnande {{#ear}}\n\n{STATEMENTS}"
FILES = {
    "sv/index.md": "# Hem\n",
    "sv/other.md": "# Annat\n",
    "sv/listening.md": f"{ASSESSMENT}\n{RESULTS}",
    "da/index.md": "# Hjem\n",
    "da/other.md": "# Andet\n",
}
KEPT = """async (part) => {
  for (const name of (await caches.keys()).filter((name) => name.startsWith("pages"))) {
    const store = await caches.open(name);
    for (const { url } of await store.keys()) if ((await (await store.match(url)).text()).includes(part)) return true;
  }
  return false;
}"""
UP_TO_DATE = """async () => {
  for (const name of (await caches.keys()).filter((name) => name.startsWith("files"))) {
    const kept = await (await caches.open(name)).keys();
    if (kept.some(({ url }) => url.endsWith("/version"))) return true;
  }
  return false;
}"""
WAITING = "async () => (await navigator.serviceWorker.ready).waiting !== null"
GONE = "async () => !(await navigator.serviceWorker.getRegistrations()).length && !(await caches.keys()).length"


def build_again(root: Path, number: int) -> None:
    """Build the site with a newer time each time: a server tells times in seconds, and two builds may be in one."""
    assert rebuild(root).messages == []
    later = time.time() + 60 * number
    os.utime(root / "site/offline-worker.js", (later, later))


def wait(page: Page, condition: str, argument: str = "") -> None:
    """Wait until the answer of an asynchronous function is true, which `wait_for_function` doesn't wait for."""
    waiting = f"""async (argument) => {{
      for (let n = 0; n < 600; n++) {{
        if (await ({condition})(argument)) return true;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }}
      return false;
    }}"""
    assert page.evaluate(waiting, argument), argument


@pytest.fixture(scope="module")
def built(served: tuple[Path, str]) -> tuple[Path, str]:
    """Folder and address of a small site, two folders deep."""
    folder, origin = served
    root, url = folder / "offline" / "source", f"{origin}/offline/source/site/"
    root.mkdir(parents=True)
    options = {"offline": True}
    assert build_site(root, FILES, languages=("sv", "da"), multilingual=options, site_url=url).messages == []
    return root, url


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Page]:
    """A page in a profile of its own: what a worker keeps, it keeps for all pages of a profile."""
    context = chromium.new_context(viewport={"width": 360, "height": 740}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def test_pages_that_were_opened_work_without_a_network_until_it_is_switched_off(
    built: tuple[Path, str], phone: Page
) -> None:
    root, url = built
    phone.goto(f"{url}listening/")
    wait(phone, KEPT, "Lyssnar ni?")
    wait(phone, KEPT, "Ingen anslutning")
    wait(phone, UP_TO_DATE)  # meanwhile pages are kept anew, which changes their order
    phone.goto(f"{url}da/")
    wait(phone, KEPT, "Ingen forbindelse")

    phone.context.set_offline(True)
    phone.goto(f"{url}listening/")
    answer(phone, choice=0)
    show_result(phone)
    expect(phone.locator(".sa-result")).to_contain_text("Bra")

    phone.goto(f"{url}other/")
    expect(phone.get_by_role("heading", level=1)).to_have_text("Ingen anslutning")
    expect(phone.locator("[data-kept-pages] a")).to_have_text(["Hjem", "Lyssnar ni?"])
    phone.goto(f"{url}da/other/")
    expect(phone.get_by_role("heading", level=1)).to_have_text("Ingen forbindelse")

    phone.context.set_offline(False)
    phone.get_by_role("link", name="Prøv igen").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Andet")
    write(root, {"sv/listening.md": f"{ASSESSMENT.replace('Lyssnar ni?', 'Hör ni?')}\n{RESULTS}"})
    build_again(root, 1)
    phone.goto(url)
    phone.evaluate("navigator.serviceWorker.ready.then((found) => found.update())")
    phone.reload()
    wait(phone, KEPT, "Hör ni?")
    wait(phone, WAITING)  # while it took over from the other one, a page that is asked for would hang

    settings = root / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("offline: true", "offline: false"), "utf-8")
    build_again(root, 2)
    phone.evaluate("navigator.serviceWorker.ready.then((found) => found.update())")
    wait(phone, GONE)
