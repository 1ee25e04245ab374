package io.tagginggateway.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who may know whom. Three modules have a part of their own: core, contract and the process. Every
 * other module is found, and may know core alone. A rule that finds no class fails.
 */
final class ArchitectureTest {
  private static final String CORE = "core";
  private static final String CONTRACT = "contract";
  private static final String PROCESS = "gateway-app";

  private static final String[] JAVA_AND_LOG = {
    "java..",
    "javax..",
    "org.w3c..",
    "org.xml..",
    "org.jspecify..",
    "org.slf4j..",
    "com.fasterxml.jackson..",
    "com.google.errorprone.annotations.."
  };

  /** What a store speaks to its database with; nothing of HTTP. */
  private static final String[] DRIVERS = {
    "io.vertx.core",
    "io.vertx.core.buffer",
    "io.vertx.core.json",
    "io.vertx.core.net",
    "io.vertx.pgclient..",
    "io.vertx.sqlclient..",
    "org.postgresql.."
  };

  private static CodeBase code;

  @BeforeAll
  static void read() throws IOException {
    code = new CodeBase();
  }

  static Set<String> modules() throws IOException {
    return CodeBase.modules();
  }

  static List<String> leafModules() throws IOException {
    return modules().stream()
        .filter(module -> !Set.of(CORE, CONTRACT, PROCESS).contains(module))
        .toList();
  }

  @Test
  void everyModuleIsSeenAndNoPackageIsOfTwo() throws IOException {
    assertThat(code.packages().keySet()).isEqualTo(modules()).contains(CORE, CONTRACT, PROCESS);
    List<String> all = code.packages().values().stream().flatMap(Set::stream).toList();
    assertThat(all).doesNotHaveDuplicates();
    assertThat(leafModules()).isNotEmpty();
  }

  @Test
  void coreKnowsNobody() {
    knowsOnly(
        CORE,
        "org.roaringbitmap..",
        "com.ctc.wstx..",
        "org.codehaus.stax2..",
        "org.yaml.snakeyaml..");
  }

  @Test
  void theContractKnowsCoreAlone() {
    knowsOnly(CONTRACT, code.packagesOf(CORE));
  }

  @ParameterizedTest
  @MethodSource("leafModules")
  void aProductOrAStoreKnowsCoreAlone(String module) {
    String[] drivers = module.startsWith("store-") ? DRIVERS : new String[0];
    knowsOnly(
        module,
        Stream.of(code.packagesOf(CORE), drivers).flatMap(Arrays::stream).toArray(String[]::new));
  }

  @ParameterizedTest
  @MethodSource("leafModules")
  void nobodyKnowsAProductOrAStore(String module) {
    classes()
        .that()
        .resideInAnyPackage(code.packagesOf(module))
        .should()
        .onlyHaveDependentClassesThat()
        .resideInAnyPackage(code.packagesOf(module))
        .check(code.classes());
  }

  @ParameterizedTest
  @MethodSource("modules")
  void packagesFormNoCycle(String module) {
    Set<String> packages = code.packages().get(module);
    slices()
        .assignedFrom(
            new SliceAssignment() {
              @Override
              public SliceIdentifier getIdentifierOf(JavaClass one) {
                return packages.contains(one.getPackageName())
                    ? SliceIdentifier.of(one.getPackageName())
                    : SliceIdentifier.ignore();
              }

              @Override
              public String getDescription() {
                return "the packages of " + module;
              }
            })
        .should()
        .beFreeOfCycles()
        .check(code.classes());
  }

  @Test
  void coreHasLayers() {
    hasLayers(
        CORE,
        layer("Words", "tag", "resource", "request", "error", "document"),
        layer("Mechanisms", "auth", "state", "store"),
        layer("Products", "product"),
        layer("Product files", "product.file"));
  }

  @Test
  void theContractHasLayers() {
    hasLayers(CONTRACT, layer("Documents", ""), layer("Verification", "verify"));
  }

  @Test
  void theProcessHasLayers() {
    hasLayers(
        PROCESS,
        layer("Foundations", "host", "input", "json", "log", "memory", "text"),
        layer("Settings and state", "config", "state", "fault", "tls"),
        layer("Requests", "rpc", "fixture", "journal", "client"),
        layer(
            "Edges", "http", "metrics", "admin", "hint", "console", "console.view", "console.html"),
        layer("Assembly", "process"),
        layer("Commands", "", "cli"));
  }

  @Test
  void noVariableIsStatic() {
    fields()
        .that()
        .areStatic()
        .and()
        // javac's own, for switch and assert
        .doNotHaveModifier(JavaModifier.SYNTHETIC)
        .should()
        .beFinal()
        .check(code.classes());
  }

  @Test
  void onlyTheProcessPrints() {
    noClasses()
        .that()
        .resideOutsideOfPackages(code.packagesOf(PROCESS))
        .should(ACCESS_STANDARD_STREAMS)
        .check(code.classes());
  }

  private static void knowsOnly(String module, String... others) {
    String[] allowed =
        Stream.of(code.packagesOf(module), JAVA_AND_LOG, others)
            .flatMap(Arrays::stream)
            .toArray(String[]::new);
    classes()
        .that()
        .resideInAnyPackage(code.packagesOf(module))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed)
        .check(code.classes());
  }

  /** A layer and the packages in it, relative to the module's root. */
  private record Layer(String name, List<String> packages) {}

  private static Layer layer(String name, String... packages) {
    return new Layer(name, List.of(packages));
  }

  /** Each layer may know those named before it; a package outside all of them fails. */
  private static void hasLayers(String module, Layer... layers) {
    String root = code.rootOf(module);
    LayeredArchitecture architecture = layeredArchitecture().consideringOnlyDependenciesInLayers();
    List<String> below = new ArrayList<>();
    for (Layer layer : layers) {
      architecture =
          architecture
              .layer(layer.name())
              .definedBy(
                  layer.packages().stream()
                      .map(name -> name.isEmpty() ? root : root + "." + name)
                      .toArray(String[]::new));
      LayeredArchitecture.LayerDependencySpecification rule = architecture.whereLayer(layer.name());
      architecture =
          below.isEmpty()
              ? rule.mayNotAccessAnyLayer()
              : rule.mayOnlyAccessLayers(below.toArray(String[]::new));
      below.add(layer.name());
    }
    Set<String> packages = code.packages().get(module);
    JavaClasses own =
        code.classes()
            .that(
                DescribedPredicate.describe(
                    "are of " + module,
                    (JavaClass one) -> packages.contains(one.getPackageName())));
    architecture.ensureAllClassesAreContainedInArchitecture().check(own);
  }
}
