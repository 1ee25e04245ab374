package io.tagginggateway.core.testing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagginggateway.core.auth.AccessKey;
import io.tagginggateway.core.resource.Place;
import io.tagginggateway.core.resource.ResourceRecord;
import io.tagginggateway.core.state.DeclaredTwiceException;
import io.tagginggateway.core.state.Draft;
import io.tagginggateway.core.state.FaultStore.Rule;
import io.tagginggateway.core.state.GuestLimits;
import io.tagginggateway.core.state.State;
import io.tagginggateway.core.state.StateDifferences;
import io.tagginggateway.core.state.Stores;
import io.tagginggateway.core.tag.ChangeRules;
import io.tagginggateway.core.tag.Exports;
import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.tag.StoredResource;
import io.tagginggateway.core.tag.Tag;
import io.tagginggateway.core.tag.TagChange;
import io.tagginggateway.core.testing.Stages;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link Stores}. Whoever makes some implements this in a test class. Every test
 * begins with other fixtures, and no two run at once.
 */
public interface StoresContract {
  String ACCOUNT = "1234567890123456";
  Partition IPAMS = new Partition(ACCOUNT, "VpcIpam", "cn-hangzhou", "IPAM");
  Duration IDLE = Duration.ofHours(1);
  GuestLimits GUESTS = new GuestLimits(ACCOUNT, 9, IDLE);
  Instant THEN = Instant.parse("2026-01-02T03:04:05Z");

  /** Several that share what they keep, each a gateway's, or one. */
  List<Stores> stores();

  private static <T> T join(CompletionStage<T> stage) {
    return Stages.join(stage);
  }

  private static StoredResource resource(String id, String of) {
    return new StoredResource(id, List.of(new Tag("of", of)), List.of(), true);
  }

  private static Draft draft(Stores stores, String account, String key, String... ids) {
    Draft draft = stores.draft();
    draft.account(account);
    assertThat(draft.add(new AccessKey(key, "secret", account, null, null, false))).isTrue();
    Partition partition = new Partition(account, "VpcIpam", "cn-hangzhou", "IPAM");
    for (String id : ids) {
      assertThat(draft.add(partition, resource(id, key))).isTrue();
    }
    draft.endOfSource("fixture of " + key);
    return draft;
  }

  private static void restart(Stores stores, String account, String key, String... ids) {
    try (Draft draft = draft(stores, account, key, ids)) {
      join(draft.restart());
    }
  }

  private static void add(Stores stores, String account, String key, String... ids) {
    try (Draft draft = draft(stores, account, key, ids)) {
      join(draft.add());
    }
  }

  private static void tag(Stores stores, Partition partition, String id) {
    join(
        stores
            .current()
            .tags()
            .change(
                partition,
                new TagChange.Put(List.of(id), List.of(new Tag("new", "v"))),
                new ChangeRules(20, false)));
  }

  private static List<String> content(Stores stores, Partition partition) {
    List<String> content = new ArrayList<>();
    Exports.forEach(
        stores.current().tags(),
        partition,
        found ->
            content.add(
                found.id()
                    + found.tags().stream()
                        .map(tag -> tag.key() + "=" + tag.value())
                        .collect(Collectors.joining(",", "[", "]"))));
    return content;
  }

  private static List<String> keys(Stores stores) {
    return join(stores.current().declaredKeys()).stream().map(AccessKey::id).toList();
  }

  private static Partition of(String account) {
    return new Partition(account, "VpcIpam", "cn-hangzhou", "IPAM");
  }

  private static boolean admit(Stores stores, String account, GuestLimits limits, long now) {
    return join(stores.current().admitGuest(account, limits, now));
  }

  /** Whatever one gateway did, and was told that it is done, all see at once. */
  private void everywhere(Consumer<Stores> check) {
    stores().forEach(check);
  }

  private Stores first() {
    return stores().get(0);
  }

  private Stores last() {
    return stores().get(stores().size() - 1);
  }

  private static List<String> differences(Stores stores, int max) {
    StateDifferences found = join(stores.differences(max));
    List<String> told = new ArrayList<>(List.of(String.valueOf(found.count())));
    found.first().forEach(each -> told.add(values(each.before()) + " -> " + values(each.now())));
    return told;
  }

  private static String values(@Nullable StoredResource resource) {
    return resource == null
        ? "none"
        : resource.id() + resource.tags().stream().map(Tag::value).sorted().toList();
  }

  @Test
  default void whatDiffersFromTheFixturesIsToldUntilAReset() {
    restart(first(), ACCOUNT, "a", "1", "2", "3");
    everywhere(each -> assertThat(differences(each, 9)).containsExactly("0"));
    tag(first(), IPAMS, "2");
    tag(last(), IPAMS, "4");
    tag(last(), of("6543210987654321"), "5");
    TagChange all = new TagChange.RemoveAll(List.of("1"));
    join(first().current().tags().change(IPAMS, all, new ChangeRules(20, false)));
    everywhere(
        each ->
            assertThat(differences(each, 9))
                .containsExactly(
                    "4", "1[a] -> 1[]", "2[a] -> 2[a, v]", "none -> 4[v]", "none -> 5[v]"));
    assertThat(differences(last(), 1)).containsExactly("4", "1[a] -> 1[]");
    join(last().reset());
    everywhere(each -> assertThat(differences(each, 9)).containsExactly("0"));
    try (Draft draft = draft(first(), ACCOUNT, "b", "4", "2")) {
      join(draft.replace());
    }
    everywhere(
        each ->
            assertThat(differences(each, 9))
                .containsExactly(
                    "4", "none -> 4[b]", "2[a] -> 2[b]", "1[a] -> none", "3[a] -> none"));
  }

  @Test
  default void whatIsAddedReplacesWhatIsInBothAndKeepsTheRest() {
    restart(first(), ACCOUNT, "a", "1", "2");
    tag(last(), IPAMS, "0");
    add(last(), ACCOUNT, "b", "2", "3");
    tag(first(), IPAMS, "4");
    everywhere(
        each -> {
          assertThat(content(each, IPAMS))
              .containsExactly("1[of=a]", "2[of=b]", "0[new=v]", "3[of=b]", "4[new=v]");
          assertThat(join(each.current().declaredAccounts())).containsExactly(ACCOUNT);
          assertThat(keys(each)).containsExactly("a", "b");
          assertThat(join(each.current().find("b"))).isPresent();
        });
  }

  @Test
  default void aResetForgetsWhatWasAddedReplacedAndWritten() {
    restart(first(), ACCOUNT, "a", "1");
    for (int i = 0; i < 3; i++) {
      tag(first(), IPAMS, "2");
      tag(first(), IPAMS, "1");
      add(last(), ACCOUNT, "b", "3");
      if (i == 1) {
        try (Draft draft = draft(first(), "other", "c", "9")) {
          join(draft.replace());
        }
        everywhere(each -> assertThat(keys(each)).containsExactly("c"));
        everywhere(each -> assertThat(content(each, IPAMS)).isEmpty());
      }
      join(last().reset());
      everywhere(
          each -> {
            assertThat(content(each, IPAMS)).containsExactly("1[of=a]");
            assertThat(keys(each)).containsExactly("a");
            assertThat(join(each.current().find("b"))).isEmpty();
          });
    }
  }

  @Test
  default void aRestartIsWhatAResetGoesBackTo() {
    restart(first(), ACCOUNT, "a", "1");
    restart(last(), ACCOUNT, "b", "2");
    tag(first(), IPAMS, "3");
    join(first().reset());
    everywhere(each -> assertThat(content(each, IPAMS)).containsExactly("2[of=b]"));
  }

  @Test
  default void whatIsReadAnewIsWhatAResetGoesBackTo() {
    restart(first(), ACCOUNT, "a", "1");
    tag(first(), IPAMS, "2");
    everywhere(
        each -> {
          try (Draft draft = draft(each, ACCOUNT, "b", "3")) {
            join(draft.reload());
          }
        });
    everywhere(each -> assertThat(content(each, IPAMS)).containsExactly("3[of=b]"));
    tag(first(), IPAMS, "4");
    join(last().reset());
    everywhere(each -> assertThat(content(each, IPAMS)).containsExactly("3[of=b]"));
  }

  @Test
  default void aResetEndsFaults() {
    restart(first(), ACCOUNT, "a", "1");
    join(first().faults().add(new Rule("{}", 0, 0, 1, 0)));
    everywhere(each -> assertThat(join(each.faults().armed())).hasSize(1));
    join(last().reset());
    everywhere(each -> assertThat(join(each.faults().armed())).isEmpty());
    everywhere(each -> assertThat(join(each.faults().all())).isEmpty());
  }

  @Test
  default void keysAreKeptToTheLetter() {
    restart(first(), ACCOUNT, "a", "1");
    AccessKey key =
        new AccessKey("odd é'\"", "s\uD83D\uDE00", ACCOUNT, "token+/=", THEN, true, "acs:ram::x");
    try (Draft draft = first().draft()) {
      draft.account(ACCOUNT);
      assertThat(draft.add(key)).isTrue();
      assertThat(draft.add(key)).isFalse();
      draft.endOfSource("source");
      join(draft.add());
    }
    everywhere(each -> assertThat(join(each.current().find(key.id()))).contains(key));
    everywhere(each -> assertThat(join(each.current().declaredKeys())).endsWith(key));
    for (String unknown : List.of("", "A", "a ", "odd", "\u0000", "x".repeat(10_000))) {
      everywhere(each -> assertThat(join(each.current().find(unknown))).isEmpty());
    }
  }

  @Test
  default void aTemporaryKeyIsKnownEverywhereUntilTheStateIsAnother() {
    restart(first(), ACCOUNT, "a", "1");
    Instant later = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(3600);
    List<AccessKey> issued =
        IntStream.range(0, 3)
            .mapToObj(
                i -> new AccessKey("STS." + i, "s" + i, ACCOUNT, "t" + i, later, false, "arn"))
            .toList();
    for (AccessKey key : issued) {
      everywhere(each -> assertThat(join(each.current().find(key.id()))).isEmpty());
      join(last().current().issue(key));
      everywhere(each -> assertThat(join(each.current().find(key.id()))).contains(key));
    }
    everywhere(each -> assertThat(keys(each)).containsExactly("a"));
    join(first().reset());
    for (AccessKey key : issued) {
      everywhere(each -> assertThat(join(each.current().find(key.id()))).isEmpty());
    }
  }

  @Test
  default void isolatedAccountsStartFromTheFixturesAndNeverMeet() {
    restart(first(), ACCOUNT, "a", "1");
    tag(first(), IPAMS, "later");
    assertThat(admit(first(), "guest", GUESTS, 0)).isTrue();
    tag(first(), of("guest"), "mine");
    everywhere(each -> assertThat(admit(each, "guest", GUESTS, 1)).isTrue());
    everywhere(
        each -> assertThat(content(each, of("guest"))).containsExactly("1[of=a]", "mine[new=v]"));
    add(last(), ACCOUNT, "b", "2");
    everywhere(each -> assertThat(admit(each, "guest", GUESTS, 2)).isTrue());
    everywhere(each -> assertThat(content(each, of("guest"))).hasSize(2));
    assertThat(admit(last(), "other", GUESTS, 2)).isTrue();
    everywhere(
        each -> assertThat(content(each, of("other"))).containsExactly("1[of=a]", "2[of=b]"));
    add(first(), ACCOUNT, "c", "2", "3");
    assertThat(admit(last(), "third", GUESTS, 2)).isTrue();
    assertThat(content(first(), of("third"))).containsExactly("1[of=a]", "2[of=c]", "3[of=c]");
  }

  @Test
  default void whatWasAGuestsStaysWhenItIsDeclared() {
    restart(first(), ACCOUNT, "a", "1");
    assertThat(admit(last(), "guest", GUESTS, 0)).isTrue();
    tag(last(), of("guest"), "mine");
    add(first(), "guest", "c", "3");
    everywhere(
        each ->
            assertThat(content(each, of("guest")))
                .containsExactly("1[of=a]", "mine[new=v]", "3[of=c]"));
    everywhere(each -> assertThat(admit(each, "guest", GUESTS, 1)).isTrue());
    everywhere(each -> assertThat(content(each, of("guest"))).hasSize(3));
  }

  @Test
  default void isolatedAccountsAreBoundedAndTheLeastRecentlyUsedMakesRoomWhenItWasIdle() {
    restart(first(), ACCOUNT, "a", "1");
    GuestLimits two = new GuestLimits(ACCOUNT, 2, IDLE);
    long hour = IDLE.toMillis();
    assertThat(admit(first(), "g1", two, 0)).isTrue();
    assertThat(admit(last(), "g2", two, 1)).isTrue();
    tag(last(), of("g2"), "mine");
    assertThat(admit(first(), "g1", two, 120_000)).isTrue();
    assertThat(admit(first(), "g3", two, hour)).isFalse();
    assertThat(admit(first(), ACCOUNT, two, hour)).isTrue();
    assertThat(admit(first(), "g3", two, hour + 1)).isTrue();
    assertThat(admit(last(), "g2", two, hour + 2)).isFalse();
    everywhere(each -> assertThat(content(each, of("g2"))).isEmpty());
    everywhere(each -> assertThat(content(each, of("g3"))).hasSize(1));
    assertThat(admit(last(), "g2", two, 120_000 + hour)).isTrue();
    everywhere(each -> assertThat(content(each, of("g2"))).containsExactly("1[of=a]"));
  }

  @Test
  default void guestsAreOfOneStateAlone() {
    restart(first(), ACCOUNT, "a", "1");
    assertThat(admit(first(), "guest", GUESTS, 0)).isTrue();
    tag(first(), of("guest"), "mine");
    join(last().reset());
    everywhere(each -> assertThat(content(each, of("guest"))).isEmpty());
    everywhere(each -> assertThat(admit(each, "guest", GUESTS, 1)).isTrue());
    everywhere(each -> assertThat(content(each, of("guest"))).containsExactly("1[of=a]"));
  }

  @Test
  default void createdResourcesComeWithFixturesAndGoWithThem() {
    ResourceRecord record = new ResourceRecord("1", Map.of("Name", "n"), false, THEN, THEN);
    try (Draft draft = draft(first(), ACCOUNT, "a", "1")) {
      draft.add(IPAMS, record);
      join(draft.restart());
    }
    Place place = new Place(IPAMS, "1");
    everywhere(each -> assertThat(join(each.current().resources().find(place))).contains(record));
    join(first().current().resources().remove(place, List.of()));
    everywhere(each -> assertThat(join(each.current().resources().find(place))).isEmpty());
    assertThat(admit(last(), "guest", GUESTS, 0)).isTrue();
    everywhere(
        each ->
            assertThat(join(each.current().resources().list(of("guest")))).containsExactly(record));
    join(last().reset());
    everywhere(each -> assertThat(join(each.current().resources().find(place))).contains(record));
  }

  @Test
  default void aDraftThatIsDroppedChangesNothing() {
    restart(first(), ACCOUNT, "a", "1");
    try (Draft draft = draft(first(), ACCOUNT, "b", "2")) {
      assertThat(draft).isNotNull();
    }
    everywhere(each -> assertThat(content(each, IPAMS)).containsExactly("1[of=a]"));
    everywhere(each -> assertThat(keys(each)).containsExactly("a"));
  }

  @Test
  default void aResourceThatIsDeclaredTwiceIsRefusedWithItsFirstSource() {
    try (Draft draft = draft(first(), ACCOUNT, "a", "1", "2")) {
      assertThatThrownBy(
              () -> {
                if (!draft.add(IPAMS, resource("2", "b"))) {
                  throw new DeclaredTwiceException(IPAMS, "2", draft.owner(IPAMS, "2"));
                }
                draft.endOfSource("second");
              })
          .isInstanceOf(DeclaredTwiceException.class)
          .hasMessage("IPAM 2 is declared twice, first in fixture of a");
    }
    try (Draft draft = first().draft()) {
      draft.account(ACCOUNT);
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 25_000; i++) {
                  if (!draft.add(IPAMS, resource("r" + i % 21_000, "b"))) {
                    throw new DeclaredTwiceException(IPAMS, "r0", draft.owner(IPAMS, "r0"));
                  }
                }
                draft.endOfSource("only");
              })
          .hasMessage("IPAM r0 is declared twice");
    }
  }

  @Test
  default void aStateOfManyResourcesComesInTheOrderOfTheFixture() {
    List<String> ids =
        IntStream.range(0, 12_000).mapToObj(i -> "r-" + (i * 7919) % 12_000).toList();
    restart(first(), ACCOUNT, "a", ids.toArray(String[]::new));
    everywhere(
        each ->
            assertThat(content(each, IPAMS))
                .isEqualTo(ids.stream().map(id -> id + "[of=a]").toList()));
    State state = last().current();
    assertThat(join(state.tags().sizes()).get(IPAMS).resources()).isEqualTo(12_000);
  }

  @Test
  default void theStoreIsWell() {
    everywhere(each -> assertThat(join(each.health())).isEqualTo(Stores.Health.GOOD));
  }
}
