package example;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.util.Version;
import io.tagginggateway.testkit.TaggingGateway;
import io.vertx.core.impl.launcher.commands.VersionCommand;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.xml.stream.XMLInputFactory;
import org.junit.jupiter.api.Test;

/** What this project chose is what it gets, though a gateway runs in the same JVM. */
class OwnVersionsTest {
  @Test
  void jacksonIsOurs() {
    assertThat(new ObjectMapper().version()).hasToString(System.getProperty("jackson.version"));
    assertThat(ServiceLoader.load(JsonFactory.class)).hasSize(1);
  }

  @Test
  void vertxIsOurs() {
    assertThat(VersionCommand.getVersion()).isEqualTo(System.getProperty("vertx.version"));
  }

  @Test
  void nettyIsOurs() {
    assertThat(Version.identify().values())
        .isNotEmpty()
        .allMatch(any -> any.artifactVersion().equals(System.getProperty("netty.version")));
  }

  @Test
  void xmlIsTheJdks() {
    assertThat(XMLInputFactory.newFactory().getClass().getName()).startsWith("com.sun.");
  }

  @Test
  void nothingCameWithTheTestkitButItsTwoInterfaces() {
    List<String> jars =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(path -> Path.of(path).getFileName().toString())
            .toList();
    assertThat(jars)
        .filteredOn(jar -> jar.matches("(vertx-core|jackson-core|netty-common)-.*"))
        .hasSize(3);
    assertThat(jars)
        .filteredOn(jar -> jar.matches("(tagging-gateway|slf4j|jspecify|logback|bcp|picocli).*"))
        .allMatch(jar -> jar.matches("(tagging-gateway-testkit|slf4j-api|jspecify)-.*"))
        .hasSize(3);
  }

  /** But for the products' documents, whose names nobody else has, and the licence. */
  @Test
  void theJarHoldsNothingOutsideItsOwnPackage() throws Exception {
    URI place = TaggingGateway.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    try (JarFile jar = new JarFile(new File(place))) {
      assertThat(Collections.list(jar.entries()))
          .filteredOn(entry -> !entry.isDirectory())
          .extracting(ZipEntry::getName)
          .filteredOn(name -> !name.matches("LICENSE|NOTICE"))
          .allMatch(name -> name.matches("(io/tagginggateway|META-INF|contracts)/.*"))
          .filteredOn(name -> !name.startsWith("io/"))
          .allMatch(
              name ->
                  name.startsWith("META-INF/")
                      || name.matches("contracts/(gateway|CloudAPI|VpcIpam)\\.[.a-z]*"))
          .filteredOn(name -> name.startsWith("META-INF/services/"))
          .allMatch(name -> name.startsWith("META-INF/services/io.tagginggateway."));
    }
  }
}
