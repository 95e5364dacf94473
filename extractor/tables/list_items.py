"""From the tokens of a lost budget list to its items, and from items and amounts to pairs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.tables.list_tokens import Token
from extractor.tables.profile import is_total_label

_ITEM_START = re.compile(
    r"(?:program|kegiatan|layanan|penye\w+|penge\w+|pengaw\w+|perenc\w+|pelaks\w+|pembin\w+|penyus\w+|operasional|sarana|fasilitasi|tata\s+kelola|dukungan|"
    r"evaluasi|sosialisasi|pening\w+|pember\w+|pemel\w+|pengada\w+|penanga\w+|pendid\w+|peneta\w+|penyed\w+|koordinasi|administrasi)\b",
    re.IGNORECASE,
)
_OPEN = frozenset({
    "dan", "atau", "dalam", "di", "ke", "dari", "pada", "yang", "untuk", "guna", "dengan", "secara", "serta", "atas", "oleh", "bagi",
    "antara",
})  # fmt: skip
CONTINUE = {
    "lower": 4.0,
    "open": 4.0,
    "numbered": -9.0,
    "complete": -6.0,
    "short_before_code": 2.0,
    "line_start": -1.0,
    "same_line": 1.0,
    "item_words": -2.0,
    "unnumbered": 2.5,
    "interrupted": -4.0,
}
"""Log odds that a text goes on with the item before it; set by reason."""
PAIR, SAME_LINE, FAR, EVIDENCE = 3.0, 2.0, 0.05, 0.8


def is_open(text: str) -> bool:
    """Whether an item cannot end here: a conjunction or a comma last."""
    return text.rsplit(maxsplit=1)[-1].lower() in _OPEN or text.endswith((",", "/", "-"))


@dataclass(slots=True)
class Amount:
    text: str
    line: int
    order: int
    fragments: list[str] = field(default_factory=list)
    """Words before it that the border cut off the item's last printed lines."""


@dataclass(slots=True)
class ListItem:
    """One item of a list."""

    text: str
    lines: list[int]
    order: int
    number: str = ""
    code: str = ""

    @property
    def evidence(self) -> int:
        """How much speaks for an item at all, beside its being a line of text: a number, a code, words of programmes."""
        return bool(self.number) + bool(self.code) + bool(_ITEM_START.match(self.text))

    def whole(self, amount: Amount | None) -> str:
        """The text with the fragments that stand before its amount put back where the item was cut."""
        text = self.text
        for fragment in amount.fragments if amount else []:
            text = put_back(text, fragment)
        return text


def collect(found: Sequence[Token]) -> tuple[list[ListItem], list[Amount]]:
    """Items and amounts in printed order."""
    numbered = sum(t.kind == "number" for t in found) >= 2
    items: list[ListItem] = []
    amounts: list[Amount] = []
    loose: list[str] = []
    number = ""
    for at, token in enumerate(found):
        if token.kind == "number":
            following = found[at + 1].kind if at + 1 < len(found) else ""
            if following == "text":
                number = token.text
            elif items and not items[-1].number:
                items[-1].number = token.text
        elif token.kind == "amount":
            amounts.append(Amount(token.text, token.line, at, loose))
            loose = []
        elif token.kind == "code" and items:
            _add_code(items[-1], token)
        elif token.kind == "text" and not is_total_label(token.text) and any(ch.isalpha() for ch in token.text):
            if not items and token.text[:1].islower():
                loose.append(token.text)
            elif items and _goes_on(items[-1], found, at, number, numbered) > 0:
                items[-1].text += f" {token.text}"
                items[-1].lines.append(token.line)
            else:
                items.append(ListItem(token.text, [token.line], at, number))
            number = ""
    return items, amounts


def _add_code(item: ListItem, token: Token) -> None:
    if not item.code:
        item.code = token.text
        if token.line not in item.lines:
            item.lines.append(token.line)


def _goes_on(item: ListItem, found: Sequence[Token], at: int, number: str, numbered: bool) -> float:
    token = found[at]
    following = next((t.kind for t in found[at + 1 :] if t.kind != "currency"), "")
    features = {
        "lower": token.text[:1].islower(),
        "open": is_open(item.text),
        "numbered": bool(number),
        "complete": bool(item.code),
        "short_before_code": following == "code" and token.text.count(" ") < 3,
        "line_start": token.first,
        "same_line": not token.first and token.line == item.lines[-1],
        "item_words": _ITEM_START.match(token.text) is not None,
        "interrupted": any(
            t.kind == "junk" or (t.kind == "amount" and t.line not in item.lines) for t in found[item.order : at] if t.line < token.line
        ),
        "unnumbered": numbered and bool(item.number) and not number,
    }
    return sum(CONTINUE[name] for name, present in features.items() if present)


def pair(items: Sequence[ListItem], amounts: Sequence[Amount]) -> list[Amount | None]:
    """The amount of every item (or None): the best pairing that keeps both in their order."""
    best = [[0.0] * (len(amounts) + 1) for _ in range(len(items) + 1)]
    for i in range(len(items) - 1, -1, -1):
        for j in range(len(amounts) - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + _fit(items[i], amounts[j]))
    result: list[Amount | None] = []
    j = 0
    for i in range(len(items)):
        while j < len(amounts) and best[i][j] == best[i][j + 1] and best[i][j] > best[i + 1][j]:
            j += 1
        taken = j < len(amounts) and best[i][j] == best[i + 1][j + 1] + _fit(items[i], amounts[j]) and best[i][j] > best[i + 1][j]
        result.append(amounts[j] if taken else None)
        j += taken
    return result


def _fit(item: ListItem, amount: Amount) -> float:
    inline = amount.line in item.lines and amount.order > item.order
    return PAIR + EVIDENCE * item.evidence + SAME_LINE * inline - FAR * abs(amount.order - item.order)


def put_back(text: str, fragment: str) -> str:
    """A fragment cut off by a border, put behind the word that it completes ("… dal Konsolidasi" + "dalam Proses"); else left out."""
    words, pieces = text.split(), fragment.split()
    for at, word in enumerate(words):
        if len(word) >= 2 and pieces[0].lower().startswith(word.lower()) and pieces[0].lower() != word.lower():
            return " ".join([*words[:at], *pieces, *words[at + 1 :]])
    return text
