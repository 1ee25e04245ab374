package io.tagginggateway.app.rpc;

import io.tagginggateway.app.rpc.Delivery.Whole;
import io.tagginggateway.core.document.ErrorDocument;
import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.error.ApiException;
import io.tagginggateway.core.error.Failures;
import io.tagginggateway.core.error.GatewayErrors;
import io.tagginggateway.core.product.Answer;
import io.tagginggateway.core.request.RpcRequest;
import io.tagginggateway.core.tag.StoreUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes answers and errors as their clients get them. */
final class Replies {
  private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);

  private Replies() {}

  /** What the product answered; an InternalError, and nothing else, if it cannot be written. */
  static Whole done(Admitted admitted, Answer answer) {
    Progress progress = admitted.progress();
    try {
      ResponseBuffer out = new ResponseBuffer();
      admitted.service().write(answer, progress.format(), out);
      return new Whole(new Exchange(progress, new Outcome.Done(answer.rows())), out.buffer());
    } catch (IOException | RuntimeException e) {
      return failed(progress, e);
    }
  }

  /** The error that a failure means to the client; one that it does not expect is logged. */
  static Whole failed(Progress progress, Throwable failure) {
    return error(progress, outcome(progress.arrival().requestId(), failure));
  }

  /** How a request ends that failed so; a failure that nobody expects is logged. */
  static Outcome.Failed outcome(String requestId, Throwable failure) {
    Throwable cause = Failures.cause(failure);
    return cause instanceof ApiException refused
        ? new Outcome.Failed(refused.error(), refused.rule())
        : new Outcome.Failed(unexpected(requestId, cause));
  }

  private static ApiError unexpected(String requestId, Throwable cause) {
    if (cause instanceof TimeoutException) {
      LOG.warn("Request {} failed: the store did not answer in time", requestId);
      return GatewayErrors.SERVICE_UNAVAILABLE;
    }
    if (cause instanceof StoreUnavailableException) {
      LOG.warn("Request {} failed: {}", requestId, cause.getMessage());
      return GatewayErrors.SERVICE_UNAVAILABLE;
    }
    LOG.error("Request {} failed", requestId, cause);
    return GatewayErrors.INTERNAL_ERROR;
  }

  /** An error in the envelope that all products share. */
  static Whole error(Progress progress, ApiError error) {
    return error(progress, new Outcome.Failed(error));
  }

  /** The same of an error whose rule is known. */
  static Whole error(Progress progress, Outcome.Failed failed) {
    RpcRequest request = progress.arrival().request();
    String product = Objects.requireNonNullElse(progress.product(), "");
    try {
      ResponseBuffer out = new ResponseBuffer();
      new ErrorDocument(failed.error(), request.requestId(), request.host(), product)
          .write(progress.format(), out);
      return new Whole(new Exchange(progress, failed), out.buffer());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
