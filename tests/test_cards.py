"""The preview pictures: how words are broken into lines, fitted and drawn."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from PIL import Image

from handbook import cards
from handbook.cardfont import characters
from handbook.cards import CardError, card, fit, starts, wrap
from handbook.files import ROOT

WORDS = ("Autograd 手册", "核心机制", "反向传播", "一次 backward() 怎样运行，结束后留下什么。")


def opened(picture: bytes) -> Image.Image:
    return Image.open(io.BytesIO(picture))


# Width in 汉字: the size is 1, so that each is as wide as 1.
LINES = {
    "one line": ("梯度检查", 4, ["梯度检查"]),
    "even lines": ("向量雅可比积", 4, ["向量雅", "可比积"]),
    "no full stop first": ("一二三四五。", 5, ["一二三", "四五。"]),
    "no comma first": ("一二三，四", 3, ["一二", "三，四"]),
    "no dash first": ("一二三——四", 4, ["一二", "三——四"]),
    "no particle first": ("一二三的四", 3, ["一二", "三的四"]),
    "no opening mark last": ("一二「三四」", 4, ["一二", "「三四」"]),
    "marks stay together": ("一二（三）。四", 5, ["一二", "（三）。四"]),
    "Latin words stay whole": ("叶子与 requires_grad 的值", 10, ["叶子与", "requires_grad 的值"]),
    "hyphens too": ("the vector-Jacobian product", 7, ["the", "vector-Jacobian", "product"]),
    "a hyphen between 汉字": ("一二-三四", 3, ["一", "二-三", "四"]),
    "after a pause rather": ("一二三四，五六七", 6, ["一二三四，", "五六七"]),
    "words too wide": ("a retain_graph b", 4, ["a", "retain_graph", "b"]),
    "nothing": ("", 4, [""]),
}


@pytest.mark.parametrize("text, width, lines", LINES.values(), ids=LINES.keys())
def test_lines(text: str, width: float, lines: list[str]) -> None:
    assert wrap(text, 1, width) == lines


@pytest.mark.parametrize("width", range(4, 40))
def test_lines_of_any_width(width: int) -> None:
    text = (
        "“为什么”（WHY）？手写一个 autograd，六十行代码、「三种办法」、derivatives.yaml……再与 "
        "torch 逐位对照，不可导点的六条规则——向量-雅可比积，vector–Jacobian product 也在。"
    )
    lines = wrap(text, 1, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    for line in lines:
        assert line[0] not in "，。、；：？！）」』》”…—的-" and line[-1] not in "（「『《“-"
        assert line == line.strip()
        assert starts(line, 1)[-1] <= width or not set("，。、；：？！ ") & set(line[:-1])
    words = {"autograd", "derivatives.yaml", "torch", "vector–Jacobian", "product"}
    assert all(any(word in line for line in lines) for word in words)


def test_a_short_title_is_large_and_a_long_one_has_more_lines() -> None:
    room = 300
    sizes = [fit(title, room) for title in ("卷积", "张量的梯度属性与计算图的边", "梯度" * 14)]
    assert [len(lines) for _, lines in sizes] == [1, 2, 3]
    assert sorted((size for size, _ in sizes), reverse=True) == [size for size, _ in sizes]
    for size, lines in sizes:
        assert all(starts(line, size)[-1] <= cards.TITLE_WIDTH for line in lines)


def test_latin_letters_are_kerned() -> None:
    apart = starts("T", 1000)[-1] + starts("o", 1000)[-1]
    assert starts("To", 1000)[-1] == apart - 82


def test_the_picture() -> None:
    picture = opened(card(*WORDS))
    assert (picture.format, picture.mode, picture.size) == ("PNG", "P", (1200, 630))
    colours = picture.convert("RGB").getcolors(256)
    assert colours is not None
    found = {colour for _, colour in colours}
    assert {cards.colours()[name] for name in ("ground", "ink", "quiet", "accent")} <= found
    assert max(colours)[1] == cards.colours()["ground"] == (0xF5, 0xF7, 0xF7)


TITLES = [*("梯" * length for length in range(1, 27)), "element 0 of tensors does not require grad"]


@pytest.mark.parametrize("title", TITLES)
def test_nothing_is_drawn_in_the_margins_or_over_the_graph(title: str) -> None:
    picture = opened(card("The Autograd Handbook", "Operation rules", title, "x " * 75))
    picture = picture.convert("RGB")
    dark = picture.convert("L").point([255] * 225 + [0] * 31).getbbox()
    assert dark is not None
    left, top, right, bottom = dark
    assert left >= 68 and top >= 60 and right <= 1136 and bottom <= 570
    below_head = picture.crop((0, cards.HEAD + 14, cards.BOX[0], cards.TOP - 14))
    assert len(below_head.getcolors() or []) == 1
    empty = opened(card("", "", "", "")).convert("RGB")
    assert picture.crop(cards.BOX).tobytes() == empty.crop(cards.BOX).tobytes()


def test_the_same_words_give_the_same_picture() -> None:
    assert card.__wrapped__(*WORDS) == card.__wrapped__(*WORDS)
    assert card(*WORDS) is card(*WORDS)  # and while serving, it is drawn once
    assert len({card(*WORDS[:index], "别的", *WORDS[index + 1 :]) for index in range(4)}) == 4


@pytest.mark.parametrize("index", range(4))
def test_a_character_that_the_font_lacks(index: int) -> None:
    words = list(WORDS)
    words[index] += "\U00020000"
    with pytest.raises(CardError, match=r"has no 𠀀 \(U\+20000\)") as error:
        card(*words)
    assert error.value.text == words[index] and "make card-font" in error.value.mend


def test_words_that_do_not_fit() -> None:
    with pytest.raises(CardError, match="no room"):
        card("Site", "", "a_word_without_any_place_to_break_it", "x")
    with pytest.raises(CardError, match="no room"):
        card("Site", "", "title " * 30, "x")
    with pytest.raises(CardError, match="a section too long"):
        card("Site", "section " * 10, "title", "x")


def test_quotation_marks_of_latin_text_are_narrow() -> None:
    assert cards.checked("autograd’s “tape”…") == 'autograd\'s "tape"...'
    assert cards.checked("“带”") == "“带”"


def test_the_font_has_the_common_characters_and_takes_in_what_pages_use(tmp_path: Path) -> None:
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        shutil.copy(ROOT / name, tmp_path)
    common = characters(tmp_path)
    with TTFont(cards.FONT) as font:
        lacking = common - set(font.getBestCmap())
    assert {chr(code) for code in lacking} <= set("毖谰耪锨\n")  # nor has the font that npm brings
    assert len(common) > 3755 + 95 and {*map(ord, "梯度、卷积 é")} <= common
    page = tmp_path / "docs/zh/page.md"
    page.parent.mkdir(parents=True)
    page.write_text("𠀀", encoding="utf-8")
    assert characters(tmp_path) - common == {0x20000}
