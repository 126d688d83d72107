"""How Chinese is set: the linter on every text, each of its rules on a fault; lines and fonts.

What a rule of the linter cannot know is measured in the browser: where lines end, and which
font draws what.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, CDPSession, Page

from handbook.files import ROOT, relative, report
from handbook.formulas import render
from handbook.typography import PHRASING, SETTING, check, chinese_files, faults
from tests.test_site import PAGES, address


@pytest.mark.parametrize("path", chinese_files(), ids=relative)
def test_chinese_is_well_set(path: Path) -> None:
    problems = check(path)
    assert not problems, report(problems)


# Rule: what is wrong, what to write instead; and what comes near, and is right.
FAULTS = {
    "no space between": [
        ("用PyTorch算", "用 PyTorch 算"),
        ("共3个", "共 3 个"),
        ("调用`f()`之后", "调用 `f()` 之后"),
        ("令$x$变动", "令 $x$ 变动"),
        ("见[PyTorch](a.md)的文档", "见 PyTorch 的文档"),
        ("**PyTorch**的", "PyTorch 的"),
        ("占50%的", "占 50% 的"),
    ],
    "a space between 汉字": [("梯度 累加", "梯度累加"), ("[梯度](a.md) 累加", "梯度累加")],
    "a space beside": [
        ("梯度 ，导数", "梯度，导数"),
        ("`x` 、`y`", "`x`、`y`"),
        ("梯度。 导数", "梯度。导数"),
        ("梯度 （gradient）", "梯度（gradient）"),
        ("叫「 梯度」", "叫「梯度」"),
    ],
    "a line that ends": [("沿路径相加，\n这是规则", "加，这是")],
    "half-width punctuation": [
        ("梯度,导数", "梯度，导数"),
        ("梯度; 导数", "梯度；导数"),
        ("是什么?", "是什么？"),
        ("算完.", "算完。"),
        ("是 $x$.令", "$x$。令"),
        ("用 `x`, 再", "`x`，再"),
        ("见 $x$: 它", "$x$：它"),
        ("用 PyTorch,再", "PyTorch，再"),
        ("见[梯度](a.md),再", "梯度，再"),
    ],
    "half-width brackets": [
        ("梯度 (gradient) 是", "梯度（gradient）是"),
        ("`f` (第三个)", "`f` （第三个）"),
    ],
    "doubled": [("梯度，，导数", "梯度，导数"), ("导数。。", "导数。"), ("为何？？", "为何？")],
    "quotation marks": [('叫"梯度"的', "叫「梯度」的"), ("叫“梯度”的", "叫「梯度」的")],
    "an ellipsis": [("等等...", "等等……"), ("等等…", "等等……"), ("等等。。。", "等等……")],
    "a dash": [
        ("梯度--导数", "梯度——导数"),
        ("梯度 — 导数", "梯度——导数"),
        ("梯度 - 导数", "梯度——导数"),
        ("梯度 —— 导数", "梯度——导数"),
    ],
    "full-width letters": [("ＡＢ 和 １２", "AB"), ("占 5％", "占 5%")],
    "当……时": [("当步长变小时，误差变大", "……时，"), ("因此，当它运行的时候，", "……时，")],
    "被……所": [("被引擎所调用", "被……")],
    "进行": [("对参数进行更新", "the verb"), ("然后进行了求导", "the verb")],
    "three 的": [("模型的参数的梯度的值", "two clauses")],
    "您": [("您可以", "你")],
    "traditional": [("梯度與导数", "简体")],
}
RIGHT = """\
---
title: 梯度
description: "用 `x` 讲梯度：一、二。"
---

# 梯度 { #gradient }

一段话，`f(a, b)...`，$(0, 1)$，见[链式法则](a.md#b)，[`x`](b.md)。
{ .question }

**没有条目的算子。** 有些算子（operator）没有条目，向量-雅可比积（VJP）也没有；5–20 行。

- 甲：用 PyTorch 2.13.0，在 README.zh.md 里；「乙」、《丙》……丁——戊！？
1. 第一，50% 的 x² 和 `a`、`b`，地址 <http://127.0.0.1:8000/>，<a href="x, y">己</a>。

| 名字 | 意思 |
| --- | --- |
| `x` | 输入。 | – |

!!! rule "链式法则"

    $$
    \\text{梯度a}, b
    $$

    - 里面的一行
    - 又一行。

```python
print("梯度,a")  # "b"...
```

当且仅当它为真，把它当作零，调用时当心。此时被所有人看见，进行曲。我的，你的，他的。

求 $L$ 对变的是矩阵的转置和相乘的次序。Settings → Source: GitHub Actions (CI)
"""


def test_every_rule_is_shown_a_fault() -> None:
    rules = [message for message, _, _ in SETTING + PHRASING]
    for name in FAULTS:
        assert sum(name in message for message in rules) == 1, name
    assert len(FAULTS) == len(rules)


@pytest.mark.parametrize(
    "name, text, instead", [(name, *it) for name, them in FAULTS.items() for it in them]
)
def test_finds(name: str, text: str, instead: str) -> None:
    found = list(faults(f"\n\n{text}\n"))
    assert any(
        line == 3 and name in message and instead in mend for line, message, mend in found
    ), found


def test_accepts_what_is_right() -> None:
    assert list(faults(RIGHT)) == []


NOTEBOOK = {
    "cells": [
        {"cell_type": "code", "metadata": {"alt": "横轴h"}, "source": ["print('梯度,')"]},
        {"cell_type": "markdown", "metadata": {}, "source": ["# 标题\n", "\n", "梯度,导数"]},
    ],
    "metadata": {"title": "梯度", "description": "讲autograd。"},
}
PLACES = {
    "docs/zh/a/b.md": ("一行\n\n梯度,导数\n", [3]),
    "docs/zh/labs/c.ipynb": (json.dumps(NOTEBOOK, ensure_ascii=False, indent=1), [6, 18, 24]),
    "README.zh.md": ("梯度,导数", [1]),
    "mkdocs.yml": (
        '# 梯度,\nname: 用autograd\nurl: !ENV [A, "..."]\nnav:\n  - 开 始: a.md',
        [2, 5],
    ),
    "overrides/x.html": ('{{ "en": "a, b"\n "zh": "没有,这一页" }}', [2]),
    "overrides/x.txt": ('{% if it == "zh" %}\n{#- a\nb -#}\n见 {{ a }},再见。', [4]),
    "handbook/x.py": (
        '"""Of 汉字, in English."""\nW = {"zh": {"a": "输出;"}, "en": {"a": "汉, b"}}',
        [2],
    ),
}


@pytest.mark.parametrize("name", PLACES)
def test_finds_a_fault_wherever_readers_meet_chinese(name: str, tmp_path: Path) -> None:
    source, lines = PLACES[name]
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(source, encoding="utf-8")
    assert chinese_files(tmp_path) == [path]
    problems = check(path, tmp_path)
    assert sorted(it.line for it in problems) == lines, report(problems)
    assert {it.file for it in problems} == {name}


def test_punctuation_stays_with_its_formula() -> None:
    html = render(r'字（<span class="arithmatex">\(x\)</span>），字')
    assert re.fullmatch(r'字<span class="unbroken">（<math>.*</math>），</span>字', html)


# In the browser.

WIDTHS = (360, 1280)
BROKEN_LINES = """() => {
  const faults = [], blocks = "p, li, dd, dt, td, th, h1, h2, h3, h4, summary, figcaption"
  for (const block of document.querySelectorAll(`article :is(${blocks})`)) {
    const boxes = []  // in the order of reading: each sign, and each formula as one
    const walk = (node) => {
      if (node.nodeType === Node.TEXT_NODE) {
        const range = document.createRange()
        for (let at = 0; at < node.length; at++) {
          if (/\\s/.test(node.data[at])) continue
          range.setStart(node, at)
          range.setEnd(node, at + 1)
          const box = range.getClientRects()[0]
          if (box && box.width) boxes.push([node.data[at], box])
        }
      } else if (node.matches?.("math")) {
        boxes.push(["∎", node.getBoundingClientRect()])
      } else if (node === block || !node.matches?.(`${blocks}, pre, svg, .formula, .headerlink`)) {
        node.childNodes.forEach(walk)
      }
    }
    walk(block)
    boxes.slice(1).forEach(([sign, box], at) => {
      const [last, before] = boxes[at]
      if (box.left > before.left || box.bottom <= before.bottom) return  // on the same line
      const text = boxes.slice(Math.max(0, at - 9), at + 1).map((it) => it[0]).join("")
      if ("，。、；：？！）」』》".includes(sign))
        faults.push(`a line begins with ${sign} after ${text}`)
      if ("（「『《".includes(last))
        faults.push(`a line ends with ${text}`)
    })
  }
  return faults
}"""
STYLES = """() => {
  const faults = [], seen = new Set(), han = /[\\u3400-\\u9fff]/
  const text = document.querySelector("article").textContent
  const signs = [...new Set(text.match(/[\\u3400-\\u9fff]/g) || [])].join("")
  for (const it of document.querySelectorAll("article, article *")) {
    const own = [...it.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE)
    if (!own.some((node) => han.test(node.data))) continue
    const style = getComputedStyle(it), name = `${it.tagName} ${it.textContent.slice(0, 20)}`
    if (style.fontStyle !== "normal") faults.push(`汉字 in italics: ${name}`)
    if (!it.closest("[lang]").matches("[lang=zh]")) faults.push(`汉字 that are not zh: ${name}`)
    const spaced = it.closest("code, pre") ? "no-autospace" : "normal"
    if (document.documentElement.lang === "zh" && style.textAutospace !== spaced)
      faults.push(`text-autospace ${style.textAutospace}: ${name}`)
    if (seen.has(style.fontFamily)) continue
    seen.add(style.fontFamily)  // one sample of each, with every 汉字 of the page
    const sample = it.appendChild(document.createElement("span"))
    sample.className = "sample"
    sample.textContent = signs
  }
  for (const it of document.querySelectorAll("article :is(pre, :not(pre) > code)"))
    if (getComputedStyle(it).textAutospace !== "no-autospace")
      faults.push(`spaced: ${it.textContent}`)
  return faults
}"""


def broken_lines(page: Page) -> list[str]:
    """Where a line begins or ends with punctuation that must not stand there, at each width."""
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        found += [f"{width} px: {it}" for it in page.evaluate(BROKEN_LINES)]
    return found


def wrong_styles(page: Page, cdp: CDPSession) -> list[str]:
    """汉字 in italics, out of their language, or in fonts that handbook.css does not name."""
    found: list[str] = page.evaluate(STYLES)
    css = (ROOT / "docs/assets/handbook.css").read_text(encoding="utf-8")
    named = set(re.findall(r"[\w ]+", css))
    cdp.send("DOM.enable")
    cdp.send("CSS.enable")
    root = cdp.send("DOM.getDocument")["root"]["nodeId"]
    samples = cdp.send("DOM.querySelectorAll", {"nodeId": root, "selector": ".sample"})["nodeIds"]
    for sample in samples:
        fonts = cdp.send("CSS.getPlatformFontsForNode", {"nodeId": sample})["fonts"]
        names = {font["familyName"] for font in fonts}
        if len(names) != 1 or not names <= named:
            found.append(f"汉字 drawn in {names}")
    return found if samples else [*found, "no 汉字 at all"]


def opened(browser: Browser, address: str) -> tuple[Page, CDPSession]:
    context: Any = browser.new_context(locale="zh-CN")
    page = context.new_page()
    page.goto(address)
    page.evaluate("document.querySelectorAll('details').forEach(it => { it.open = true })")
    page.evaluate("document.fonts.ready.then(() => true)")
    return page, context.new_cdp_session(page)


@pytest.mark.browser
@pytest.mark.parametrize("name", [name for language, name in PAGES if language == "zh"])
def test_a_chinese_page_is_well_set(browser: Browser, home: str, name: str) -> None:
    page, cdp = opened(browser, home + address("zh", name))
    problems = broken_lines(page) + wrong_styles(page, cdp)
    page.context.close()
    assert not problems, "\n".join(problems)


@pytest.mark.browser
def test_chinese_on_english_pages_is_well_set(browser: Browser, home: str) -> None:
    page, cdp = opened(browser, home + address("en", "appendix/glossary.md"))
    problems = broken_lines(page) + wrong_styles(page, cdp)
    page.context.close()
    assert not problems, "\n".join(problems)


SET_WRONG = {
    "<p>字<br>。</p>": "px: a line begins with 。 after 字",
    "<p>字（<br><math><mi>x</mi></math></p>": "px: a line ends with 字（",
    "<p><i>字</i></p>": "汉字 in italics: I 字",
    "<p lang=en>字</p>": "汉字 that are not zh: P 字",
    "<p style='text-autospace: no-autospace'>字</p>": "text-autospace no-autospace: P 字",
    "<p><code style='text-autospace: normal'>x</code></p>": "spaced: x",
    "<p style='font-family: Noto Sans CJK JP'>字</p>": "汉字 drawn in {'Noto Sans CJK JP'}",
}


@pytest.mark.browser
def test_finds_what_is_set_wrong(browser: Browser, home: str) -> None:
    page, cdp = opened(browser, home + address("zh", "appendix/notation.md"))
    page.evaluate(
        "html => document.querySelector('article').insertAdjacentHTML('beforeend', html)",
        "".join(SET_WRONG),
    )
    problems = broken_lines(page) + wrong_styles(page, cdp)
    page.context.close()
    for message in SET_WRONG.values():
        assert any(message in it for it in problems), (message, problems)
