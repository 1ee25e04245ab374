package io.tagginggateway.app.console;

import io.tagginggateway.app.admin.AdminWorkers;
import io.tagginggateway.app.admin.StateEndpoint;
import io.tagginggateway.app.admin.StreamedBody;
import io.tagginggateway.app.console.view.Section;
import io.tagginggateway.app.fixture.FixtureException;
import io.tagginggateway.app.fixture.FixtureLoader;
import io.tagginggateway.app.fixture.FixtureSource;
import io.tagginggateway.app.input.InputFormat;
import io.tagginggateway.core.state.Draft;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Takes a file of fixtures from a form. It is read while it comes, and changes nothing if it is
 * bad.
 */
final class StateUpload {
  /** As much as the admin API takes. */
  private static final long MAX_BODY = 1L << 30;

  private final ConsoleServices services;
  private final StatePages pages;
  private final FixtureLoader loader;

  StateUpload(ConsoleServices services, StatePages pages) {
    this.services = services;
    this.pages = pages;
    this.loader = FixtureLoader.ofExports(services.products());
  }

  /**
   * Loads the file of a form.
   *
   * @param call says by its field {@code as} whether it replaces the state or is added to it
   */
  Future<Reply> load(RoutingContext context, Call call) {
    HttpServerRequest request = context.request();
    Promise<Reply> answer = Promise.promise();
    request.setExpectMultipart(true);
    AtomicBoolean began = new AtomicBoolean();
    request.uploadHandler(
        file -> {
          // A second file of the form is not read, and its bytes are dropped.
          if (began.compareAndSet(false, true)) {
            read(context, call, file).onComplete(answer::tryComplete, answer::tryFail);
          }
        });
    request.endHandler(
        end -> {
          if (!began.get()) {
            answer.tryComplete(nothing(call));
          }
        });
    request.exceptionHandler(answer::tryFail);
    return answer.future();
  }

  private Future<Reply> read(RoutingContext context, Call call, HttpServerFileUpload file) {
    StreamedBody body = new StreamedBody(file, context.vertx().getOrCreateContext(), MAX_BODY);
    return AdminWorkers.of(context.vertx())
        .executeBlocking(() -> loaded(call, file.filename(), body), false);
  }

  private Reply nothing(Call call) {
    return pages.page(call, 400, List.of("No file was sent."));
  }

  private Reply loaded(Call call, String name, StreamedBody body) throws IOException {
    if (name.isEmpty()) {
      body.drain();
      return nothing(call);
    }
    try (Draft draft = services.state().draft()) {
      boolean add = call.text("as").equals("more");
      InputFormat format = InputFormat.ofName(name);
      FixtureSource source = new FixtureSource(name, format, () -> body);
      if (format == InputFormat.CSV) {
        StateEndpoint.keepKeys(services.state().current(), draft);
      }
      loader.load(List.of(source), draft);
      body.drain();
      (add ? draft.add() : draft.replace()).toCompletableFuture().join();
      return Reply.see(Section.STATE.path() + (add ? Notice.ADDED : Notice.REPLACED).query());
    } catch (FixtureException e) {
      if (body.isTooLarge()) {
        return pages.page(call, 413, List.of("A file has at most " + MAX_BODY + " bytes."));
      }
      body.drain();
      return pages.page(call, 400, List.of(String.valueOf(e.getMessage()).split("\n", -1)));
    }
  }
}
