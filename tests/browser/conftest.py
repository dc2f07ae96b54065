"""The system's Chromium, offline; the pages of the demonstration cases and of one made from a seed."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.pages import page_of_demonstration

Open = Callable[..., Page]
SECONDS = 20  # for any one thing to happen, on a slow machine


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield launched
        launched.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Open]:
    """Opens a file offline; a test fails for any error of its script, and for any request but that for the file."""
    contexts, wrong = [], []

    def opened(path: Path, **options: bool) -> Page:
        context = browser.new_context(offline=True, **options)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(SECONDS * 1000)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", lambda request: wrong.append(request.url) if request.url != path.as_uri() else None)
        page.goto(path.as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()
    assert [] == wrong


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], Path]:
    """The page of a demonstration case in a language, written once."""
    folder = tmp_path_factory.mktemp("pages")

    def path_of(case: str, lang: str) -> Path:
        path = folder / f"{case}.{lang}.html"
        if not path.exists():
            path.write_bytes(page_of_demonstration(case, lang))
        return path

    return path_of
