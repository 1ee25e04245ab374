package io.tagginggateway.testcontainers;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Gives tests the gateway that {@link WithRemoteGateway} names, on the method or the class. */
final class RemoteGatewayParameter implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == RemoteGateway.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    WithRemoteGateway how =
        AnnotationSupport.findAnnotation(context.getElement(), WithRemoteGateway.class)
            .or(
                () ->
                    AnnotationSupport.findAnnotation(
                        context.getRequiredTestClass(), WithRemoteGateway.class))
            .orElseThrow(() -> new IllegalStateException("@WithRemoteGateway belongs on the test"));
    return new RemoteGateway(
        said(how.url(), "TAGGING_GATEWAY_URL", "http://127.0.0.1:8080"),
        said(how.adminToken(), "TAGGING_GATEWAY_ADMIN_TOKEN", ""));
  }

  private static String said(String here, String variable, String otherwise) {
    if (!here.isEmpty()) {
      return here;
    }
    String told = System.getenv(variable);
    return told == null || told.isEmpty() ? otherwise : told;
  }
}
