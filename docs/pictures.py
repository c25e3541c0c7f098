"""Take the pictures of README.md.

    python docs/pictures.py OUTPUT [LARGER_OUTPUT]

OUTPUT is what `kg build` wrote; of a LARGER_OUTPUT the overview and the dark page are taken. Needs chromium and
chromedriver (Debian: chromium, chromium-driver) and selenium.
"""

from __future__ import annotations

import shutil
import sys
import time
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
OPEN_FIRST_FACT = """
const { model, change } = kgExplorer;
const fact = Array.from({length: model.facts}, (_, f) => f)
  .sort((a, b) => model.more.all[b] - model.more.all[a] || model.over.confidence[b] - model.over.confidence[a])[0];
change({ focus: { type: 'saying', id: model.more.id[fact] } });
"""


def browser() -> Any:
    """Headless Chromium with a window of 1400 by 900."""
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--enable-unsafe-swiftshader"):
        options.add_argument(argument)
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(shutil.which("chromedriver")))
    metrics = {"width": 1400, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    return driver


def take(page: Path, name: str, *, fragment: str = "", script: str = "", dark: bool = False) -> None:
    """One picture of a page."""
    driver = browser()
    try:
        look = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        still = {"name": "prefers-reduced-motion", "value": "reduce"}
        driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [look, still]})
        driver.get(page.absolute().as_uri() + fragment)
        for _ in range(300):
            if driver.execute_script("return document.body.dataset.ready === 'all'"):
                break
            time.sleep(0.1)
        driver.execute_script(script)
        time.sleep(2)
        driver.save_screenshot(str(HERE / name))
    finally:
        driver.quit()


def main() -> None:
    """Take them all."""
    first = Path(sys.argv[1]) / "explorer.html"
    take(first, "explorer.png")
    take(first, "explorer-fact.png", script=OPEN_FIRST_FACT)
    take(first, "explorer-query.png", fragment="#view=query&question=dependence")
    if len(sys.argv) > 2:
        larger = Path(sys.argv[2]) / "explorer.html"
        take(larger, "explorer-larger.png")
        take(larger, "explorer-dark.png", dark=True)


if __name__ == "__main__":
    main()
