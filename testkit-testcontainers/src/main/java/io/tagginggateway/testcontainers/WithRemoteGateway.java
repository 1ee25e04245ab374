package io.tagginggateway.testcontainers;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Joins a gateway that runs elsewhere: tests ask for it by a parameter of the type {@link
 * RemoteGateway}. It needs JUnit 5.
 *
 * <pre>{@code
 * @WithRemoteGateway
 * class TagReaderTest {
 *   @Test
 *   void reads(RemoteGateway gateway) { … }
 * }
 * }</pre>
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(RemoteGatewayParameter.class)
public @interface WithRemoteGateway {
  /** Where it is; empty: {@code TAGGING_GATEWAY_URL}, else {@code http://127.0.0.1:8080}. */
  String url() default "";

  /** Its {@code admin.token}; empty: {@code TAGGING_GATEWAY_ADMIN_TOKEN}, else none. */
  String adminToken() default "";
}
