#!/usr/bin/env python3
"""Holds every place that tells the version of the project to that of the parent pom."""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
VERSION = re.search(
    r"<artifactId>tagging-gateway-parent</artifactId>\s*<version>(.*?)</version>", (ROOT / "pom.xml").read_text()
)[1]
PLACES = {
    "CHANGELOG.md": r"^## \[(\d[^\]]*)\]",
    "README.md": r"Tagging Gateway (\d\S*) ready",
    "conformance/node/package.json": r'"version": "(.*?)"',
    "deploy/compose.yaml": r"image: tagging-gateway:(\S+)",
    "deploy/image/Dockerfile": r"tagging-gateway:(\S+)",
    "deploy/kubernetes/tagging-gateway.yaml": r"image: tagging-gateway:(\S+)",
    "docs/contract-testing.md": r"tagging-gateway-testkit-(\d[\d.]*\d)\.jar",
    "docs/sidecar.md": r"tagging-gateway-(\d[\d.]*\d)\.oci",
    "docs/test-containers.md": r"tagging-gateway-testcontainers:(\d[\d.]*\d)",
    "docs/test-go.md": r"tagginggateway@v(\d[\d.]*\d)",
    "docs/test-java.md": r"tagging-gateway-testkit:(\d[\d.]*\d)",
    "gateway-app/src/main/resources/io/tagginggateway/app/admin/openapi.json": r'"version": "(.*?)"',
    "kits/node/package.json": r'"version": "(.*?)"',
    "kits/python/pyproject.toml": r'^version = "(.*?)"',
    "testkit/sample/pom.xml": r"tagging-gateway-testkit</artifactId>\s*<version>(.*?)</version>",
}

wrong = []
for name, pattern in PLACES.items():
    found = re.search(pattern, (ROOT / name).read_text(encoding="utf-8"), re.M)
    if not found or found[1] != VERSION:
        wrong.append(f"{name}: {found[1] if found else 'no version'}, not {VERSION}")
if wrong:
    sys.exit("\n".join(["FAILED the version stands otherwise in", *wrong]))
print(f"{VERSION} in {len(PLACES)} places")
