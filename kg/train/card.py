"""The model card (Mitchell et al. 2019): what weights are made of, how well they do, and how to make them again."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from kg.train.recipe import Recipe

SOURCES = Path(__file__).with_name("sources.toml")
_DOES = {
    "names": "Finds names in sentences and says of what kind they are: a tag for each word.",
    "relations": "Says in which relation, which direction and with which status two marked mentions of a text stand.",
}
_LIMITS = {
    "names": "English only. Common nouns are not found, nor are pronouns. Names inside names are not.",
    "relations": "English only. Texts longer than 500 word pieces must be cut by the caller. A pair is judged by its "
    "text alone, so what a text does not say of two mentions is not known here either.",
}
_BIAS = (
    "The open sets are mostly Wikipedia, filings and product pages of firms of the English-speaking world; text of "
    "other kinds is likely to be read less well. Confidence is calibrated on passages written for kg."
)


@lru_cache
def sources() -> Mapping[str, Mapping[str, str]]:
    """What is known of the data sets, by the name that recipes use."""
    return tomllib.loads(SOURCES.read_text(encoding="utf-8"))


def card(recipe: Recipe, report: Mapping[str, Any]) -> str:
    """The card of weights in Markdown."""
    name = report["model"]
    parts = (
        [f"# {name}.onnx, version {recipe.version}", "", _DOES[name]],
        ["Made for kg, a builder of knowledge graphs from business text. It runs by onnxruntime on a plain CPU."],
        ["## Made of", "", *_data(recipe, report)],
        ["## Figures", "", *_figures(report)],
        ["## Limits", "", _LIMITS[name], _BIAS],
        ["## Make it again", "", *_again(recipe)],
    )
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def _data(recipe: Recipe, report: Mapping[str, Any]) -> Iterator[str]:
    yield from _table(report["data"])
    if report["encoder_data"]:
        yield ""
        yield "The encoder, which names and relations share, has learned from these as well:"
        yield ""
        yield from _table(report["encoder_data"])
    yield ""
    told = list(dict.fromkeys(about["name"] for about in (*report["data"], *report["encoder_data"])))
    for name in ("encoder", *told) if recipe.base is None else told:
        source = sources().get(name, {})
        if source.get("citation"):
            yield f"- {source['name']} ({source['licence']}): {source['citation']}. {source['origin']}"


def _table(sets: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    yield "| data | texts | held out | licence |"
    yield "|---|---|---|---|"
    for about in sets:
        source = sources().get(about["name"], {})
        taken = f"{about['texts']}" + (f" (1 in {about['one_in']})" if about["one_in"] > 1 else "")
        name, licence = source.get("name", about["name"]), source.get("licence", "the user's own")
        yield f"| {name} | {taken} | {about['held_out'] or ''} | {licence} |"


def _figures(report: Mapping[str, Any]) -> Iterator[str]:
    yield f"Size {report['megabytes']} MB, weights of 8 bits."
    if "held_out" not in report:
        yield "No text was held out, so nothing was measured and the confidence is not calibrated."
        return
    held_out, sure = report["held_out"], report["calibration"]
    whole = report["f1_in_32_bits"]
    yield f"On {held_out['texts']} texts that were never trained on (with weights of 32 bits, F1 is {whole:.3f}):"
    yield ""
    yield "| | precision | recall | F1 | gold |"
    yield "|---|---|---|---|---|"
    for name, of in (("all", held_out), *held_out["by_type"].items()):
        yield f"| {name} | {of['precision']:.3f} | {of['recall']:.3f} | {of['f1']:.3f} | {of['gold']} |"
    yield ""
    if said := held_out["statuses"]:
        right = sum(count for pair, count in said.items() if len(set(pair.split(" as "))) == 1)
        yield f"The status is right for {right} of {sum(said.values())} related pairs."
        yield ""
    yield f"Expected calibration error {sure['error']:.3f}" + (
        f" (without the fitted slope of {sure['slope']}: {sure['error_without_slope']:.3f})."
        if _is_fitted(sure)
        else "."
    )
    yield ""
    yield f"![Reliability plot]({report['model']}.svg)"


def _is_fitted(calibration: Mapping[str, Any]) -> bool:
    return bool(calibration["slope"] != 1.0)


def _again(recipe: Recipe) -> Iterator[str]:
    start = f" --start {recipe.start.parent.name}/{recipe.start.name}" if recipe.start else ""
    yield "Get the data sets named above, put them below one folder as the recipe lists them, and run"
    yield ""
    yield "```sh"
    yield "pip install 'kg-business[train]'"
    yield f"kg train {recipe.file} --data DIR{start} -o OUT"
    yield "```"
    yield ""
    if recipe.layers:
        yield f"The model has {len(recipe.layers)} layers and learned, from the texts of these sets alone, to say"
        yield "what that one says which it starts from; for the weights of kg, what kg/train/finish.toml makes."
    elif start:
        yield "The checkpoint comes from a recipe before this one; for the weights of kg, from kg/train/reader.toml."
    by = recipe.schedule
    yield f"Seed {by.seed}, {by.epochs} epochs in batches of {by.batch}; learning rates {by.encoder_rate} for the"
    yield f"encoder and {by.head_rate} for the rest."
