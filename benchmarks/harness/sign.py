"""ACS3 signatures, made before they are needed, so that the generator only has to send them."""

import datetime
import hashlib
import hmac
import os

from harness.request import ACTION, HOST, VERSION

EMPTY = hashlib.sha256(b"").hexdigest()
SIGNED = "host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version"


def signed_headers(query, nonce, date, key="testid", secret=b"testsecret"):
    """The headers of one GET of /?QUERY, whose keys are sorted."""
    signature = sign(query, nonce, date, secret)
    return {
        "Host": HOST,
        "x-acs-action": ACTION,
        "x-acs-version": VERSION,
        "x-acs-date": date,
        "x-acs-content-sha256": EMPTY,
        "x-acs-signature-nonce": nonce,
        "Authorization": f"ACS3-HMAC-SHA256 Credential={key},SignedHeaders={SIGNED},Signature={signature}",
    }


def sign(query, nonce, date, secret):
    canonical = (
        f"GET\n/\n{query}\nhost:{HOST}\nx-acs-action:{ACTION}\nx-acs-content-sha256:{EMPTY}\n"
        f"x-acs-date:{date}\nx-acs-signature-nonce:{nonce}\nx-acs-version:{VERSION}\n"
        f"\n{SIGNED}\n{EMPTY}"
    )
    text = "ACS3-HMAC-SHA256\n" + hashlib.sha256(canonical.encode()).hexdigest()
    return hmac.new(secret, text.encode(), hashlib.sha256).hexdigest()


def now():
    return datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


class Signatures:
    """
    Makes the signatures of one load at a time, all of one second: a gateway that has no room for more
    nonces forgets those of the oldest second, and refuses what is signed no later.
    """

    def __init__(self, file, query, per_second):
        self.file = file
        self.query = query
        self.per_second = per_second
        self.made = 0

    def write(self, seconds):
        """
        A file for signed.lua: a line each of prefix, date and query, then the signatures of the nonces
        PREFIX0, PREFIX1, … one behind the other.
        """
        date = now()
        self.made += 1
        prefix = f"run{os.getpid()}-{self.made}-"
        with open(self.file, "w") as out:
            out.write(f"{prefix}\n{date}\n{self.query}\n")
            for number in range(self.per_second * seconds):
                out.write(sign(self.query, f"{prefix}{number}", date, b"testsecret"))
        return self.file
