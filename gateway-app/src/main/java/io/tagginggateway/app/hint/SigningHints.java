package io.tagginggateway.app.hint;

import io.tagginggateway.app.rpc.Hint;
import io.tagginggateway.app.text.Nearest;
import io.tagginggateway.core.auth.AccessKey;
import io.tagginggateway.core.auth.AccessKeyIds;
import io.tagginggateway.core.auth.SignatureMistakes;
import io.tagginggateway.core.request.RpcRequest;
import io.tagginggateway.core.state.State;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Why a request did not prove who sent it. Never tells a secret. */
final class SigningHints {
  private static final String DOUBTS =
      "; auth.mode is strict here, and auth.mode: lenient asks for no signature";
  private static final long MINUTES_OF_HOUR = 60;

  private final Supplier<? extends State> state;
  private final Clock clock;

  SigningHints(Supplier<? extends State> state, Clock clock) {
    this.state = state;
    this.clock = clock;
  }

  /** A part of the proof is missing. */
  String missing(RpcRequest request, String parameter) {
    String unread = RequestBodies.unread(request);
    String meant = Misnamed.single(request.parameters(), parameter, List.of());
    if (meant != null && !meant.startsWith("Signature")) {
      return meant;
    }
    String authorization = request.headers().get("authorization");
    if (authorization != null && authorization.startsWith("ACS3-")) {
      return "The signature of version ACS3 lacks what stands for "
          + parameter
          + ": it needs Authorization with Credential, SignedHeaders and Signature, and the headers"
          + " x-acs-date, x-acs-signature-nonce and x-acs-content-sha256.";
    }
    if (unread != null) {
      return unread;
    }
    boolean unsigned = request.parameter("Signature") == null && authorization == null;
    return unsigned
        ? "The request is not signed, and "
            + parameter
            + " is the first part that is missing: sign it, as the official clients do"
            + DOUBTS
            + "."
        : "The signature lacks " + parameter + ", which the official clients send.";
  }

  /** The version is missing. */
  static String missingVersion(RpcRequest request, String version) {
    String meant = Misnamed.single(request.parameters(), "Version", List.of());
    return meant != null
        ? meant
        : "A request must name its version where auth.mode is strict: send Version="
            + version
            + ".";
  }

  /** The method of the signature is none that is known. */
  static String method(RpcRequest request) {
    String authorization = request.headers().get("authorization");
    String sent =
        authorization != null && authorization.startsWith("ACS3-")
            ? authorization.split(" ", 2)[0]
            : request.parameter("SignatureMethod")
                + " of version "
                + request.parameter("SignatureVersion");
    return "Signatures are HMAC-SHA1 of version 1.0, or ACS3-HMAC-SHA256, and not "
        + Words.quoted(sent)
        + ".";
  }

  private static String time(RpcRequest request) {
    String date = request.headers().get("x-acs-date");
    String authorization = request.headers().get("authorization");
    boolean acs3 = authorization != null && authorization.startsWith("ACS3-");
    String sent = acs3 ? date : request.parameter("Timestamp");
    return sent == null ? "" : sent.trim();
  }

  /** The time of the signature cannot be read. */
  String timeFormat(RpcRequest request) {
    return "The time of a signature is written as "
        + clock.instant().truncatedTo(ChronoUnit.SECONDS)
        + ", in UTC, and not as "
        + Words.quoted(time(request))
        + ".";
  }

  /** The time of the signature is too far away. */
  String expired(RpcRequest request) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    try {
      Duration off = Duration.between(Instant.parse(time(request)), now);
      long minutes = Math.round(Math.abs(off.toSeconds()) / 60.0);
      boolean hours = minutes >= MINUTES_OF_HOUR && minutes % MINUTES_OF_HOUR <= 1;
      return "The client's clock is off by "
          + Words.count((int) Math.min(minutes, Integer.MAX_VALUE), "minute")
          + ": the request was signed at "
          + Words.quoted(time(request))
          + (off.isNegative() ? ", after" : ", before")
          + " the gateway's time "
          + now
          + ", and 15 minutes are allowed"
          + (hours ? "; whole hours mean that local time was sent as UTC." : ".");
    } catch (DateTimeException odd) {
      return timeFormat(request);
    }
  }

  /** No such key is declared. */
  CompletionStage<Hint> unknownKey(RpcRequest request) {
    String sent = AccessKeyIds.of(request);
    String id = sent == null ? "" : sent;
    return state
        .get()
        .declaredKeys()
        .thenApply(
            keys -> {
              List<String> ids = keys.stream().limit(1000).map(AccessKey::id).toList();
              String none = "No fixture declares the access key " + Words.quoted(id);
              String caller =
                  none + ": declare it under accessKeys of an account, with its secret.";
              String nearest = Nearest.to(id, ids);
              String known =
                  ids.isEmpty()
                      ? "; none is declared at all"
                      : nearest != null
                          ? "; did you mean " + nearest + "?"
                          : "; declared are " + Words.listed(ids);
              String end = known.endsWith("?") ? known : known + ".";
              return new Hint(none + end, caller);
            });
  }

  /** The key is declared, and something of the proof is wrong. */
  CompletionStage<String> ofKey(RpcRequest request, Wrong wrong) {
    String id = AccessKeyIds.of(request);
    if (id == null) {
      return CompletableFuture.completedFuture("The request names no access key.");
    }
    return state
        .get()
        .find(id)
        .thenApply(
            found ->
                found
                    .map(key -> wrong.told(request, key, clock.instant()))
                    .orElse("The access key " + Words.quoted(id) + " is gone by now."));
  }

  /** What may be wrong with the proof of a declared key. */
  enum Wrong {
    /** It is disabled. */
    INACTIVE {
      @Override
      String told(RpcRequest request, AccessKey key, Instant now) {
        return "The fixture declares the access key " + key.id() + " with disabled: true.";
      }
    },
    /** The token is missing or odd. */
    TOKEN_MALFORMED {
      @Override
      String told(RpcRequest request, AccessKey key, Instant now) {
        String sent = request.securityToken();
        return sent == null || sent.isEmpty()
            ? "The access key "
                + key.id()
                + " is declared with a securityToken: send it as SecurityToken or"
                + " x-acs-security-token."
            : "The SecurityToken has a character that no token has, perhaps a + that arrived as a"
                + " space: write it as %2B.";
      }
    },
    /** The token is another one. */
    TOKEN_MISMATCH {
      @Override
      String told(RpcRequest request, AccessKey key, Instant now) {
        return key.securityToken() == null
            ? "The access key "
                + key.id()
                + " is declared without a securityToken: send none, or declare it."
            : "The SecurityToken is not the one that the access key "
                + key.id()
                + " was declared or issued with.";
      }
    },
    /** The token is over. */
    TOKEN_EXPIRED {
      @Override
      String told(RpcRequest request, AccessKey key, Instant now) {
        return "The token of the access key "
            + key.id()
            + " ended at "
            + key.tokenExpires()
            + ", and it is "
            + now.truncatedTo(ChronoUnit.SECONDS)
            + ": assume the role again, or declare a later securityTokenExpires.";
      }
    },
    /** The signature is another one. */
    SIGNATURE {
      @Override
      String told(RpcRequest request, AccessKey key, Instant now) {
        String mistake = SignatureMistakes.find(request, key);
        return mistake == null
            ? "The signature is none of the declared secret of "
                + key.id()
                + ": compare the secret, then the string that was signed with the one that the"
                + " answer tells."
            : "The signature does not match: " + mistake + ".";
      }
    };

    abstract String told(RpcRequest request, AccessKey key, Instant now);
  }

  /** The nonce was used before. */
  static String nonce(RpcRequest request) {
    String header = request.headers().get("x-acs-signature-nonce");
    String sent = header == null ? request.parameter("SignatureNonce") : header;
    return "The SignatureNonce "
        + Words.quoted(sent == null ? "" : sent.trim())
        + " came before: every request needs a new one, one that is tried again too.";
  }
}
