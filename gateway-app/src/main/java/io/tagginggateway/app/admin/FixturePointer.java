package io.tagginggateway.app.admin;

import io.tagginggateway.app.json.StrictJson;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the place in a fixture into a JSON pointer. */
final class FixturePointer {
  private static final Pattern SEGMENT = Pattern.compile("([^.\\[]+)((?:\\[\\d+\\])*)\\.?");

  private FixturePointer() {}

  /** The pointer of a path such as {@code accounts[0].resources[3].tags.a.b}. */
  static String of(String path) {
    StringBuilder pointer = new StringBuilder();
    int end = 0;
    Matcher segment = SEGMENT.matcher(path);
    while (end < path.length() && segment.find(end) && segment.start() == end) {
      end = segment.end();
      pointer.append('/').append(StrictJson.pointerToken(segment.group(1)));
      for (String index : segment.group(2).split("[\\[\\]]+", -1)) {
        pointer.append(index.isEmpty() ? "" : "/" + index);
      }
      if (segment.group(1).equals("tags") || segment.group(1).equals("systemTags")) {
        break;
      }
    }
    // the key of a tag, whatever is in it
    return end < path.length()
        ? pointer.append('/').append(StrictJson.pointerToken(path.substring(end))).toString()
        : pointer.toString();
  }
}
