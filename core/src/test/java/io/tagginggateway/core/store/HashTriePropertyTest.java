package io.tagginggateway.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** Against a HashMap, with keys that share all or part of their hash. */
@Tag("random")
class HashTriePropertyTest {
  private static final int MANY = 500;

  /** A key that chooses its own hash. */
  record Key(int name, int hash) {
    @Override
    public int hashCode() {
      return hash;
    }
  }

  record Entry(Object key, int value) implements Keyed {}

  record Op(Key key, int value, boolean remove, boolean newEdit) {}

  private record Version(HashTrie<Entry> trie, Map<Object, Entry> expected) {}

  @Property(tries = 1000)
  void everyVersionStaysWhatItWas(@ForAll("ops") List<Op> ops) {
    List<Version> versions = new ArrayList<>();
    HashTrie<Entry> trie = HashTrie.empty();
    Map<Object, Entry> expected = new HashMap<>();
    Object edit = new Object();
    for (Op op : ops) {
      if (op.newEdit()) {
        versions.add(new Version(trie, new HashMap<>(expected)));
        edit = new Object();
      }
      if (op.remove()) {
        trie = trie.without(op.key(), edit);
        expected.remove(op.key());
      } else {
        Entry entry = new Entry(op.key(), op.value());
        trie = trie.with(entry, edit);
        expected.put(op.key(), entry);
      }
    }
    versions.add(new Version(trie, expected));
    for (Version version : versions) {
      for (Op op : ops) {
        assertThat(version.trie().get(op.key())).isSameAs(version.expected().get(op.key()));
      }
      assertThat(version.trie().isEmpty()).isEqualTo(version.expected().isEmpty());
    }
  }

  @Example
  void stringsOfEqualHashAreToldApart() {
    List<String> family = List.of("AaAa", "BBBB", "AaBB", "BBAa");
    assertThat(family).extracting(String::hashCode).containsOnly("AaAa".hashCode());
    Object edit = new Object();
    HashTrie<Entry> trie = HashTrie.empty();
    for (int i = 0; i < family.size(); i++) {
      trie = trie.with(new Entry(family.get(i), i), edit);
    }
    for (int i = 0; i < family.size(); i++) {
      assertThat(trie.get(family.get(i))).isEqualTo(new Entry(family.get(i), i));
    }
    assertThat(trie.get("AaAaAa")).isNull();
    for (String key : family) {
      trie = trie.without(key, edit);
      assertThat(trie.get(key)).isNull();
    }
    assertThat(trie.isEmpty()).isTrue();
  }

  /** A key that counts how often it is compared with another one. */
  private static final class Counted {
    private final int name;
    private final AtomicInteger comparisons;

    private Counted(int name, AtomicInteger comparisons) {
      this.name = name;
      this.comparisons = comparisons;
    }

    @Override
    public boolean equals(Object other) {
      comparisons.incrementAndGet();
      return other instanceof Counted counted && counted.name == name;
    }

    @Override
    public int hashCode() {
      return 7;
    }
  }

  /** Somebody may choose names of one hash on purpose. */
  @Example
  void aChangeAmongManyOfOneHashLooksAtEachOnce() {
    AtomicInteger comparisons = new AtomicInteger();
    Object edit = new Object();
    HashTrie<Entry> trie = HashTrie.<Entry>empty().with(new Entry(new Key(1, 6), 0), edit);
    for (int name = 0; name < MANY; name++) {
      trie = trie.with(new Entry(new Counted(name, comparisons), name), edit);
    }
    comparisons.set(0);
    trie = trie.without(new Counted(MANY / 2, comparisons), edit);
    trie = trie.with(new Entry(new Counted(MANY, comparisons), MANY), edit);
    assertThat(comparisons.get()).isLessThanOrEqualTo(2 * MANY);
    assertThat(trie.get(new Counted(MANY, comparisons))).extracting(Entry::value).isEqualTo(MANY);
  }

  @Provide
  Arbitrary<List<Op>> ops() {
    // One hash for all, hashes that part late, and any hash.
    Arbitrary<Integer> hashes =
        Arbitraries.oneOf(
            Arbitraries.just(7),
            Arbitraries.integers().between(0, 3).map(i -> i << 30),
            Arbitraries.integers().between(0, 40));
    Arbitrary<Key> keys =
        Combinators.combine(Arbitraries.integers().between(0, 20), hashes).as(Key::new);
    return Combinators.combine(
            keys,
            Arbitraries.integers().between(0, 3),
            Arbitraries.of(true, false, false),
            Arbitraries.of(true, false, false))
        .as(Op::new)
        .list()
        .ofMaxSize(80);
  }
}
