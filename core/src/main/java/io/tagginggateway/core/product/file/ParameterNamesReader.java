package io.tagginggateway.core.product.file;

import io.tagginggateway.core.product.PairNames;
import io.tagginggateway.core.product.ParameterNames;
import io.tagginggateway.core.product.PerKind;
import io.tagginggateway.core.product.RegionParameter;
import io.tagginggateway.core.product.TagOperation.Kind;
import io.tagginggateway.core.request.NumberedList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads what the parameters of one trio are called; an operation may call some otherwise. */
final class ParameterNamesReader {
  private final Fields fields;

  ParameterNamesReader(Fields fields) {
    this.fields = fields;
  }

  PerKind<ParameterNames> read() {
    Fields required = fields.optionalFields("required");
    PerKind<List<String>> mandatory =
        required == null
            ? PerKind.all(List.of())
            : KindFields.read(required, Fields::optionalTexts);
    RegionParameter region = region();
    PairNames pair = pair(fields, PairNames.USUAL);
    PerKind<ParameterNames> names =
        PerKind.of(
            kind -> {
              Fields own = fields.optionalFields(kind.name().toLowerCase(Locale.ROOT));
              ParameterNames read = names(kind, own, mandatory, region, pair);
              if (own != null) {
                own.end();
              }
              return read;
            });
    fields.end();
    return names;
  }

  private ParameterNames names(
      Kind kind,
      @Nullable Fields own,
      PerKind<List<String>> mandatory,
      RegionParameter region,
      PairNames pair) {
    String keys = name("keys", own);
    if (keys != null && keys.contains(".N") && !keys.endsWith(NumberedList.KEYS)) {
      throw fields.error("keys", "may only have .N in " + NumberedList.KEYS);
    }
    return new ParameterNames(
        name("type", own),
        needed("ids", own),
        name("ids-also", own),
        needed("tags", own),
        keys,
        name("pairs", own),
        name("all", own),
        name("token", own),
        name("page-size", own),
        name("page", own),
        region,
        own == null ? pair : pair(own, pair),
        PerKind.all(mandatory.get(kind)));
  }

  private @Nullable String name(String key, @Nullable Fields own) {
    String usual = fields.optionalText(key);
    return own != null && own.has(key) ? own.text(key) : usual;
  }

  private String needed(String key, @Nullable Fields own) {
    String usual = fields.text(key);
    return own != null && own.has(key) ? own.text(key) : usual;
  }

  private enum Place {
    HEADER
  }

  private RegionParameter region() {
    if (!fields.has("region")) {
      return RegionParameter.USUAL;
    }
    if (!fields.isMapping("region")) {
      return new RegionParameter(fields.text("region"), false);
    }
    Fields region = fields.fields("region");
    region.word("in", Place.class);
    RegionParameter read = new RegionParameter(region.text("name"), true);
    region.end();
    return read;
  }

  private static PairNames pair(Fields fields, PairNames usual) {
    Fields pair = fields.optionalFields("pair");
    if (pair == null) {
      return usual;
    }
    PairNames read = new PairNames(pair.text("key"), pair.text("value"));
    pair.end();
    return read;
  }
}
