"""The training loop: seeded, with warm-up and linear decay, and checkpoints from which it goes on."""

from __future__ import annotations

import math
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

import torch
from torch import Tensor, nn

from kg.errors import InputError
from kg.train.recipe import Schedule
from kg.train.written import checkpoint_of

__all__ = ["Course", "Progress", "Schedule", "device", "fit", "read_weights"]

Progress = Callable[[int, int, str], None]
Example = TypeVar("Example")


def device() -> torch.device:
    """The graphics card if there is one, else the processor."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


@dataclass(frozen=True)
class Course(Generic[Example]):
    """What a part of the model learns from: examples, how long each is, and the loss of a batch of them."""

    examples: Sequence[Example]
    length: Callable[[Example], int]
    loss: Callable[[Any, Sequence[Example]], Tensor]


def fit(
    model: nn.Module,
    courses: Sequence[Course[Any]],
    schedule: Schedule,
    *,
    checkpoint: Path | None = None,
    progress: Progress | None = None,
) -> None:
    """Train a model in place, batches of all courses mixed; with a `checkpoint` that exists, from where that was left.

    Raises:
        InputError: the checkpoint is damaged or of another model.
    """
    if schedule.threads:
        torch.set_num_threads(schedule.threads)
    place = next(model.parameters()).device
    steps = schedule.epochs * sum(math.ceil(len(c.examples) / schedule.batch) for c in courses)
    optimizer, rate = _optimizer(model, schedule, steps)
    mean = _Mean(model, schedule.averaging)
    mark = repr((schedule, [(c.loss.__qualname__, sum(map(c.length, c.examples))) for c in courses]))
    done = _resume(checkpoint, mark, model, optimizer, rate, mean) if checkpoint else 0
    model.train()
    saved, recent = time.monotonic(), 0.0
    for step, (course, batch) in enumerate(_batches(courses, schedule)):
        if step < done:
            continue
        torch.manual_seed(schedule.seed + step)  # a resumed run draws what an unbroken one would have drawn
        loss = _step(model, course.loss, batch, place)
        optimizer.step()
        rate.step()
        optimizer.zero_grad()
        mean.add(model, step)
        recent = 0.98 * recent + 0.02 * loss if recent else loss
        if progress:
            progress(step + 1, steps, f"loss {recent:.3f}")
        if checkpoint and time.monotonic() - saved > 60 * schedule.minutes_between_checkpoints:
            _save(checkpoint, mark, step + 1, model, optimizer, rate, mean)
            saved = time.monotonic()
    if checkpoint:
        _save(checkpoint, mark, steps, model, optimizer, rate, mean)
    model.load_state_dict(mean.weights, strict=False)
    model.eval()


class _Mean:
    """A running mean of what is trained, which does better than where training happens to end."""

    def __init__(self, model: nn.Module, slowness: float) -> None:
        self.slowness = slowness
        self.weights = {n: p.detach().clone() for n, p in model.named_parameters() if p.requires_grad}

    def add(self, model: nn.Module, step: int) -> None:
        slowness = min(self.slowness, (1 + step) / (10 + step))
        for name, weights in model.named_parameters():
            if name in self.weights:
                self.weights[name].lerp_(weights.detach(), 1 - slowness)


def read_weights(file: Path) -> dict[str, Any]:
    """What a checkpoint or written graph holds: "model" and, where kg wrote them, "outputs" or the state of training.

    Raises:
        InputError: the file cannot be read or is no checkpoint.
    """
    if file.suffix == ".onnx":
        return checkpoint_of(file)
    try:
        found = torch.load(file, weights_only=True, map_location="cpu")
    except Exception as error:  # torch raises many kinds for a broken file
        raise InputError(f"Cannot read the checkpoint {file}: {type(error).__name__}.") from error
    if not isinstance(found, dict) or "model" not in found:
        raise InputError(f"{file} is no checkpoint of kg.")
    return found


def _step(
    model: nn.Module, loss_of: Callable[[Any, Sequence[Example]], Tensor], batch: Sequence[Example], place: torch.device
) -> float:
    """Gradients of a batch and its loss. Tensors that the loss makes come to lie where the model is."""
    if place.type == "cpu":  # where 16 bits are slower than 32
        loss = loss_of(model, batch)
    else:
        with torch.autocast(place.type, torch.bfloat16), place:
            loss = loss_of(model, batch)
    loss.backward()  # type: ignore[no-untyped-call]
    nn.utils.clip_grad_norm_([p for p in model.parameters() if p.requires_grad], 1.0)
    return loss.item()


def _optimizer(model: nn.Module, schedule: Schedule, steps: int) -> tuple[torch.optim.Optimizer, Any]:
    inside = [p for name, p in model.named_parameters() if name.startswith("encoder.") and p.requires_grad]
    heads = [p for name, p in model.named_parameters() if not name.startswith("encoder.")]
    groups = [{"params": inside, "lr": schedule.encoder_rate}, {"params": heads, "lr": schedule.head_rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=schedule.decay, fused=True)
    warm = max(1, round(schedule.warm_up * steps))

    def factor(step: int) -> float:
        return (step + 1) / warm if step < warm else max(0.0, (steps - step) / max(1, steps - warm))

    return optimizer, torch.optim.lr_scheduler.LambdaLR(optimizer, factor)


def _batches(courses: Sequence[Course[Any]], schedule: Schedule) -> Iterator[tuple[Course[Any], list[Any]]]:
    """Batches of examples of like length in a seeded order, epoch after epoch, each of one course."""
    for epoch in range(schedule.epochs):
        draw = random.Random(f"{schedule.seed}:{epoch}")
        batches = []
        for course in courses:
            order = list(range(len(course.examples)))
            draw.shuffle(order)
            wide = 16 * schedule.batch
            for start in range(0, len(order), wide):
                near = sorted(order[start : start + wide], key=lambda n: course.length(course.examples[n]))
                batches += [(course, near[i : i + schedule.batch]) for i in range(0, len(near), schedule.batch)]
        draw.shuffle(batches)
        for course, batch in batches:
            yield course, [course.examples[n] for n in batch]


def _save(file: Path, mark: str, step: int, model: nn.Module, optimizer: Any, rate: Any, mean: _Mean) -> None:
    state = {"of": mark, "step": step, "model": model.state_dict(), "mean": mean.weights}
    new = file.with_suffix(".new")
    torch.save(state | {"optimizer": optimizer.state_dict(), "rate": rate.state_dict()}, new)
    new.replace(file)


def _resume(file: Path, mark: str, model: nn.Module, optimizer: Any, rate: Any, mean: _Mean) -> int:
    """The step after which a checkpoint was written, 0 without one; `mark` says of what run it must be."""
    if not file.exists():
        return 0
    state = read_weights(file)
    if state.get("of") != mark:
        raise InputError(f"{file} is the checkpoint of another recipe; train without --resume.")
    model.load_state_dict(state["model"])
    optimizer.load_state_dict(state["optimizer"])
    rate.load_state_dict(state["rate"])
    mean.weights = state["mean"]
    return int(state["step"])
