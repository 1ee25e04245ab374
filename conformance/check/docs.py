"""Holds docs/clients.md to the programs that ran: its snippets are theirs, its tables are this run's."""

import re
import textwrap

SNIPPET = re.compile(r"<!-- from (\S+) (\S+) -->\n```\w+\n(.*?)```\n", re.DOTALL)
TABLE = "<!-- {0} -->\n{1}\n<!-- end {0} -->"


def region(source, name):
    """The lines between "doc: NAME" and "end", with the least indentation taken away."""
    found = re.search(rf"^[^\n]*\bdoc: {re.escape(name)}\n(.*?)^\s*(?:#|//) end$", source, re.DOTALL | re.MULTILINE)
    return textwrap.dedent(found[1]) if found else None


def check(root, table, errors, write):
    page = root / "docs/clients.md"
    text = page.read_text(encoding="utf-8")
    problems = []

    def snippet(match):
        path, name, _ = match.groups()
        source = region((root / path).read_text(encoding="utf-8"), name)
        if source is None:
            problems.append(f"docs/clients.md: {path} has no region {name}")
            return match[0]
        head, body = match[0].split("\n", 2)[:2], source or match[3]
        return "\n".join(head) + f"\n{body}```\n"

    fresh = SNIPPET.sub(snippet, text)
    tables = {name: content for name, content in (("matrix", table), ("errors", errors)) if content is not None}
    fresh = place(page, fresh, tables, problems)
    return problems + settle(page, text, fresh, write, "conformance/run --write-docs")


def check_tables(page, tables, write, command):
    """Holds the named tables of a page to this run's; without tables there is nothing to hold."""
    text, problems = page.read_text(encoding="utf-8"), []
    fresh = place(page, text, tables, problems)
    return problems + settle(page, text, fresh, write, command)


def place(page, text, tables, problems):
    for name, content in tables.items():
        block = re.compile(re.escape(f"<!-- {name} -->") + ".*?" + re.escape(f"<!-- end {name} -->"), re.DOTALL)
        if not block.search(text):
            problems.append(f"docs/{page.name} has no place for the {name}")
        text = block.sub(lambda _, n=name, c=content: TABLE.format(n, c), text)
    return text


def settle(page, text, fresh, write, command):
    if fresh != text and write:
        page.write_text(fresh, encoding="utf-8")
    return [f"docs/{page.name} is not what ran: {command}"] if fresh != text and not write else []
