package io.tagginggateway.contract;

import io.tagginggateway.core.product.TagView;
import io.tagginggateway.core.product.ViewOperation;

/** The elements of a view's answers in an XML Schema. Not thread-safe. */
final class ViewXsd {
  private static final String ANY = " minOccurs=\"0\" maxOccurs=\"unbounded\"";

  private final XsdText out;

  ViewXsd(XsdText out) {
    this.out = out;
  }

  /** The answer of an operation. */
  void answer(ViewOperation operation) {
    TagView.Names names = operation.view().names();
    open(operation.responseName(), "");
    if (operation.reads()) {
      text("NextToken", "xs:string", "");
    }
    text("RequestId", "RequestId", "");
    switch (operation.kind()) {
      case LIST -> {
        open(names.rows(), ANY);
        text(names.arn(), "xs:string", "");
        open(names.tags(), ANY);
        text("Key", "xs:string", "");
        text("Value", "xs:string", "");
        text("Category", "xs:string", "");
        close();
        close();
      }
      case TAG, UNTAG -> {
        open(names.failed(), "");
        open(names.failure(), ANY);
        text(names.arn(), "xs:string", "");
        open("Result", "");
        text("Code", "xs:string", "");
        text("Message", "xs:string", "");
        close();
        close();
        close();
      }
      case KEYS -> {
        open(names.keys(), "");
        open(names.key(), ANY);
        text("Key", "xs:string", "");
        text("Category", "xs:string", "");
        close();
        close();
      }
      case VALUES -> {
        open(names.values(), "");
        text(names.value(), "xs:string", ANY);
        close();
      }
    }
    close();
  }

  private void open(String name, String occurs) {
    out.open("xs:element name=\"" + name + "\"" + occurs);
    out.open("xs:complexType");
    out.open("xs:sequence");
  }

  private void close() {
    out.close("xs:sequence");
    out.close("xs:complexType");
    out.close("xs:element");
  }

  private void text(String name, String type, String occurs) {
    out.line("<xs:element name=\"" + name + "\" type=\"" + type + "\"" + occurs + "/>");
  }
}
