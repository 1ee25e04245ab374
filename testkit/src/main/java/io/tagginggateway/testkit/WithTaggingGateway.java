package io.tagginggateway.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A gateway for the tests of a class, which ask for it by a parameter of the type {@link
 * TaggingGateway}, and for an access key by one of the type {@link Credentials}.
 *
 * <pre>{@code
 * @WithTaggingGateway(fixtures = "groups.yaml", isolated = true)
 * class TagReaderTest {
 *   @Test
 *   void reads(TaggingGateway gateway, Credentials mine) { … }
 * }
 * }</pre>
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(AnnotatedGateway.class)
public @interface WithTaggingGateway {
  /** As {@link TaggingGateway#with(String)} takes it; empty: it holds nothing. */
  String fixtures() default "";

  /** As {@link TaggingGateway#demo}, where there are no fixtures. */
  boolean demo() default false;

  /** As {@link TaggingGateway#strict}. */
  boolean strict() default false;

  /** As {@link TaggingGateway#isolated}. */
  boolean isolated() default false;

  /** As {@link TaggingGateway#shared}. */
  boolean shared() default false;

  /** Further keys of the configuration, as {@code key=value}. */
  String[] options() default {};
}
