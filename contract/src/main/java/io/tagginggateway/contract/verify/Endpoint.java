package io.tagginggateway.contract.verify;

import io.tagginggateway.contract.Views;
import io.tagginggateway.core.product.AnswerField;
import io.tagginggateway.core.product.Product;
import io.tagginggateway.core.product.TagFamily;
import io.tagginggateway.core.product.ViewOperation;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** The endpoint being checked. One request at a time, each within its time. Not thread-safe. */
final class Endpoint {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(20);

  /** Far above any answer: 50 resources of 20 tags each, all of them long. */
  private static final int MAX_BODY = 8 << 20;

  /** After so many requests in a row without an answer the run ends. */
  private static final int MAX_SILENT = 5;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_TIMEOUT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final URI uri;
  private final @Nullable String named;
  private final Wire wire;
  private final boolean readOnly;
  private final Set<String> lists = new HashSet<>();
  private final Set<String> successCodes = new HashSet<>();
  private @Nullable Exchange last;
  private int silent;

  Endpoint(Target target) {
    Product product = target.product().product();
    this.uri = target.endpoint();
    this.named = target.host();
    this.wire =
        new Wire(
            uri, named, product.version(), target.credentials(), Clock.systemUTC(), ANSWER_TIMEOUT);
    this.readOnly = target.readOnly();
    for (ViewOperation operation : Views.of(product)) {
      if (operation.reads()) {
        lists.add(operation.name());
      }
    }
    for (TagFamily family : product.tagFamilies()) {
      lists.add(family.names().list());
      addSuccessCodes(family.envelope().json());
      addSuccessCodes(family.envelope().xml());
      addSuccessCodes(family.envelope().changed().tag());
      addSuccessCodes(family.envelope().changed().untag());
    }
  }

  private void addSuccessCodes(List<AnswerField> fields) {
    for (AnswerField field : fields) {
      if (field instanceof AnswerField.Constant constant && constant.name().equals("Code")) {
        successCodes.add(constant.value().text());
      }
    }
  }

  boolean readOnly() {
    return readOnly;
  }

  /** The host's name as clients call it. */
  String host() {
    String host = named == null ? uri.getHost() : named;
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  /** Forgets what was exchanged. */
  void startOver() {
    last = null;
  }

  /** What was exchanged last since {@link #startOver}, or null. */
  @Nullable Exchange lastExchange() {
    return last;
  }

  /**
   * Sends a request and waits for its answer.
   *
   * @throws CheckFailure if there is none
   * @throws CannotRun if there was none several times in a row
   */
  Reply send(VerifyRequest ask) {
    try {
      Reply reply = trySend(ask);
      silent = 0;
      return reply;
    } catch (IOException e) {
      silent++;
      if (silent >= MAX_SILENT) {
        throw new CannotRun("the endpoint does not answer any more: " + reason(e));
      }
      throw new CheckFailure("an answer", "none: " + reason(e));
    }
  }

  /** Sends a request; no answer is an error of the kind that ends the run. */
  Reply trySend(VerifyRequest ask) throws IOException {
    if (readOnly && !isList(ask)) {
      throw new NotApplicable("read-only: it sends more than lists");
    }
    Wire.Sent sent = wire.request(ask);
    HttpRequest request = sent.request();
    last = new Exchange(request, sent.body(), null);
    try {
      HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        String text = new String(body.readNBytes(MAX_BODY), StandardCharsets.UTF_8);
        Reply reply = new Reply(response.statusCode(), response.headers(), text, successCodes);
        last = new Exchange(request, sent.body(), reply);
        return reply;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** Why there was no answer, in words. */
  static String reason(IOException e) {
    if (e instanceof HttpTimeoutException) {
      return "no answer within " + ANSWER_TIMEOUT.toSeconds() + " s";
    }
    if (e instanceof ConnectException) {
      return caused(e, UnresolvedAddressException.class)
          ? "the host is not known"
          : "the connection was refused";
    }
    if (e instanceof SSLException) {
      return "TLS failed: " + e.getMessage();
    }
    return "the connection ended before an answer: " + e.getMessage();
  }

  private static boolean caused(Throwable e, Class<? extends Throwable> by) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (by.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }

  private boolean isList(VerifyRequest ask) {
    return lists.contains(ask.action())
        && !ask.parameters().containsKey("Action")
        && !ask.omitted().contains("Action")
        && !ask.headers().containsKey("x-acs-action")
        && ask.placement() != Placement.PUT;
  }
}
