package io.tagginggateway.testkit;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The gateway that {@link WithTaggingGateway} describes, one for each class that has it. */
final class AnnotatedGateway
    implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {
  private static final Namespace OWN = Namespace.create(AnnotatedGateway.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    TaggingGateway gateway = described(context.getRequiredTestClass());
    context.getStore(OWN).put(TaggingGateway.class, gateway);
    gateway.beforeAll(context);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    gateway(context).beforeEach(context);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    gateway(context).afterEach(context);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return gateway(context).supportsParameter(parameter, context);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return gateway(context).resolveParameter(parameter, context);
  }

  private static TaggingGateway gateway(ExtensionContext context) {
    TaggingGateway gateway = context.getStore(OWN).get(TaggingGateway.class, TaggingGateway.class);
    if (gateway == null) {
      throw new IllegalStateException("@WithTaggingGateway belongs on the class");
    }
    return gateway;
  }

  private static TaggingGateway described(Class<?> test) {
    WithTaggingGateway how = test.getAnnotation(WithTaggingGateway.class);
    if (how == null) {
      how = test.getEnclosingClass().getAnnotation(WithTaggingGateway.class);
    }
    TaggingGateway gateway = start(how);
    if (how.strict()) {
      gateway.strict();
    }
    if (how.isolated()) {
      gateway.isolated();
    }
    if (how.shared()) {
      gateway.shared();
    }
    for (String option : how.options()) {
      int equals = option.indexOf('=');
      if (equals < 0) {
        throw new IllegalArgumentException("expected key=value, not " + option);
      }
      gateway.option(option.substring(0, equals).trim(), option.substring(equals + 1).trim());
    }
    return gateway;
  }

  private static TaggingGateway start(WithTaggingGateway how) {
    if (!how.fixtures().isEmpty()) {
      return TaggingGateway.with(how.fixtures());
    }
    return how.demo() ? TaggingGateway.demo() : TaggingGateway.empty();
  }
}
