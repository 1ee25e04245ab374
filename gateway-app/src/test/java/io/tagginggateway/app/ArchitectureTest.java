package io.tagginggateway.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom: products know core alone, the process finds them, core knows nobody. */
@AnalyzeClasses(
    packages = "io.tagginggateway",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  private static final String CORE = "io.tagginggateway.core..";
  private static final String VPC = "io.tagginggateway.vpc..";
  private static final String API_GATEWAY = "io.tagginggateway.apigateway..";
  private static final String APP = "io.tagginggateway.app..";

  /**
   * Every package of ours that is neither core nor the process is a product, so a third is held
   * too.
   */
  private static final String OURS = "io.tagginggateway..";

  @ArchTest
  static final ArchRule core_knows_nobody =
      noClasses()
          .that()
          .resideInAPackage(CORE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(VPC, API_GATEWAY, APP, "io.vertx..", "io.netty..")
          .allowEmptyShould(true);

  @ArchTest static final ArchRule vpc_knows_core_alone = productKnowsCoreAlone(VPC);

  @ArchTest static final ArchRule api_gateway_knows_core_alone = productKnowsCoreAlone(API_GATEWAY);

  @ArchTest
  static final ArchRule process_finds_products_by_service_loader =
      classes()
          .that()
          .resideInAPackage(OURS)
          .and()
          .resideOutsideOfPackages(CORE, APP)
          .should()
          .onlyHaveDependentClassesThat()
          .resideOutsideOfPackages(CORE, APP)
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule no_static_variables =
      fields()
          .that()
          .areStatic()
          .and()
          // javac's own, for switch and assert
          .doNotHaveModifier(JavaModifier.SYNTHETIC)
          .should()
          .beFinal()
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule only_the_process_prints =
      noClasses()
          .that()
          .resideOutsideOfPackage(APP)
          .should(ACCESS_STANDARD_STREAMS)
          .allowEmptyShould(true);

  private static ArchRule productKnowsCoreAlone(String product) {
    return classes()
        .that()
        .resideInAPackage(product)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            product, CORE, "java..", "org.jspecify..", "com.fasterxml.jackson..", "org.slf4j..")
        .allowEmptyShould(true);
  }
}
