package io.tagginggateway.testkit;

import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What JUnit closes when it is done with a gateway. Since 5.13 any AutoCloseable would do; older
 * ones close nothing but these.
 *
 * @param gateway the gateway
 * @param end what is to be done then
 */
@SuppressWarnings("deprecation")
record SharedGateway(RunningGateway gateway, Runnable end)
    implements ExtensionContext.Store.CloseableResource, AutoCloseable {

  @Override
  public void close() {
    end.run();
  }
}
