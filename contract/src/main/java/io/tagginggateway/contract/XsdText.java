package io.tagginggateway.contract;

import java.util.List;

/** The text of an XML Schema, written line by line. Not thread-safe. */
final class XsdText {
  private final StringBuilder text = new StringBuilder();
  private int depth;

  void line(String line) {
    text.append("  ".repeat(depth)).append(line).append('\n');
  }

  /** Opens an element, given by its name and attributes. */
  void open(String element) {
    line("<" + element + ">");
    depth++;
  }

  void close(String name) {
    depth--;
    line("</" + name + ">");
  }

  void text(String name, String content) {
    line("<" + name + ">" + escaped(content) + "</" + name + ">");
  }

  /** An enumeration of texts. */
  void enumeration(String name, List<String> values) {
    restriction(name);
    for (String value : values) {
      line("<xs:enumeration value=\"" + escaped(value) + "\"/>");
    }
    end();
  }

  /** A type of texts that are no shorter and no longer. */
  void length(String name, int min, int max) {
    restriction(name);
    if (min > 0) {
      line("<xs:minLength value=\"" + min + "\"/>");
    }
    if (max < Integer.MAX_VALUE) {
      line("<xs:maxLength value=\"" + max + "\"/>");
    }
    end();
  }

  private void restriction(String name) {
    open("xs:simpleType name=\"" + name + "\"");
    open("xs:restriction base=\"xs:string\"");
  }

  private void end() {
    close("xs:restriction");
    close("xs:simpleType");
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
