"""The plugin's options in `mkdocs.yml`."""

from mkdocs.config import base
from mkdocs.config import config_options as c


class SelfAssessmentConfig(base.Config):
    """The plugin's options; all have a default."""

    folder = c.Type(str, default="self-assessments")
    """Folder within each language for the pages generated from sections; its `index.md` lists all self-assessments."""
    cards = c.Optional(c.Type(int))
    """How many cards of self-assessments an article has at most at its end; all that lead to it by default."""
    my_results = c.Type(bool, default=False)
    """Whether each language has a page with all that the reader's browser keeps of the self-assessments."""
    team = c.Type(bool, default=False)
    """Whether each self-assessment has a page on which a team gathers its answers and sees what it shares."""
    kit = c.Optional(c.Type(str))
    """Path within each language of a page that is the template of a workshop kit for each self-assessment."""
    serve = c.Type(bool, default=True)
    """Whether `mkdocs serve` shows an edit and mistakes in the browser at once; `false` leaves it to MkDocs."""
    embed = c.Type(bool, default=False)
    """Whether each self-assessment has a page by itself too, for frames on other sites."""
    strings = c.Optional(c.Dir(exists=True))
    """Folder with the site's own catalogues, `<language>.toml`, whose texts take precedence over the plugin's."""
