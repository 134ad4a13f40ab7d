"""Which HTML nobody can see: hidden by style, without size, or in the colour of its ground."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from brobygger.data.documents.unseen import COLOUR, HIDDEN, OUTSIDE, TINY

Colour: TypeAlias = tuple[int, int, int]
Declarations: TypeAlias = Mapping[str, str]

WHITE: Colour = (255, 255, 255)
NAMED: Mapping[str, Colour] = {
    "white": WHITE, "snow": (255, 250, 250), "ivory": (255, 255, 240), "ghostwhite": (248, 248, 255),
    "floralwhite": (255, 250, 240), "mintcream": (245, 255, 250), "azure": (240, 255, 255),
    "whitesmoke": (245, 245, 245), "black": (0, 0, 0), "red": (255, 0, 0), "blue": (0, 0, 255),
    "navy": (0, 0, 128), "green": (0, 128, 0), "yellow": (255, 255, 0), "gray": (128, 128, 128),
    "grey": (128, 128, 128), "silver": (192, 192, 192),
}  # fmt: skip
NEARLY_THE_SAME = 20  # of 255 in every channel: a contrast below 1.2 : 1 on white, where readers need 4.5 : 1
FAINT = 0.1  # opacity up to which letters are not seen
MOST_CSS = 500_000  # characters of style sheets that are looked at

SIMPLE_SELECTOR = re.compile(r"(?P<tag>[a-z][a-z0-9]*)?(?P<mark>[.#][\w-]+)?", re.IGNORECASE)
FUNCTION = re.compile(r"(?:rgb|hsl)a?\(([^()]*)\)")
NO_SCALE = re.compile(r"scale[xy]?\(0(?:\.0+)?(?:,[\d.]+)?\)")
NO_CLIP = re.compile(
    r"inset\((?:50|100)%|rect\(\s*(?:0(?:px)?|1px)[\s,]+(?:0(?:px)?|1px)[\s,]+(?:0(?:px)?|1px)[\s,]+(?:0(?:px)?|1px)\s*\)|circle\(0"
)
BARE_NUMBER = re.compile(r"-?(?:\d+(?:\.\d+)?|\.\d+)")
FAR_AWAY = -900  # pixels; the trick of pushing text out of the window


def declarations(css: str) -> dict[str, str]:
    """The declarations of a style attribute: "color: red; top: 0" → {"color": "red", "top": "0"}."""
    found = {}
    for part in css.split(";"):
        name, colon, value = part.partition(":")
        if colon:
            found[name.strip().lower()] = value.replace("!important", "").strip().lower()
    return found


def hides(style: Declarations) -> bool:
    """Whether an element of this style takes its text out of sight, whatever its colours."""
    return bool(removed(style) or unseen_letters(style))


def removed(style: Declarations) -> str | None:
    """Why nobody sees an element of this style, whatever is inside it; None if it may be seen."""
    if (
        style.get("display") == "none"
        or style.get("content-visibility") == "hidden"
        or _is_faint(style.get("opacity"))
        or _opacity_of_filter(style.get("filter", ""))
        or NO_SCALE.search(style.get("transform", "").replace(" ", ""))
        or NO_CLIP.search(style.get("clip-path", "") + style.get("clip", ""))
        or (
            style.get("overflow", "").startswith(("hidden", "clip"))
            and 0 in [_number(style.get(side)) for side in ("height", "width", "max-height", "max-width")]
        )
    ):
        return HIDDEN
    sides = [_number(style.get(side)) or 0 for side in ("left", "top", "right", "bottom")]
    margins = [_number(style.get(f"margin-{side}")) or 0 for side in ("left", "top")]
    shifts = [float(number) for number in BARE_NUMBER.findall(_shift(style))]
    is_placed = style.get("position") in ("absolute", "fixed", "relative")
    far = [_number(style.get("text-indent")) or 0, *margins, *shifts, *(sides if is_placed else ())]
    return OUTSIDE if min(far) <= FAR_AWAY else None


def unseen_letters(style: Declarations) -> str | None:
    """Why letters of this style are not seen; None if they are. Elements inside may say otherwise."""
    if style.get("visibility") in ("hidden", "collapse"):
        return HIDDEN
    if _is_tiny(style.get("font-size") or _size_in_font(style.get("font", ""))):
        return TINY
    return COLOUR if is_transparent(style.get("color", "")) else None


def is_transparent(value: str) -> bool:
    """Whether a colour shows next to nothing: transparent, rgba(…, 0), #rrggbb00."""
    if value == "transparent":
        return True
    if value.startswith("#") and len(value) in (5, 9):
        return (
            int(value[-1] if len(value) == 5 else value[-2:], 16) <= FAINT * 255
            if _is_hex(value[1:])
            else False
        )
    function = FUNCTION.fullmatch(value)
    numbers = re.findall(r"[\d.]+%?", function[1]) if function else []
    return len(numbers) == 4 and _is_faint(numbers[3])


def colour(value: str | None) -> Colour | None:
    """A colour in red, green, blue (0–255); None for what is not known, such as gradients."""
    value = (value or "").strip().lower()
    if value in NAMED:
        return NAMED[value]
    digits = value.removeprefix("#")
    if len(digits) in (3, 4) and _is_hex(digits):
        digits = "".join(2 * digit for digit in digits)
    if len(digits) in (6, 8) and _is_hex(digits):
        return (int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:6], 16))
    function = FUNCTION.fullmatch(value)
    if function and value.startswith("hsl"):
        return _from_hsl(function[1])
    numbers = BARE_NUMBER.findall(function[1])[:3] if function and "%" not in value else []
    return tuple(min(255, int(float(number))) for number in numbers) if len(numbers) == 3 else None  # type: ignore[return-value]


def ground(style: Declarations) -> tuple[bool, Colour | None]:
    """Whether a style sets a background, and its colour if that is known."""
    stated = style.get("background-color") or style.get("background") or style.get("background-image")
    if stated is None or stated in ("none", "transparent", "inherit", "initial", "unset"):
        return False, None
    return True, colour(stated.split(" ")[0] if not stated.startswith("rgb") else stated)


def same_colour(text: Colour | None, behind: Colour | None) -> bool:
    """Whether two colours cannot be told apart; False if one is unknown."""
    if text is None or behind is None:
        return False
    return all(abs(one - other) <= NEARLY_THE_SAME for one, other in zip(text, behind, strict=True))


class StyleSheet:
    """The rules of <style> elements with simple selectors: `tag`, `.class`, `#id`, `tag.class`."""

    def __init__(self, css: str) -> None:
        self._rules: dict[tuple[str, str], dict[str, str]] = {}
        for selectors, body in _rules(css[:MOST_CSS]):
            style = declarations(body)
            for selector in selectors.split(","):
                match = SIMPLE_SELECTOR.fullmatch(selector.strip())
                if match and match[0]:
                    key = ((match["tag"] or "").lower(), match["mark"] or "")
                    self._rules.setdefault(key, {}).update(style)

    def style(self, tag: str, classes: list[str], identifier: str, inline: str) -> Declarations:
        """What holds for one element: its tag's rules, its classes', its id's, its own."""
        found: dict[str, str] = {}
        if self._rules:
            for mark in ("", *(f".{name}" for name in classes), f"#{identifier}"):
                found |= self._rules.get(("", mark), {}) | self._rules.get((tag, mark), {})
        return found | declarations(inline) if inline else found


def _rules(css: str) -> Iterator[tuple[str, str]]:
    """(selectors, declarations) of the rules outside @-blocks, which hold on paper or small screens only."""
    depth, last, selectors = 0, 0, ""
    for brace in re.finditer(r"[{}]", css):
        words = css[last : brace.start()]
        last = brace.end()
        if brace[0] == "{":
            depth += 1
            if depth == 1:
                selectors = words.rpartition(";")[2].rpartition("*/")[2].strip()
        else:
            if depth == 1 and not selectors.startswith("@"):
                yield selectors, words
            depth = max(0, depth - 1)


def _is_hex(digits: str) -> bool:
    return all(digit in "0123456789abcdef" for digit in digits)


def _number(value: str | None) -> float | None:
    match = BARE_NUMBER.match(value or "")
    return float(match[0]) if match else None


def _from_hsl(arguments: str) -> Colour | None:
    numbers = [float(number) for number in BARE_NUMBER.findall(arguments)[:3]]
    if len(numbers) < 3:
        return None
    hue, saturation, lightness = numbers[0] / 360 % 1, min(1, numbers[1] / 100), min(1, numbers[2] / 100)
    red, green, blue = colorsys.hls_to_rgb(hue, max(0, lightness), max(0, saturation))
    return round(255 * red), round(255 * green), round(255 * blue)


def _is_faint(value: str | None) -> bool:
    number = _number(value)
    if number is None:
        return False
    return number <= (FAINT * 100 if (value or "").endswith("%") else FAINT)


def _opacity_of_filter(value: str) -> bool:
    match = re.search(r"opacity\(([^()]*)\)", value)
    return bool(match) and _is_faint(match[1].strip() if match else None)


def _shift(style: Declarations) -> str:
    """The arguments of a transform that moves: "translate(-9999px, 0)" → "-9999px, 0"."""
    match = re.search(r"translate[xy3d]*\(([^()]*)\)", style.get("transform", ""))
    return match[1] if match else ""


def _size_in_font(value: str) -> str:
    """The size in the shorthand: "italic 1px/1 serif" → "1px"."""
    match = re.search(r"(?:^|\s)(\d*\.?\d+(?:px|pt|em|rem|%)|0)(?=$|[\s/])", value)
    return match[1] if match else ""


def _is_tiny(size: str) -> bool:
    """Below two pixels or points, or an eighth of the usual size."""
    number = _number(size)
    if number is None:
        return False
    if size.endswith(("px", "pt")):
        return number < 2
    return number < (12.5 if size.endswith("%") else 0.125)
