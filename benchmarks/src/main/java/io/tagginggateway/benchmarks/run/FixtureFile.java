package io.tagginggateway.benchmarks.run;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.tagginggateway.benchmarks.data.SampleData;
import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.tag.Tag;
import java.io.File;
import java.io.IOException;
import java.util.List;

/**
 * Writes a fixture of sample resources and one access key: {@code RESOURCES FILE [TAGS]}, with all
 * tags of a sample, or with those that never meet.
 */
final class FixtureFile {
  private FixtureFile() {}

  public static void main(String[] args) throws IOException {
    int resources = Integer.parseInt(args[0]);
    boolean never = args.length > 2 && args[2].equals("never");
    Partition partition = SampleData.PARTITION;
    try (JsonGenerator json =
        new JsonFactory().createGenerator(new File(args[1]), JsonEncoding.UTF8)) {
      json.writeStartObject();
      json.writeArrayFieldStart("accounts");
      json.writeStartObject();
      json.writeStringField("id", partition.account());
      json.writeArrayFieldStart("accessKeys");
      json.writeStartObject();
      json.writeStringField("id", "testid");
      json.writeStringField("secret", "testsecret");
      json.writeEndObject();
      json.writeEndArray();
      json.writeArrayFieldStart("resources");
      for (int number = 0; number < resources; number++) {
        write(
            json,
            partition,
            number,
            never ? SampleData.apart(number) : SampleData.tags(number, true));
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void write(JsonGenerator json, Partition partition, int number, List<Tag> tags)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("product", partition.product());
    json.writeStringField("region", partition.region());
    json.writeStringField("type", partition.type());
    json.writeStringField("id", SampleData.id(number));
    json.writeObjectFieldStart("tags");
    for (Tag tag : tags) {
      json.writeStringField(tag.key(), tag.value());
    }
    json.writeEndObject();
    json.writeEndObject();
  }
}
