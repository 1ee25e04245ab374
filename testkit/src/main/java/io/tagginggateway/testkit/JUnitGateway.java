package io.tagginggateway.testkit;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** A gateway as JUnit starts, resets and ends it. */
abstract sealed class JUnitGateway
    implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver
    permits TaggingGateway {
  private final GatewayLifecycle life;
  private final TestEnd end = new TestEnd();

  JUnitGateway(Settings settings) {
    life = new GatewayLifecycle(settings);
  }

  /**
   * Credentials for one test.
   *
   * @throws IllegalStateException if nobody could get in, or too many did
   */
  public abstract Credentials accessKey();

  void configured(UnaryOperator<Settings> change) {
    life.configure(change);
  }

  void acquire() {
    life.acquire();
  }

  void release() {
    life.release();
  }

  RunningGateway running() {
    return life.running();
  }

  /** Looks at a fault when the test ends. */
  InjectedFault noted(InjectedFault fault) {
    end.injected(fault);
    return fault;
  }

  /** Goes back to the fixtures, and forgets requests and faults. */
  public void reset() {
    end.forget();
    running().reset();
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    life.serve(context);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    life.serve(context);
    if (life.resetsBeforeEach()) {
      reset();
    }
  }

  /**
   * Prints what was asked if the test failed, and fails one that succeeded though a fault never
   * struck: see {@link InjectedFault#lenient}.
   */
  @Override
  public void afterEach(ExtensionContext context) {
    end.ended(context, running().journal(), life.resetsBeforeEach());
  }

  /** A test may have this gateway, and {@link Credentials}, as parameters. */
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type.isInstance(this) || type == Credentials.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TaggingGateway.class ? this : accessKey();
  }
}
