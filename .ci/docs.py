#!/usr/bin/env python3
"""Runs the commands of a document, in order, as a reader would paste them.

A fenced block marked `sh` is run by bash; it must exit 0. Where a block marked json, xml or text follows it
directly (nothing but blank lines between), the output must equal it, but for request ids. Blocks with a further
word behind `sh` (as in `sh run`) are the caller's to run: `--print WORD` prints the block of that word.
"""

import re
import subprocess
import sys

BLOCK = re.compile(r"^```(\w+)([^\n]*)\n(.*?)^```\n", re.S | re.M)
REQUEST_ID = re.compile(r"[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}")


def blocks(path):
    text = open(path, encoding="utf-8").read()
    found = list(BLOCK.finditer(text))
    for block, following in zip(found, found[1:] + [None]):
        adjacent = following and not text[block.end() : following.start()].strip()
        expected = following.group(3) if adjacent and following.group(1) in ("json", "xml", "text") else None
        yield block.group(1), block.group(2).strip(), block.group(3), expected


def normal(text):
    return REQUEST_ID.sub("<request id>", text).strip()


def run(path):
    failures = 0
    for language, word, code, expected in blocks(path):
        if language != "sh" or word:
            continue
        result = subprocess.run(["bash", "-euo", "pipefail", "-c", code], capture_output=True, text=True, timeout=300)
        wrong = result.returncode != 0 or (expected is not None and normal(result.stdout) != normal(expected))
        print(("FAILED " if wrong else "ok     ") + code.strip().splitlines()[0][:110])
        if wrong:
            failures += 1
            print(f"exit {result.returncode}\n{result.stdout}\n{result.stderr}\nexpected:\n{expected}")
    return failures


def main():
    if sys.argv[1] == "--print":
        for language, word, code, _ in blocks(sys.argv[3]):
            if language == "sh" and word == sys.argv[2]:
                print(code.strip())
                return
        sys.exit(f"no `sh {sys.argv[2]}` block in {sys.argv[3]}")
    failures = sum(run(path) for path in sys.argv[1:])
    sys.exit(1 if failures else 0)


main()
