"""Stories made an edition: one of an item, or one of a package with its sections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.edition.article import Article
from reader.edition.edition import Section
from reader.edition.wording import Wording
from reader.importing.finishing import Draft, finished
from reader.importing.imported import Imported, Wishes
from reader.importing.observation import Grade, Observation, cannot_import
from reader.importing.wire.pictures import PictureBox
from reader.importing.wire.story import Story

_EMPTY = Wording("稿件里没有可以见报的文字或照片", "the item has neither words nor pictures to print")
_SEE = Wording("看看是不是这个文件", "see whether it is the right file")
_PAPER = Wording("没有写报名，用来稿单位的：{name}", "no paper is named; taken from who sent it: {name}")
_SAY_PAPER = Wording("不对就用 --paper 说明", "if it is not, say so with --paper")
_HEADLINE = Wording(
    "没有写标题，用稿件的名称：{title}", "there is no headline; taken from the item's title: {title}"
)
_SAY_HEADLINE = Wording("核对标题", "check the headline")


class Part(NamedTuple):
    """A section of a package before it is one of an edition."""

    name: str | None
    stories: Sequence[Story]
    page: str | None = None


def item_papers(
    story: Story, box: PictureBox, source: str, wishes: Wishes
) -> Iterator[Imported | Observation]:
    """Yield the edition of one item."""
    yield from package_papers(story, [Part(story.section, [story])], box, source, wishes)


def package_papers(
    front: Story,
    sections: Iterable[Part],
    box: PictureBox,
    source: str,
    wishes: Wishes,
    told: Sequence[Observation] = (),
) -> Iterator[Imported | Observation]:
    """Yield the edition of a package: `front` says which paper and day, sections what is in it.

    What the front does not say is what the first story says that says it.
    When there is nothing to print in it, what there is to tell is yielded and that it was left out.
    """
    sections = list(sections)
    stories = [front, *(story for part in sections for story in part.stories)]
    observations = [*told]
    inferred: dict[str, None] = {}
    for story in dict.fromkeys(stories):
        observations += story.told
        inferred.update(dict.fromkeys(story.inferred))
    by = next((story for story in stories if story.paper), front)
    if by.paper and by.is_paper_guessed and not wishes.paper:
        inferred["paper"] = None
        what = _PAPER.filled(name=by.paper)
        observations.append(Observation(Grade.GUESSED, source, front.place, what, _SAY_PAPER))
    sent = next((story.sent for story in stories if story.sent), None)
    made = tuple(
        Section(name=part.name or "", page=part.page, articles=tuple(story.article for story in part.stories))
        for part in sections
    )
    files = {photo.file for section in made for article in section.articles for photo in article.photos}
    timezone = next((story.timezone for story in stories if story.timezone), None)
    draft = Draft(
        source=source,
        paper=by.paper,
        date=sent.day_in(wishes.timezone or timezone) if sent else None,
        edition=front.edition,
        issue=front.issue,
        masthead=front.masthead,
        language=next((story.language for story in stories if story.language), None),
        timezone=timezone,
        inferred=tuple(inferred),
        sections=made,
        observations=(*observations, *box.told()),
        pictures=box.of({file for file in files if file}),
    )
    imported = finished(draft, wishes)
    if imported.edition.sections:
        yield imported
        return
    yield from draft.observations
    yield Observation(Grade.DROPPED, source, front.place, _EMPTY, _SEE)


def titled(
    article: Article, title: str | None, source: str, place: str
) -> tuple[str | None, list[Observation]]:
    """Return the headline of an article, of one without any its item's title, and then what to tell."""
    if article.headline or not title:
        return article.headline, []
    what = _HEADLINE.filled(title=title)
    return title, [Observation(Grade.GUESSED, source, place, what, _SAY_HEADLINE)]


def refused_if_empty(results: Iterable[Imported | Observation], source: str) -> list[Imported | Observation]:
    """Return what came of a source.

    Raises:
        CannotImport: no edition did.
    """
    made = list(results)
    if not any(isinstance(each, Imported) for each in made):
        told = [each for each in made if isinstance(each, Observation)]
        last = told[-1] if told else Observation(Grade.DROPPED, source, "", _EMPTY, _SEE)
        raise cannot_import(source, last.part, last.what, last.advice)
    return made
