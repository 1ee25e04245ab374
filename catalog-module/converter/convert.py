#!/usr/bin/env python3
"""Makes product files from facts/, decisions/ and edits/.

    convert.py            writes the files
    convert.py --check    writes nothing; fails if a file is missing, left over or differs

A file that does not start with the converter's first line is a person's own: it is neither written nor removed. What a person
wants otherwise in a made file stands in edits/CODE-VERSION.json, and survives the next run.
"""

import json
import sys
from pathlib import Path

from errors import Errors, table
from product import content as product_content
from versions import Version
from yamlout import document

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
TARGET = HERE.parent / "src/main/products"
# Product files that the format cannot say yet are made, but neither compiled nor served.
WAITING = HERE.parent / "src/waiting/products"
WAITING_STYLES = set()
MARK = "Made by catalog-module/converter/convert.py. Change decisions/ or edits/ there, not this file."


def every_facts():
    files = sorted((HERE / "facts").glob("*.json"), key=lambda path: path.name.lower())
    return [json.loads(path.read_text(encoding="utf-8")) for path in files]


def codes_by_version(every):
    """Which codes have the same version; a code that has several versions counts with each."""
    result = {}
    for facts in every:
        result.setdefault(facts["version"], []).append(facts["product"])
    return result


def codes_by_host(every):
    result = {}
    for facts in every:
        for name in facts["hosts"]:
            codes = result.setdefault(name, [])
            if facts["product"] not in codes:
                codes.append(facts["product"])
    return result


def edited(content, path):
    """The content after a person's edits: values by JSON pointer, null for a key that is to go."""
    if not path.exists():
        return content
    edits = json.loads(path.read_text(encoding="utf-8"))
    if not edits.get("why") or set(edits) != {"why", "set"}:
        raise ValueError(f"{path}: needs exactly why and set")
    for pointer, value in edits["set"].items():
        *parents, last = [part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:]]
        target = content
        for part in parents:
            target = target[int(part)] if isinstance(target, list) else target[part]
        if value is None:
            del target[last]
        else:
            target[last] = value
    return content


def contents(edits=HERE / "edits"):
    """(name, content) of every made file."""
    every = every_facts()
    same_version, same_host = codes_by_version(every), codes_by_host(every)
    names = {row["code"]: row["name"] for row in table(HERE / "decisions/names.tsv")}
    owned = {row["product"] for row in table(HERE / "decisions/products.tsv")}
    errors = Errors()
    for facts in every:
        code, key = facts["product"], f"{facts['product']}-{facts['version']}"
        if key in owned:
            continue
        shares = [other for other in same_version[facts["version"]] if other != code]
        hosted = sorted({other for name in facts["hosts"] for other in same_host[name]} - {code})
        content = product_content(Version(facts), names[code], *errors.of(key), shares, hosted)
        yield key, edited(content, edits / f"{key}.json")


def made(edits=HERE / "edits", waiting=False):
    """The text of every made file by its name: of those that are served, or of those that wait."""
    return {
        f"{key}.yaml": document([MARK], content)
        for key, content in contents(edits)
        if (content["style"] in WAITING_STYLES) == waiting
    }


def is_made(path):
    return path.read_text(encoding="utf-8").startswith(f"# {MARK}\n")


def write(files, target, check):
    """Brings a directory up to date, or says only what it would do."""
    problems = []
    target.mkdir(parents=True, exist_ok=True)
    for path in sorted(target.glob("*.yaml")):
        if path.name not in files and is_made(path):
            problems.append(f"{path.name} is left over")
            if not check:
                path.unlink()
    for name, text in files.items():
        path = target / name
        if path.exists() and not is_made(path):
            problems.append(f"{name} is written by hand; name it in decisions/products.tsv")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            problems.append(f"{name} differs")
            if not check:
                path.write_text(text, encoding="utf-8")
    return problems


def main(check):
    files, waiting = made(), made(waiting=True)
    problems = write(files, TARGET, check) + write(waiting, WAITING, check)
    for row in table(HERE / "decisions/products.tsv"):
        if row["owner"] == "hand" and not (ROOT / row["where"]).exists():
            problems.append(f"{row['where']} is missing")
    for problem in problems:
        print(problem)
    print(f"{len(files)} product files, {len(waiting)} that wait")
    return 1 if check and problems else 0


if __name__ == "__main__":
    if sys.argv[1:] not in ([], ["--check"]):
        sys.exit(__doc__)
    sys.exit(main(check=sys.argv[1:] == ["--check"]))
