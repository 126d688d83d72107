"""`make card-font`: the font of the preview pictures, reduced to the characters they may need.

Needs Node, and the network; the site is built from the file that this leaves behind.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._k_e_r_n import KernTable_format_0

from handbook.cards import FONT
from handbook.files import LANGUAGES, ROOT, pages

PACKAGE = "@fontsource/noto-sans-sc@5.3.0"
FILE = "package/files/noto-sans-sc-chinese-simplified-500-normal.woff"
PUNCTUATION = "–—‘’“”…′″−、。〈〉《》「」『』【】！％（），：；？～￥"


def characters(root: Path = ROOT) -> set[int]:
    """The code points wanted: the 3755 commonest 汉字, Latin, and all that the pages use."""
    rows = (bytes([row, cell]) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    common = b"".join(rows).decode("gb2312", errors="ignore")  # level 1 of that standard
    files = [path for language in LANGUAGES for path in pages(language, root)]
    files += [root / "mkdocs.yml", root / "mkdocs.en.yml"]
    used = "".join(path.read_text(encoding="utf-8") for path in files)
    return {*range(0x20, 0x7F), *range(0xA0, 0x100), *map(ord, common + PUNCTUATION + used)}


def reduce(font: TTFont, wanted: set[int]) -> None:
    """Take from `font` all that pictures do not need, and write its kerning more plainly."""
    options = subset.Options(layout_features=["kern"], hinting=False, notdef_outline=True)
    options.drop_tables += ["BASE", "GDEF", "GSUB", "STAT", "vhea", "vmtx"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    latin = {name for code, name in font.getBestCmap().items() if code < 0x2E80}
    plain: Any = KernTable_format_0()
    plain.version, plain.coverage, plain.apple = 0, 1, False
    plain.kernTable = kerning(font["GPOS"].table, latin)
    font["kern"] = newTable("kern")
    font["kern"].version, font["kern"].kernTables = 0, [plain]
    del font["GPOS"]


def kerning(layout: Any, glyphs: set[str]) -> dict[tuple[str, str], int]:
    """How much nearer two of `glyphs` stand than their widths say, by the GPOS table `layout`."""
    pairs: dict[tuple[str, str], Any] = {}
    for table in [table for lookup in layout.LookupList.Lookup for table in lookup.SubTable]:
        for first in glyphs & set(table.Coverage.glyphs):
            if table.Format == 1:
                records = table.PairSet[table.Coverage.glyphs.index(first)].PairValueRecord
                found = {record.SecondGlyph: record.Value1 for record in records}
            else:
                row = table.Class1Record[table.ClassDef1.classDefs.get(first, 0)].Class2Record
                classes = table.ClassDef2.classDefs
                found = {second: row[classes.get(second, 0)].Value1 for second in glyphs}
            for second in glyphs & found.keys():
                pairs.setdefault((first, second), found[second])  # the first table that has it
    return {pair: value.XAdvance for pair, value in pairs.items() if value and value.XAdvance}


def main() -> None:
    """Fetch the whole font, and leave the reduced one in handbook/fonts/."""
    npm = shutil.which("npm")
    if not npm:
        sys.exit("no npm: install Node, or choose words whose characters the font has")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([npm, "pack", "--silent", PACKAGE], cwd=folder, check=True)
        with tarfile.open(next(Path(folder).glob("*.tgz"))) as archive:
            archive.extract(FILE, folder, filter="data")
        with TTFont(Path(folder, FILE), recalcTimestamp=False) as font:
            reduce(font, characters())
            font.save(FONT)
    print(f"{FONT.name}: {len(font.getBestCmap())} characters, {FONT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
