package io.tagginggateway.benchmarks.run;

import io.vertx.core.http.RequestOptions;
import java.util.concurrent.atomic.AtomicLong;

/** The signatures of a file that {@code harness/sign.py} wrote, given out one after the other. */
final class Signatures {
  private static final int LENGTH = 64;
  private static final String EMPTY_HASH =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  private static final String CREDENTIAL =
      "ACS3-HMAC-SHA256 Credential=testid,SignedHeaders=host;x-acs-action;x-acs-content-sha256;"
          + "x-acs-date;x-acs-signature-nonce;x-acs-version,Signature=";

  private final String prefix;
  private final String date;
  private final String signatures;
  private final AtomicLong number = new AtomicLong();

  Signatures(String file) {
    String[] lines = file.split("\n", 4);
    prefix = lines[0];
    date = lines[1];
    signatures = lines[3];
  }

  void sign(RequestOptions request) {
    int at = (int) (number.getAndIncrement() % (signatures.length() / LENGTH));
    request
        .putHeader("x-acs-action", "ListTagResources")
        .putHeader("x-acs-version", "2023-02-28")
        .putHeader("x-acs-date", date)
        .putHeader("x-acs-content-sha256", EMPTY_HASH)
        .putHeader("x-acs-signature-nonce", prefix + at)
        .putHeader(
            "authorization", CREDENTIAL + signatures.substring(at * LENGTH, at * LENGTH + LENGTH));
  }
}
