package io.tagginggateway.contract.verify;

import io.tagginggateway.core.error.ApiError;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Compares answered errors with those of a product's table. */
final class Errors {
  /** Stands in a message for something of the request. */
  private static final String VALUE = "{value}";

  private Errors() {}

  /** Whether an answer is an error. */
  static boolean matches(ApiError error, Reply reply) {
    String message = reply.body().field("Message");
    return reply.status() == error.status()
        && error.code().equals(reply.code())
        && message != null
        && pattern(error.message()).matcher(message).matches();
  }

  private static Pattern pattern(String message) {
    return Pattern.compile(
        Arrays.stream(message.split(Pattern.quote(VALUE), -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*")),
        Pattern.DOTALL);
  }

  /** An error about a parameter. */
  static ApiError about(ApiError error, String parameter) {
    return new ApiError(
        error.code().replace("{parameter}", parameter),
        error.status(),
        error.message().replace("{parameter}", parameter));
  }

  /** An error, whichever this endpoint gives. */
  static Reply any(Session s) {
    List<VerifyRequest> wrong =
        List.of(
            s.list(), s.some().withoutType(), s.list().id("r".repeat(257)), s.list().key(1, ""));
    for (VerifyRequest ask : wrong) {
      Reply reply = s.send(ask);
      if (reply.isError()) {
        return reply;
      }
    }
    throw new CheckFailure("an error for one of several wrong lists", "none");
  }
}
