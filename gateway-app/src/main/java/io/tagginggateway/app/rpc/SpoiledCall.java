package io.tagginggateway.app.rpc;

import io.tagginggateway.app.fault.ErrorTables;
import io.tagginggateway.app.fault.Fault;
import io.tagginggateway.app.fault.FaultRule;
import io.tagginggateway.app.fault.Phase;
import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.error.ApiException;
import io.tagginggateway.core.product.Answer;
import io.tagginggateway.core.product.Call;
import io.tagginggateway.core.product.TaggingService;
import io.tagginggateway.core.tag.TagStore;

/**
 * What a fault does to a call. Faults of the connection strike later; of them, only a truncated
 * answer to a change that is not to take effect is made up here.
 */
final class SpoiledCall {
  private SpoiledCall() {}

  static Answer answer(
      TaggingService service, Call call, TagStore store, FaultRule rule, ErrorTables errors) {
    Fault fault = rule.fault();
    if (fault instanceof Fault.PageSize pages) {
      return Gateway.joined(service.answer(call.withMaxPage(pages.size()), store));
    }
    ApiError badToken = call.operation().badToken();
    if (fault instanceof Fault.ExpireToken && badToken != null) {
      throw new ApiException(badToken);
    }
    if (fault instanceof Fault.Truncate
        && rule.phase() == Phase.BEFORE
        && !call.operation().reads()) {
      return call.operation().withoutEffect(call);
    }
    ApiError error =
        fault instanceof Fault.Failure wanted
            ? errors.resolve(service.entry().head().code(), wanted)
            : null;
    if (error == null) {
      return Gateway.joined(service.answer(call, store));
    }
    if (rule.phase() == Phase.AFTER) {
      takeEffect(service, call, store);
    }
    throw new ApiException(error);
  }

  /** What it answers is spoiled either way. */
  private static void takeEffect(TaggingService service, Call call, TagStore store) {
    try {
      Gateway.joined(service.answer(call, store));
    } catch (ApiException refused) {
      // then it has none
    }
  }
}
