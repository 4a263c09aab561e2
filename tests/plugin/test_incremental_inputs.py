"""The plugin `incremental`: what a page depends on beside its own source, one kind after the other."""

from __future__ import annotations

import atexit
import logging
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.config_options import Hooks

from mkdocs_foundation.caching import programs
from mkdocs_incremental import manifest, repository
from mkdocs_incremental.config import IncrementalConfig
from mkdocs_incremental.glue import inputs

TEMPLATE = "{% for item in nav %}{{ item.title }} {% endfor %}{{ page.content }}{{ shown }}"
SHARE = "from mkdocs_foundation.glue.incremental import Share\nincremental = Share()\n"
CHAIN = f"""{SHARE}
def on_page_content(html, page, config, files):
    return html + (files.get_file_from_path("a.md").page.markdown if page.file.src_uri == "b.md" else "")
def on_page_context(context, page, config, nav):
    if page.is_homepage:
        context["shown"] = [other.content for other in nav.pages if other.file.src_uri == "b.md"]
    return context
"""
OF_FILES = """
def on_files(files, config):
    with open(f"{config.docs_dir}/../text.txt") as text:
        files.get_file_from_path("a.md").content_string = text.read()
"""
ASSESSMENT = """---
title: Trust
assessment: {{id: {id}, scale: agreement-5}}
---
# Trust

{introduction}

## Words {{#words}}

- [ ] We say it. {{#say}}

### Result {{.results}}

- **0–50** {low} See [a](a.md).
- **50–100** High.
"""
TEMPLATE_OF_ASSESSMENTS = """{{ page.content }}
{%- for id, shown in self_assessments.items() %} {{ id }} {{ shown.title }} {{ shown.url }}{% endfor -%}
{%- if page.title == "b" %}{{ self_assessments["first"].questionnaire.dimensions[0].bands[0].markdown }}{% endif -%}"""

OF_TITLES = f"""{SHARE}
def on_page_markdown(markdown, page, config, files):
    page.words = len(markdown.split())
    if page.file.src_uri == "b.md":
        markdown += str(files.get_file_from_path("a.md").page.meta.get("status"))
    return markdown
def on_env(env, config, files):
    env.globals["shown"] = [file.page.title for file in files.documentation_pages()][:2]
def on_page_context(context, page, config, nav):
    context["words"] = [other.words for other in nav.pages]
    return context
"""


OF_SETTINGS = """
from types import SimpleNamespace
def on_config(config):
    with open(config.config_file_path.replace("mkdocs.yml", "text.txt")) as file:
        text = file.read()
    config.extra["team"] = [SimpleNamespace(name=text)]
    config.extra["say"] = lambda: text
"""
OF_FENCES = """
def on_config(config):
    def formatted(source, language, css_class, options, md, **_):
        with open(config.config_file_path.replace("mkdocs.yml", "text.txt")) as file:
            return file.read()
    fences = [{"name": "text", "class": "text", "format": formatted}]
    config.mdx_configs["pymdownx.superfences"] = {"custom_fences": fences}
"""
OF_ATTRIBUTES = """
def on_nav(nav, config, files):
    with open(f"{config.docs_dir}/../text.txt") as file:
        nav.said = text = file.read()
    for page in nav.pages[:1]:
        page.said = page.file.said = text
"""
OF_STOPS = f"""{SHARE}
from pathlib import Path
from mkdocs.plugins import event_priority
@event_priority(-2000)
def on_pre_build(config):
    if Path(config.config_file_path).with_name("stop.txt").exists():
        raise KeyboardInterrupt
"""
OF_EDITS = f"""{SHARE}
from pathlib import Path
def on_nav(nav, config, files):
    root = Path(config.config_file_path).parent
    if (root / "edit.txt").exists():
        path, _, text = (root / "edit.txt").read_text().partition(" ")
        (root / path).write_text(text)
"""


@pytest.fixture(autouse=True)
def _usual_log(caplog: pytest.LogCaptureFixture) -> None:
    """Nothing is kept where less is logged, as under `--quiet`."""
    caplog.set_level(logging.INFO, "mkdocs")


class Site:
    """A site of three pages whose theme is one template."""

    def __init__(self, root: Path) -> None:
        self.root, self.config = root, {"site_name": "Test", "plugins": ["incremental"], "nav": None}
        self.config["theme"] = {"name": None, "custom_dir": "theme"}
        for name in ("index", "a", "b"):
            self.write(f"docs/{name}.md", f"# {name}\n\nText.\n")
        self.write("theme/main.html", TEMPLATE)

    def write(self, path: str, text: str) -> None:
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def build(self, *, kept: bool = True) -> dict[str, str]:
        """The files of the site as they are built."""
        self.write("mkdocs.yml", yaml.safe_dump(self.config))
        config = load_config(str(self.root / "mkdocs.yml"), site_dir=str(self.root / ("site" if kept else "clean")))
        config.plugins["incremental"].config.enabled = kept
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        found = Path(config.site_dir)
        paths = [path for path in found.rglob("*") if path.is_file() and path.suffix != ".gz"]
        return {str(path.relative_to(found)): path.read_text("utf-8") for path in paths}


def _title_without_settings(site: Site, n: int) -> None:
    site.write("docs/b.md", f"title: Title {n}\n\nText {n}.\n")


def _page_by_page(site: Site, n: int) -> None:
    site.config["hooks"] = ["hook.py"]
    site.write("hook.py", CHAIN)
    site.write("docs/a.md", f"# a\n\nText {n}.\n")


def _title_everywhere(site: Site, n: int) -> None:
    site.config["hooks"] = ["titles.py"]
    site.write("titles.py", OF_TITLES)
    site.write("docs/a.md", f"# Title {n}\n\nText.\n")


def _setting_while_reading(site: Site, n: int) -> None:
    _title_everywhere(site, 1)
    site.write("docs/a.md", f"---\nstatus: {n}\n---\n# a\n\nText.\n")


def _attribute_of_a_plugin(site: Site, n: int) -> None:
    _title_everywhere(site, 1)
    site.write("theme/main.html", "{{ words }}")
    site.write("docs/a.md", f"# a\n\n{'Text ' * n}\n")


def _hook_outside(site: Site, n: int) -> None:
    Hooks._load_hook.cache_clear()  # as in another process
    site.config["hooks"] = ["../hook.py"]
    site.write("../hook.py", f"{SHARE}def on_page_content(html, page, config, files):\n    return html + 'A' * {10**n}")


def _text_of_a_hook(site: Site, n: int) -> None:
    site.config["hooks"] = ["files.py"]
    site.write("text.txt", f"Text {n}.")
    site.write("files.py", OF_FILES)


def _objects_of_a_hook(site: Site, n: int) -> None:
    site.config["hooks"] = ["settings.py"]
    site.write("text.txt", f"Text {n}.")
    site.write("theme/main.html", TEMPLATE + "{{ config.extra.team[0].name }}{{ config.extra.say() }}")
    site.write("settings.py", OF_SETTINGS)


def _function_of_a_fence(site: Site, n: int) -> None:
    site.config |= {"hooks": ["fences.py"], "markdown_extensions": ["pymdownx.superfences"]}
    site.write("text.txt", f"Text {n}.")
    site.write("fences.py", OF_FENCES)
    site.write("docs/a.md", "# a\n\n```text\n```\n")


def _attributes_of_a_hook(site: Site, n: int) -> None:
    site.config["hooks"] = ["attributes.py"]
    site.write("text.txt", f"Text {n}.")
    site.write("theme/main.html", TEMPLATE + "{{ nav.said }}{{ nav.homepage.said }}{{ nav.homepage.file.said }}")
    site.write("attributes.py", OF_ATTRIBUTES)


def _snippet(site: Site, n: int) -> None:
    """That no pattern of `inputs` names, as after a slip."""
    paths = [str(site.root / folder) for folder in ("docs", "parts")]
    site.config["plugins"] = [{"incremental": {"inputs": ["snippets/*.md"]}}]
    site.config["markdown_extensions"] = [{"pymdownx.snippets": {"base_path": paths}}]
    site.write("docs/a.md", f"Text {n}.\n")
    site.write("parts/one.md", f"Part {n}.\n")
    site.write("docs/b.md", '--8<-- "a.md"\n--8<-- "one.md"\n')


def _time(site: Site, n: int) -> None:
    os.environ["SOURCE_DATE_EPOCH"] = str(n)
    site.write("theme/main.html", TEMPLATE + "{% if page.is_homepage %}{{ build_date_utc }}{% endif %}")


def _assessments(site: Site, n: int) -> None:
    site.config["plugins"] = ["incremental", {"self-assessment": {"team": True, "my_results": True, "embed": True}}]
    site.write("theme/main.html", TEMPLATE_OF_ASSESSMENTS)
    site.write("docs/first.md", ASSESSMENT.format(id="first", introduction="Short.", low=f"Low {n}."))
    site.write("docs/second.md", ASSESSMENT.format(id="second", introduction=f"Number {n}.", low="Low."))


def _nothing(site: Site, _: int) -> None:
    site.config["nav"] = ["index.md", {"Other": ["b.md", "a.md"]}]


def _hidden(site: Site, n: int) -> None:
    site.config["exclude_docs"] = "!.hidden\n"
    site.write("docs/.hidden/file.txt", "text")
    shutil.rmtree(site.root / "site/.hidden", ignore_errors=True)


@pytest.mark.parametrize(
    "change",
    [
        *(_title_without_settings, _page_by_page, _title_everywhere, _setting_while_reading, _attribute_of_a_plugin),
        *(_hook_outside, _text_of_a_hook, _time, _hidden, _nothing, _assessments),
        *(_objects_of_a_hook, _function_of_a_fence, _attributes_of_a_hook, _snippet),
    ],
)
def test_a_state_that_comes_back(
    change: Callable[[Site, int], None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Each change there and back; the pages are those of an empty cache, and no warning is new."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    site = Site(tmp_path / "site")
    for n in (1, 2, 1):
        change(site, n)
        assert site.build() == site.build(kept=False)
    assert [record for record in caplog.records if record.levelno > logging.INFO] == []


@pytest.mark.parametrize("path", ["docs/a.md", "theme/main.html"])
def test_what_is_edited_while_a_site_is_built_is_not_taken_for_what_was_there(path: str, tmp_path: Path) -> None:
    """Such as by an editor that saves by itself; then it is undone."""
    site = Site(tmp_path)
    site.config["hooks"] = ["edits.py"]
    site.write("edits.py", OF_EDITS)
    for _ in range(2):
        site.write(path, "{{ page.content }} first")
        site.write("edit.txt", f"{path} {{{{ page.content }}}} another")
        site.build()
        (site.root / "edit.txt").unlink()
        site.write(path, "{{ page.content }} first")
        assert site.build() == site.build(kept=False)


def test_the_code_of_a_hook_is_that_which_was_loaded(tmp_path: Path) -> None:
    """Edited under `serve` it goes on as it was, and what it makes isn't what it makes after another start."""
    site = Site(tmp_path)
    site.config["hooks"] = ["adds.py"]
    for word in ("first", "second"):
        site.write("adds.py", f"{SHARE}def on_page_content(html, page, config, files):\n    return html + '{word}'\n")
        site.write("docs/a.md", f"# a\n\n{word}\n")
        site.build()
    Hooks._load_hook.cache_clear()  # as in another process
    assert site.build() == site.build(kept=False)


@pytest.mark.parametrize("edit", ["# New\n\nText.\n", "---\ntitle: New\nstatus: new\n---\n# a\n\nText.\n"])
def test_only_pages_that_show_a_title_are_made_again(
    edit: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A page, and the one that names it as its neighbour; the third one names only that neighbour."""
    site = Site(tmp_path)
    site.write(
        "theme/main.html", "{% set next = page.next_page %}{{ next.title ~ next.meta if next }}{{ page.content }}"
    )
    site.build()
    site.write("docs/b.md", edit)
    assert site.build() == site.build(kept=False)
    told = [record.getMessage() for record in caplog.records]
    assert any(line.endswith("1 pages are those of the last build, 2 were made.") for line in told)


def test_the_result_texts_of_a_self_assessment_count_for_the_pages_that_have_them(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Its own page and those below it, the page of all results, and what reads it in a template."""
    site = Site(tmp_path)
    _assessments(site, 1)
    site.build()
    caplog.clear()
    site.write("docs/second.md", ASSESSMENT.format(id="second", introduction="Number 1.", low="Lower."))
    assert site.build() == site.build(kept=False)
    site.write("docs/first.md", ASSESSMENT.format(id="first", introduction="Short.", low="Lower."))
    assert site.build() == site.build(kept=False)
    told = [record.getMessage() for record in caplog.records if "those of the last build" in record.getMessage()]
    assert [line.partition(": ")[2] for line in told] == [
        "5 pages are those of the last build, 3 were made.",
        "4 pages are those of the last build, 4 were made.",
    ]


def test_a_folder_that_cannot_be_written_keeps_nothing(tmp_path: Path) -> None:
    site = Site(tmp_path)
    site.write(".cache", "a file")
    assert site.build() == site.build() == site.build(kept=False)


def test_a_site_put_aside_by_two_builds_is_whole_afterwards(tmp_path: Path) -> None:
    """The one that comes too late leaves all as it is and builds."""
    site, (first, second) = tmp_path / "site", (tmp_path / "aside-1", tmp_path / "aside-2")
    (site / "folder").mkdir(parents=True)
    (site / "folder/page.html").write_text("page", encoding="utf-8")
    (site / "gone").symlink_to("nowhere")
    known = manifest.of(site)
    assert manifest.put_aside(site, first, known)
    assert not manifest.put_aside(site, second, known)
    assert list(site.iterdir()) == []
    manifest.put_back(site, first)
    assert manifest.of(site) == known
    assert not first.exists()
    assert not second.exists()


def test_a_build_that_is_interrupted_leaves_the_last_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of which nothing has changed: it is put aside meanwhile."""
    site, at_exit = Site(tmp_path), list[Callable[[], None]]()
    monkeypatch.setattr(atexit, "register", at_exit.append)
    site.config["hooks"] = ["stops.py"]
    site.write("stops.py", OF_STOPS)
    built = site.build()
    site.write("stop.txt", "")
    with pytest.raises(KeyboardInterrupt):
        site.build()
    assert list((tmp_path / "site").iterdir()) == []
    for end in at_exit:
        end()
    (tmp_path / "stop.txt").unlink()
    assert (tmp_path / "site/index.html").read_text("utf-8") == built["index.html"]
    assert site.build() == built


def test_a_history_that_is_fetched_further_is_another_state(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git/HEAD").write_text("ab12\n", encoding="utf-8")
    whole = repository.commit(tmp_path)
    (tmp_path / ".git/shallow").write_text("cd34\n", encoding="utf-8")
    assert whole == "ab12"
    assert repository.commit(tmp_path) not in (whole, None)


def test_what_a_mistake_loads_of_a_package_in_place_is_no_other_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Under `serve` all pages would be made again after it; the content of such a package counts anyway."""
    hook, package = tmp_path / "hook.py", tmp_path / "plugins/thing"
    for name, path in {"hook": hook, "thing.error_page": package / "error_page.py"}.items():
        module = ModuleType(name)
        module.__file__ = str(path)
        monkeypatch.setitem(sys.modules, name, module)
    monkeypatch.setattr(programs, "packages_in_place", lambda: (package,))
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: T\n", encoding="utf-8")
    config = load_config(config_file=str(tmp_path / "mkdocs.yml"))
    options = IncrementalConfig()
    options.load_dict({})
    options.validate()
    before = inputs.read(config, options).program
    monkeypatch.delitem(sys.modules, "thing.error_page")
    assert inputs.read(config, options).program == before
    monkeypatch.delitem(sys.modules, "hook")
    assert inputs.read(config, options).program != before
