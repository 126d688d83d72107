"""How Chinese is set: the linter on every text, and each of its rules on a fault."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from handbook.files import relative, report
from handbook.typography import PHRASING, SETTING, check, chinese_files, faults


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
