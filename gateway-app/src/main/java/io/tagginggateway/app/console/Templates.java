package io.tagginggateway.app.console;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.tagginggateway.app.console.view.Frame;
import java.util.Map;

/** Writes views by the templates that the build compiled, which escape whatever they show. */
final class Templates {
  private static final String PACKAGE = "io.tagginggateway.app.console.html";

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Templates.class.getClassLoader(), PACKAGE);

  /** A whole page. */
  Reply page(int status, String template, Frame frame, Object view) {
    return write(status, template, Map.of("frame", frame, "view", view));
  }

  /** A part of a page that is open. */
  Reply part(String template, Object view) {
    return write(200, template, Map.of("view", view));
  }

  private Reply write(int status, String template, Map<String, Object> parameters) {
    Utf8ByteOutput output = new Utf8ByteOutput();
    engine.render(template + ".jte", parameters, output);
    return Reply.html(status, output.toByteArray());
  }
}
