package io.tagginggateway.app.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.tagginggateway.app.input.InputFormat;
import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.ProductFileException;
import io.tagginggateway.core.product.Products;
import io.tagginggateway.core.product.file.ProductFileReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which products there are: those on the class path, those of product files, and of all
 * these the enabled ones. It stands before the rest of the configuration, whose keys depend on it.
 */
public final class ProductSources {
  /** The key of further product files. */
  static final String FILES = "product-files";

  /** The key of the products that are to be there. */
  static final String ENABLED = "enabled-products";

  private ProductSources() {}

  /**
   * The products of a process.
   *
   * @param installed those on the class path
   * @param files product files that the command line names
   * @param config the config file, or null if there is none
   * @throws ConfigException if a product file cannot be used, two products claim the same, or one
   *     that is to be enabled is not there
   */
  public static Products load(
      Products installed,
      List<Path> files,
      @Nullable Path config,
      Map<String, String> environment) {
    List<ProductEntry> more = new ArrayList<>();
    try {
      for (String file : listed(FILES, config, environment)) {
        more.add(ProductFileReader.entry(resolve(file, config, environment)));
      }
      files.forEach(file -> more.add(ProductFileReader.entry(file)));
      Products all = more.isEmpty() ? installed : installed.with(more);
      return enabled(all, new LinkedHashSet<>(listed(ENABLED, config, environment)));
    } catch (ProductFileException e) {
      throw new ConfigException(String.valueOf(e.getMessage()));
    }
  }

  private static Products enabled(Products all, Set<String> codes) {
    for (String code : codes) {
      if (all.find(code) == null) {
        throw new ConfigException(
            ENABLED + ": no product " + code + "; there are " + String.join(", ", all.codes()));
      }
    }
    return all.enabled(codes);
  }

  private static Path resolve(String file, @Nullable Path config, Map<String, String> environment) {
    return config == null || isSet(FILES, environment)
        ? Path.of(file)
        : config.resolveSibling(file);
  }

  private static boolean isSet(String key, Map<String, String> environment) {
    return !environment.getOrDefault(Variables.nameOf(key), "").isEmpty();
  }

  private static List<String> listed(
      String key, @Nullable Path config, Map<String, String> environment) {
    List<String> texts = new ArrayList<>();
    if (isSet(key, environment)) {
      for (String part : environment.getOrDefault(Variables.nameOf(key), "").split(",", -1)) {
        texts.add(part.trim());
      }
    } else if (config != null && Files.isRegularFile(config)) {
      read(key, config, texts);
    }
    return texts;
  }

  /** What is wrong with the file is said by who reads all of it. */
  private static void read(String key, Path config, List<String> texts) {
    try (InputStream in = Files.newInputStream(config);
        JsonParser parser = InputFormat.ofName(config.toString()).parser(in, false)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean wanted = parser.currentName().equals(key);
        if (parser.nextToken() != JsonToken.START_ARRAY || !wanted) {
          parser.skipChildren();
          continue;
        }
        while (parser.nextToken() == JsonToken.VALUE_STRING) {
          texts.add(parser.getText());
        }
        return;
      }
    } catch (IOException unreadable) {
      texts.clear();
    }
  }
}
