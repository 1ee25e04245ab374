package io.tagginggateway.contract.verify;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;

/** The endpoint being checked. One request at a time, each within its time. */
final class Endpoint {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(20);

  /** Far above any answer: 50 resources of 20 tags each, all of them long. */
  private static final int MAX_BODY = 8 << 20;

  /** So many requests in a row without an answer end the run: nobody is there any more. */
  private static final int MAX_SILENT = 5;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_TIMEOUT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final URI uri;
  private final Wire wire;
  private final boolean readOnly;
  private int silent;

  /**
   * An endpoint.
   *
   * @param version the API version of the product that is to answer
   * @param readOnly whether nothing but ListTagResources may be sent
   */
  Endpoint(URI uri, String version, Credentials credentials, boolean readOnly) {
    this.uri = uri;
    this.wire = new Wire(uri, version, credentials, Clock.systemUTC(), ANSWER_TIMEOUT);
    this.readOnly = readOnly;
  }

  boolean readOnly() {
    return readOnly;
  }

  /** The host's name as clients call it. */
  String host() {
    String host = uri.getHost();
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
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
        throw new CannotRun("the endpoint does not answer any more: " + e);
      }
      throw new CheckFailure("an answer", "none: " + e);
    }
  }

  /** Sends a request; no answer is an error of the kind that ends the run. */
  Reply trySend(VerifyRequest ask) throws IOException {
    if (readOnly && !isList(ask)) {
      throw new NotApplicable("read-only: it sends more than ListTagResources");
    }
    HttpRequest request = wire.request(ask);
    try {
      HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        byte[] bytes = body.readNBytes(MAX_BODY);
        return new Reply(
            response.statusCode(), response.headers(), new String(bytes, StandardCharsets.UTF_8));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static boolean isList(VerifyRequest ask) {
    return ask.action().equals("ListTagResources")
        && !ask.parameters().containsKey("Action")
        && !ask.omitted().contains("Action")
        && !ask.headers().containsKey("x-acs-action")
        && ask.placement() != Placement.PUT;
  }
}
