"""Tests of the converter: python3 -m unittest discover catalog-module/converter"""

import json
import tempfile
import unittest
from pathlib import Path

import convert
import extract
from errors import Errors, SITUATIONS, by_operation, table
from yamlout import block

HERE = Path(__file__).parent
FACTS = {
    "product", "version", "style", "metadata", "hosts", "location", "format", "formatSource", "types", "typesInSamples",
    "typesOfTerraform", "rows", "end", "page", "ids", "tags", "keys", "key", "value", "operations", "sources",
}


class Conversion(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.files = convert.made()
        cls.contents = dict(convert.contents())

    def test_the_files_in_the_repository_are_what_the_converter_makes(self):
        self.assertEqual([], convert.write(self.files, convert.TARGET, check=True))
        self.assertEqual([], convert.write(convert.made(waiting=True), convert.WAITING, check=True))

    def test_a_second_run_changes_nothing(self):
        with tempfile.TemporaryDirectory() as directory:
            target = Path(directory)
            self.assertEqual(len(self.files), len(convert.write(self.files, target, check=False)))
            first = {path.name: path.read_bytes() for path in target.iterdir()}
            self.assertEqual([], convert.write(convert.made(), target, check=False))
            self.assertEqual(first, {path.name: path.read_bytes() for path in target.iterdir()})

    def test_a_file_written_by_hand_survives(self):
        with tempfile.TemporaryDirectory() as directory:
            target = Path(directory)
            own, other = target / "Kms-2016-01-20.yaml", target / "Mine-2020-01-01.yaml"
            own.write_text("product: Kms\n", encoding="utf-8")
            other.write_text("product: Mine\n", encoding="utf-8")
            problems = convert.write(self.files, target, check=False)
            self.assertEqual("product: Kms\n", own.read_text(encoding="utf-8"))
            self.assertEqual("product: Mine\n", other.read_text(encoding="utf-8"))
            self.assertTrue(any(problem.startswith("Kms-2016-01-20.yaml is written by hand") for problem in problems))

    def test_a_made_file_that_is_made_no_more_goes(self):
        with tempfile.TemporaryDirectory() as directory:
            left = Path(directory) / "Gone-2020-01-01.yaml"
            left.write_text(f"# {convert.MARK}\nproduct: Gone\n", encoding="utf-8")
            self.assertIn("Gone-2020-01-01.yaml is left over", convert.write(self.files, Path(directory), check=True))
            self.assertTrue(left.exists())
            convert.write(self.files, Path(directory), check=False)
            self.assertFalse(left.exists())

    def test_an_edit_survives_every_run(self):
        with tempfile.TemporaryDirectory() as directory:
            edits = Path(directory)
            edit = {"why": "a test", "set": {"/tags/0/limits/ids": 7, "/tags/0/parameters/all": None, "/format": "xml"}}
            (edits / "Kms-2016-01-20.json").write_text(json.dumps(edit), encoding="utf-8")
            for _ in range(2):
                content = dict(convert.contents(edits))["Kms-2016-01-20"]
                self.assertEqual(7, content["tags"][0]["limits"]["ids"])
                self.assertNotIn("all", content["tags"][0]["parameters"])
                self.assertEqual("xml", content["format"])

    def test_an_edit_without_a_reason_is_refused(self):
        with tempfile.TemporaryDirectory() as directory:
            (Path(directory) / "Kms-2016-01-20.json").write_text('{"set": {}}', encoding="utf-8")
            with self.assertRaisesRegex(ValueError, "why"):
                convert.made(Path(directory))

    def test_every_edit_is_for_a_made_file(self):
        for path in (HERE / "edits").glob("*.json"):
            self.assertIn(path.stem, self.contents)

    def test_every_product_version_has_a_file_or_a_reason(self):
        keys = {f"{facts['product']}-{facts['version']}" for facts in convert.every_facts()}
        rows = table(HERE / "decisions/products.tsv")
        self.assertEqual(keys, set(self.contents) | {row["product"] for row in rows})
        self.assertEqual(set(), set(self.contents) & {row["product"] for row in rows})
        for row in rows:
            self.assertTrue(row["where"].strip(), row)
            if row["owner"] == "hand":
                self.assertTrue((convert.ROOT / row["where"]).exists(), row["where"])

    def test_every_file_says_what_a_product_needs(self):
        for key, content in self.contents.items():
            for name in ("schema", "product", "version", "name", "standing", "source", "sources", "style", "hosts",
                         "format", "region", "tags"):
                self.assertIn(name, content, key)
            self.assertIn(content["source"], content["sources"], key)
            self.assertEqual(content["style"] == "rpc", "methods" in content, key)
            for family in content["tags"]:
                for name in ("operations", "types", "parameters", "lists", "limits", "key", "value", "page", "end",
                             "answer", "errors-from"):
                    self.assertIn(name, family, key)
                self.assertEqual("tag" in family["operations"], "changed" in family, key)
                self.assertTrue({"ids", "tags"} <= set(family["parameters"]), key)
                self.assertTrue(set(family.get("errors", {})) <= set(SITUATIONS), key)

    def test_a_product_without_known_types_takes_any(self):
        for key, content in self.contents.items():
            for family in content["tags"]:
                self.assertTrue(family["types"]["names"] or family["types"].get("open"), key)

    def test_a_source_that_a_fact_names_is_listed(self):
        def named(value):
            if isinstance(value, dict):
                yield from ([value["source"]] if isinstance(value.get("source"), str) else [])
                for inner in value.values():
                    yield from named(inner)
            elif isinstance(value, list):
                for inner in value:
                    yield from named(inner)
        for key, content in self.contents.items():
            self.assertEqual(set(), set(named(content["tags"])) - set(content["sources"]), key)


class ErrorCodes(unittest.TestCase):
    def test_every_documented_code_is_used_or_named(self):
        errors = Errors()
        hand = {row["product"]: row["where"] for row in table(HERE / "decisions/products.tsv") if row["owner"] == "hand"}
        none = {row["product"] for row in table(HERE / "decisions/products.tsv") if row["owner"] == "none"}
        contents = dict(convert.contents())
        for key, rows in errors.rows.items():
            if key in none:
                continue
            text = (convert.ROOT / hand[key]).read_text("utf-8") if key in hand else json.dumps(contents[key])
            taken = {row["table-code"] for row in errors.own.get(key, [])}
            for row in rows:
                known = row["code"] in text or row["code"] in taken or errors.is_ignored(key, row)
                self.assertTrue(known, f"{key}: {row['code']}")

    def test_every_decision_is_about_a_code_that_there_is(self):
        errors = Errors()
        codes = {row["code"] for rows in errors.rows.values() for row in rows}
        self.assertEqual(set(), {code for _, code in errors.codes} - codes)
        for situation, _ in errors.codes:
            self.assertTrue(situation in SITUATIONS or situation == "region-missing", situation)
        for key, rows in errors.own.items():
            self.assertEqual(set(), {row["table-code"] for row in rows} - {row["code"] for row in errors.rows[key]})

    def test_no_code_or_message_that_is_played_has_a_gap(self):
        def played(value):
            if isinstance(value, dict) and "code" in value:
                yield value
            elif isinstance(value, dict):
                for inner in value.values():
                    yield from played(inner)
        for key, content in convert.contents():
            for family in content["tags"]:
                for error in played(family.get("errors", {})):
                    self.assertNotRegex(error["code"] + error["message"], "%[sd]", key)
                    self.assertTrue(400 <= error["status"] <= 599, key)

    def test_what_one_operation_documents_is_chosen_for_the_others(self):
        error = {"code": "A", "status": 400, "message": "a"}
        self.assertEqual({"tag": error, "other": error | {"standing": "chosen"}},
                         by_operation("bad-value", {"tag": error, "spare": error}))
        self.assertEqual({"list": error | {"standing": "chosen"}, "other": error},
                         by_operation("bad-key", {"tag": error, "untag": error, "spare": error}))
        self.assertEqual(error, by_operation("keys-and-all", {"untag": error, "spare": error}))


class Facts(unittest.TestCase):
    def test_facts_hold_no_description(self):
        for facts in convert.every_facts():
            self.assertEqual(FACTS, set(facts))
            for operation in facts["operations"].values():
                self.assertTrue(set(operation) <= {"name", "methods", "path", "parameters", "answer", "json", "xml"})

    def test_a_text_gives_its_limits_and_nothing_else(self):
        text = "The tag key must be 1 to 64 characters in length and cannot start with `aliyun`. It cannot be an empty string."
        self.assertEqual({"max": 64, "forbidden-prefixes": ["aliyun"], "min": 1}, extract.text_rule(text))
        self.assertEqual({}, extract.text_rule("The tag key."))

    def test_a_region_in_a_host_name_becomes_a_pattern(self):
        names = extract.host_patterns({"a": "x.aliyuncs.com", "b": "x.cn-hangzhou.aliyuncs.com"}, "x.<region>.aliyuncs.com ")
        self.assertEqual(["x.<region>.aliyuncs.com", "x.aliyuncs.com"], names)


class Yaml(unittest.TestCase):
    def test_what_yaml_would_read_otherwise_is_quoted(self):
        self.assertEqual('a: "true"\nb: "2020-01-01"\nc: "a, b"\nd: plain text\ne: true\nf: 5\ng: ""\n', block(
            {"a": "true", "b": "2020-01-01", "c": "a, b", "d": "plain text", "e": True, "f": 5, "g": ""}))

    def test_lists_of_mappings_stand_below_each_other(self):
        self.assertEqual("a:\n  - {b: 1}\n  - c:\n      d: {e: 2}\n", block({"a": [{"b": 1}, {"c": {"d": {"e": 2}}}]}))


if __name__ == "__main__":
    unittest.main()
