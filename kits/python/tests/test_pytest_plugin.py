from __future__ import annotations

import pytest

from tagging_gateway import TaggingGateway

TWO_TESTS = """
    import pytest

    @pytest.mark.parametrize("n", range(6))
    def test_alone(tagging_gateway_isolated, n):
        gateway = tagging_gateway_isolated
        gateway.put("VpcIpam", "IPAM", "i", {"n": str(n)})
        assert gateway.tags("VpcIpam", "IPAM", "i") == {"n": str(n)}

    def test_writes(tagging_gateway):
        tagging_gateway.put("VpcIpam", "IPAM", "i", {"k": "v"})

    def test_starts_anew(tagging_gateway):
        assert tagging_gateway.tags("VpcIpam", "IPAM", "i") == {}
"""


def test_fixtures_start_anew_and_never_meet(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(TWO_TESTS)
    pytester.runpytest_subprocess("-p", "no:cacheprovider").assert_outcomes(passed=8)


def test_workers_of_xdist_have_one_each(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(TWO_TESTS)
    pytester.runpytest_subprocess("-p", "no:cacheprovider", "-n", "2").assert_outcomes(passed=8)


def test_workers_that_join_one_gateway_may_not_reset_it(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytester.makepyfile(TWO_TESTS)
    with TaggingGateway() as running:
        monkeypatch.setenv("TAGGING_GATEWAY_URL", running.url)
        result = pytester.runpytest_subprocess("-p", "no:cacheprovider", "-n", "2")
    result.assert_outcomes(passed=6, errors=2)
    result.stdout.fnmatch_lines(["*ask for tagging_gateway_isolated*"])
