#!/usr/bin/env python3
"""Does what a tutorial says, in an empty directory: `tutorial.py PAGE CHECKOUT`.

In the order of the page, a fenced block whose first line names a language and a path is written to that path,
and a block marked `sh` is run by bash (-euo pipefail) and must exit 0; `sh checkout` is run in the checkout, which others know
as $CHECKOUT. A block marked `sh end` is run last, in the empty directory, whether or not all went well before.
A `text` block that follows a run directly says what is to be seen: each of its lines but `…` stands in the
output, in this order.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

BLOCK = re.compile(r"^```(\w+)([^\n]*)\n(.*?)^```\n", re.S | re.M)


def missing_line(expected, output):
    place = 0
    for line in filter(None, (line.strip() for line in expected.splitlines())):
        if line == "…":
            continue
        place = output.find(line, place)
        if place < 0:
            return line
        place += len(line)
    return None


def run(code, directory, checkout):
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", code],
        cwd=directory,
        env={**os.environ, "CHECKOUT": str(pathlib.Path(checkout).resolve())},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=300,
    )


def main(page, checkout):
    text = pathlib.Path(page).read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as empty:
        try:
            follow(text, empty, checkout)
        finally:
            for language, word, code in (block.groups() for block in BLOCK.finditer(text)):
                if language == "sh" and word.strip() == "end":
                    print(run(code, empty, checkout).stdout)


def follow(text, empty, checkout):
    output, end = None, 0
    for block in BLOCK.finditer(text):
        language, word, code = block.group(1), block.group(2).strip(), block.group(3)
        follows = not text[end : block.start()].strip()
        end = block.end()
        if language == "text" and follows and output is not None:
            line = missing_line(code, output)
            if line:
                sys.exit(f"FAILED not seen: {line}\n{output}")
            continue
        output = None
        if language == "sh" and word != "end":
            try:
                result = run(code, checkout if word == "checkout" else empty, checkout)
            except subprocess.TimeoutExpired as late:
                sys.exit(f"FAILED {code}\nnot ended after {late.timeout} s\n{(late.output or b'').decode()}")
            output = result.stdout
            if result.returncode != 0:
                sys.exit(f"FAILED {code}\nexit {result.returncode}\n{output}")
            print("ok     " + code.strip().splitlines()[0][:110])
        elif "." in word:
            file = pathlib.Path(empty, word)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(code, encoding="utf-8")
            print("wrote  " + word)


main(sys.argv[1], sys.argv[2])
