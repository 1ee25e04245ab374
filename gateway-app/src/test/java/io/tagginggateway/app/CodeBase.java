package io.tagginggateway.app;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The classes of this code base, and the Maven module that each package belongs to. */
final class CodeBase {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

  private final JavaClasses classes;
  private final Map<String, Set<String>> packages = new TreeMap<>();

  CodeBase() throws IOException {
    Set<String> modules = modules();
    classes =
        new ClassFileImporter()
            .importPaths(modules.stream().map(CodeBase::compiled).toArray(Path[]::new));
    for (JavaClass one : classes) {
      packages
          .computeIfAbsent(module(one, modules), name -> new TreeSet<>())
          .add(one.getPackageName());
    }
  }

  /** The production classes of every module that this one is built upon, and its own. */
  JavaClasses classes() {
    return classes;
  }

  /** The packages of each module that has classes, by the name of its directory. */
  Map<String, Set<String>> packages() {
    return packages;
  }

  /** The packages of these modules, as ArchUnit takes them. */
  String[] packagesOf(String... modules) {
    return Set.of(modules).stream()
        .flatMap(module -> packages.get(module).stream())
        .toArray(String[]::new);
  }

  /** The package that all classes of a module share. */
  String rootOf(String module) {
    return packages.get(module).stream()
        .reduce(
            (one, other) -> {
              String common = one;
              while (!(other + ".").startsWith(common + ".")) {
                common = common.substring(0, common.lastIndexOf('.'));
              }
              return common;
            })
        .orElseThrow();
  }

  /**
   * The modules of the default build that are compiled, without those that are built upon the
   * process. A build of all modules compiles the others before this one.
   */
  static Set<String> modules() throws IOException {
    String parent = Files.readString(ROOT.resolve("pom.xml"));
    String ofDefaultBuild = parent.substring(0, parent.indexOf("<profiles>"));
    Set<String> modules = new TreeSet<>();
    Set<String> uponProcess = new HashSet<>(Set.of(artifact("tagging-gateway-app")));
    // The parent names a module behind those that it is built upon.
    for (MatchResult found : MODULE.matcher(ofDefaultBuild).results().toList()) {
      Path module = ROOT.resolve(found.group(1));
      String pom = Files.readString(module.resolve("pom.xml"));
      String dependencies = pom.substring(Math.max(0, pom.indexOf("<dependencies>")));
      if (uponProcess.stream().anyMatch(dependencies::contains)) {
        uponProcess.add(
            artifact(pom.replaceFirst("(?s).*?</parent>.*?<artifactId>([^<]*)<.*", "$1")));
      } else if (Files.isDirectory(module.resolve("src/main/java"))
          && Files.isDirectory(compiled(found.group(1)))) {
        modules.add(found.group(1));
      }
    }
    return modules;
  }

  private static Path compiled(String module) {
    return ROOT.resolve(module).resolve("target/classes");
  }

  private static String artifact(String id) {
    return "<artifactId>" + id + "</artifactId>";
  }

  private static String module(JavaClass one, Set<String> modules) {
    String source = one.getSource().orElseThrow().getUri().toString();
    return modules.stream()
        .filter(module -> source.contains("/" + module + "/target/"))
        .findFirst()
        .orElseThrow(() -> new AssertionError(one + " is of no module: " + source));
  }
}
