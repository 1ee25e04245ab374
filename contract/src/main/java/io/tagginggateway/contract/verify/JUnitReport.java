package io.tagginggateway.contract.verify;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The outcome as JUnit XML, for tools that show test reports. */
final class JUnitReport {
  private final XMLStreamWriter xml;
  private final Target target;

  private JUnitReport(XMLStreamWriter xml, Target target) {
    this.xml = xml;
    this.target = target;
  }

  static void write(Outcome outcome, Target target, Writer out) throws IOException {
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out);
      new JUnitReport(xml, target).write(outcome);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private void write(Outcome outcome) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", suite());
    xml.writeAttribute("tests", String.valueOf(outcome.results().size()));
    xml.writeAttribute("failures", String.valueOf(outcome.count(Verdict.FAILED)));
    xml.writeAttribute("errors", "0");
    xml.writeAttribute(
        "skipped",
        String.valueOf(outcome.count(Verdict.NOT_APPLICABLE) + outcome.count(Verdict.NOT_RUN)));
    long millis = outcome.results().stream().mapToLong(Result::millis).sum();
    xml.writeAttribute("time", seconds(millis));
    for (Result result : outcome.results()) {
      write(result);
    }
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void write(Result result) throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("name", result.title());
    xml.writeAttribute("classname", suite());
    xml.writeAttribute("time", seconds(result.millis()));
    switch (result.verdict()) {
      case FAILED -> {
        Observation last = result.last();
        xml.writeStartElement("failure");
        xml.writeAttribute("type", result.rule().standingWord());
        xml.writeAttribute("message", carried(result.rule().text()));
        xml.writeCharacters(
            carried("expected " + last.expected() + "\ngot " + last.got() + shown(result)));
        xml.writeEndElement();
      }
      case NOT_APPLICABLE, NOT_RUN -> {
        xml.writeEmptyElement("skipped");
        xml.writeAttribute("message", carried(result.reason()));
      }
      case PASSED -> {
        xml.writeStartElement("system-out");
        StringBuilder seen = new StringBuilder();
        for (Observation observation : result.observations()) {
          seen.append("expected ").append(observation.expected()).append('\n');
          seen.append("got ").append(observation.got()).append('\n');
        }
        xml.writeCharacters(carried(seen.toString()));
        xml.writeEndElement();
      }
    }
    xml.writeEndElement();
  }

  private static String shown(Result result) {
    Exchange exchange = result.exchange();
    return exchange == null ? "" : "\nrequest " + exchange.curl() + "\nanswer " + exchange.answer();
  }

  private String suite() {
    return "verify." + target.product().head().code() + "@" + target.product().head().version();
  }

  private static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.3f", millis / 1000.0);
  }

  /** Nothing secret, and nothing that XML cannot carry. */
  private String carried(String text) {
    return target
        .credentials()
        .mask(text)
        .codePoints()
        .map(c -> isXml(c) ? c : 0xFFFD)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isXml(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
