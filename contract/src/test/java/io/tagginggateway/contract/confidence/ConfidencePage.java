package io.tagginggateway.contract.confidence;

import io.tagginggateway.contract.Rule;
import io.tagginggateway.contract.Rules;
import io.tagginggateway.contract.testing.ContractSchemas;
import io.tagginggateway.contract.verify.Verification;
import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.file.Standing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Writes docs/confidence.md, and notes what is wrong with what drives the rules. */
final class ConfidencePage {
  static final String COMMAND =
      "mvn -q -pl contract -am test -Dtest=ConfidenceTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dconfidence.write=true";

  private final Drivers drivers = Drivers.read();
  private final Sources sources = new Sources();
  private final List<String> problems = new ArrayList<>();
  private final StringBuilder page = new StringBuilder();
  private final Set<String> homes = new TreeSet<>();
  private final Set<String> ids = new TreeSet<>();

  ConfidencePage() throws IOException {
    List<ProductEntry> products = ContractSchemas.products();
    List<ProductEntry> inFull = new ArrayList<>();
    for (ProductEntry product : products) {
      if (Sources.hasGoldenFiles(product)) {
        inFull.add(product);
        homes.add(Sources.home(product));
      }
    }
    page.append(
        """
        # What can be trusted

        Every rule of the dialects, how we know it, and what drives it in the build. This page is generated; a test
        fails when it is out of date, and when a rule has no test. After a change, run

        ```sh
        %s
        ```

        - *documented*: an official page says so. *sdk*: an official SDK's source says so. *seen*: a live endpoint or an
          official client does so. *chosen*: no source was found, and the gateway follows the product's own pattern, or its
          family's; a capture from the real service may correct it. A rule is known no better than the weakest fact in it.
        - *checks*: how many checks of the command `verify` hold an endpoint to the rule, over both formats.
        - *clients*: the official clients whose raw requests are replayed for it, and the scenarios of `conformance/` that
          the official Java, Node.js, Python and Go clients play for it.

        The rules of a product follow from its file. Each product's own are served at
        `/_gateway/contracts/CODE.rules.json`, with the source of each; here they are counted, and in full for the products
        that the project began with. What all tag operations do alike was found on the pages of those; of every other product it is
        *chosen*, and its `rules.json` says so.

        """
            .formatted(COMMAND));
    ProductEntry first = inFull.get(0);
    summary(products, first);
    for (ProductEntry product : inFull) {
      List<Rule> rules = new ArrayList<>(Rules.own(product));
      Map<String, Integer> checks = Verification.checksByRule(product.product());
      section(product.head().title(), rules, checks, Sources.home(product));
    }
    Map<String, Integer> checks = Verification.checksByRule(first.product());
    section("What every product's tag operations do alike", Rules.shared(first), checks, null);
    section("The gateway, before any product", Rules.gateway(), checks, null);
    drivers.idle(ids).forEach(line -> problems.add(line + ": no rule of this name"));
  }

  List<String> problems() {
    return problems;
  }

  @Override
  public String toString() {
    return page.toString();
  }

  private void summary(List<ProductEntry> products, ProductEntry first) {
    page.append("| rules | documented | sdk | seen | chosen |\n|---|---|---|---|---|\n");
    products.forEach(product -> count(product.head().title(), Rules.own(product)));
    count("tag operations alike, in " + first.head().title(), Rules.shared(first));
    count("the gateway", Rules.gateway());
  }

  private void count(String name, List<Rule> rules) {
    page.append("| ").append(name);
    for (Standing standing : Standing.values()) {
      long count = rules.stream().filter(rule -> rule.standing() == standing).count();
      page.append(" | ").append(count);
    }
    page.append(" |\n");
  }

  private void section(String title, List<Rule> rules, Map<String, Integer> checks, String home)
      throws IOException {
    page.append("\n## ").append(title).append("\n\n");
    page.append("| rule | standing | tests | checks | clients |\n|---|---|---|---|---|\n");
    for (Rule rule : rules) {
      ids.add(rule.id());
      Set<String> tests = tests(rule, home);
      if (tests.isEmpty()) {
        problems.add(title + ", " + rule.id() + ": no test drives it");
      }
      Integer count = checks.get(rule.id());
      page.append("| `")
          .append(rule.id())
          .append("` ")
          .append(rule.text().replace("|", "\\|").replace("<", "&lt;"));
      page.append(" | ").append(rule.standingWord());
      page.append(" | ").append(String.join(", ", tests));
      page.append(" | ").append(count == null ? "" : count);
      page.append(" | ").append(String.join(", ", clients(rule))).append(" |\n");
    }
  }

  /** A test in another product's module says nothing about this one. */
  private Set<String> tests(Rule rule, String home) throws IOException {
    Set<String> tests = new LinkedHashSet<>();
    for (String test : drivers.of(rule.id(), Drivers.Line::tests)) {
      if (!sources.has(test)) {
        problems.add(rule.id() + ": no test " + test);
      } else if (home == null
          || !homes.contains(sources.module(test))
          || sources.module(test).equals(home)) {
        tests.add(test.replaceFirst("#.*", ""));
      }
    }
    return tests;
  }

  private Set<String> clients(Rule rule) throws IOException {
    Set<String> clients = new TreeSet<>();
    for (String pattern : drivers.of(rule.id(), Drivers.Line::captures)) {
      Set<String> found = Sources.clients(pattern);
      if (found.isEmpty()) {
        problems.add(rule.id() + ": no capture " + pattern);
      }
      clients.addAll(found);
    }
    for (String scenario : drivers.of(rule.id(), Drivers.Line::scenarios)) {
      if (!Sources.scenarios().contains(scenario)) {
        problems.add(rule.id() + ": no scenario " + scenario);
      }
      clients.add("scenario *" + scenario + "*");
    }
    return clients;
  }
}
