package io.tagginggateway.contract;

import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.product.AnswerField;
import io.tagginggateway.core.product.Operation;
import io.tagginggateway.core.product.Product;
import io.tagginggateway.core.product.RowField;
import io.tagginggateway.core.product.TagFamily;
import io.tagginggateway.core.product.TagOperation;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Derives the XML Schema of a product's answers. Not thread-safe. */
final class Xsd {
  private static final String ERROR =
      """
        <xs:element name="Error">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="RequestId" type="RequestId"/>
              <xs:element name="HostId" type="xs:string"/>
              <xs:element name="Code" type="Code"/>
              <xs:element name="Message" type="xs:string"/>
              <xs:element name="Recommend" type="xs:anyURI"/>
            </xs:sequence>
          </xs:complexType>
        </xs:element>
        <xs:simpleType name="RequestId">
          <xs:restriction base="xs:string">
            <xs:pattern value="[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}"/>
          </xs:restriction>
        </xs:simpleType>
        <xs:simpleType name="ResourceId">
          <xs:restriction base="xs:string">
            <xs:minLength value="1"/>
            <xs:maxLength value="256"/>
          </xs:restriction>
        </xs:simpleType>
      """;

  private final Product product;
  private final XsdText out = new XsdText();

  private Xsd(Product product) {
    this.product = product;
  }

  static String of(Product product) {
    return new Xsd(product).describe();
  }

  private String describe() {
    out.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    out.open("xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"");
    out.open("xs:annotation");
    out.text(
        "xs:documentation",
        product.head().name() + ": tags, version " + product.version() + ": the answers in XML.");
    out.close("xs:annotation");
    product.operations().forEach(this::answer);
    Views.of(product).forEach(new ViewXsd(out)::answer);
    product.tagFamilies().forEach(this::types);
    ERROR.lines().forEach(out::line);
    Set<String> codes = new TreeSet<>();
    for (ApiError error : ProductErrors.all(product)) {
      codes.add(error.code());
    }
    out.enumeration("Code", List.copyOf(codes));
    out.close("xs:schema");
    return out.toString();
  }

  private void answer(Operation operation) {
    if (operation instanceof TagOperation tag) {
      TagFamily family = tag.family();
      out.open("xs:element name=\"" + operation.responseName() + "\"");
      out.open("xs:complexType");
      fields(
          tag.kind() == TagOperation.Kind.LIST
              ? family.envelope().xml()
              : family.envelope().changed().get(tag.kind()),
          family);
      out.close("xs:complexType");
      out.close("xs:element");
    }
  }

  private void fields(List<AnswerField> fields, TagFamily family) {
    out.open("xs:sequence");
    for (AnswerField field : fields) {
      field(field, family);
    }
    out.close("xs:sequence");
  }

  private void field(AnswerField field, TagFamily family) {
    if (field instanceof AnswerField.Value value) {
      boolean absent =
          value.meaning() == AnswerField.Meaning.NEXT_TOKEN
              && family.paging().end().token() == null;
      element(value.name(), type(value.meaning(), family), absent ? " minOccurs=\"0\"" : "");
    } else if (field instanceof AnswerField.Constant constant) {
      element(
          constant.name(),
          "xs:string",
          " fixed=\"" + XsdText.escaped(constant.value().text()) + "\"");
    } else if (field instanceof AnswerField.Group group) {
      out.open("xs:element name=\"" + group.name() + "\"");
      out.open("xs:complexType");
      fields(group.fields(), family);
      out.close("xs:complexType");
      out.close("xs:element");
    } else {
      rows((AnswerField.Rows) field, family);
    }
  }

  private void rows(AnswerField.Rows rows, TagFamily family) {
    String row = "Row" + OpenApi.suffix(product, family);
    String any = " minOccurs=\"0\" maxOccurs=\"unbounded\"";
    if (rows.item() == null) {
      element(rows.name(), row, any);
      return;
    }
    out.open("xs:element name=\"" + rows.name() + "\"");
    out.open("xs:complexType");
    out.open("xs:sequence");
    element(rows.item(), row, any);
    out.close("xs:sequence");
    out.close("xs:complexType");
    out.close("xs:element");
  }

  private String type(AnswerField.Meaning meaning, TagFamily family) {
    return switch (meaning) {
      case REQUEST_ID -> "RequestId";
      case NEXT_TOKEN -> "Token" + OpenApi.suffix(product, family);
      case PAGE_SIZE -> "xs:positiveInteger";
      case TOTAL_COUNT -> "xs:nonNegativeInteger";
      case IS_TRUNCATED -> "xs:boolean";
      case REGION, ACCOUNT, TRACE_ID -> "xs:string";
    };
  }

  private void types(TagFamily family) {
    String suffix = OpenApi.suffix(product, family);
    out.open("xs:complexType name=\"Row" + suffix + "\"");
    out.open("xs:sequence");
    for (RowField field : EnvelopeText.find(family.envelope().xml()).fields()) {
      rowField(field, suffix);
    }
    out.close("xs:sequence");
    out.close("xs:complexType");
    String last = family.paging().end().token();
    out.length("Token" + suffix, last != null && last.isEmpty() ? 0 : 1, Integer.MAX_VALUE);
    List<String> types = TextSchemas.answeredTypes(family.types());
    if (types.isEmpty()) {
      out.length("ResourceType" + suffix, 1, 256);
    } else {
      out.enumeration("ResourceType" + suffix, types);
    }
    int longest = AnswerSchemas.longest(family);
    out.length("TagKey" + suffix, 0, longest);
    out.length("TagValue" + suffix, 0, longest);
  }

  private void rowField(RowField field, String suffix) {
    String type =
        switch (field.meaning()) {
          case RESOURCE_ID -> "ResourceId";
          case TYPE -> "ResourceType" + suffix;
          case KEY -> "TagKey" + suffix;
          case VALUE -> "TagValue" + suffix;
          case REGION, ACCOUNT, ACCOUNT_NUMBER, CATEGORY, PARAMETER, CONSTANT -> "xs:string";
        };
    element(field.name(), type, "");
  }

  private void element(String name, String type, String more) {
    out.line("<xs:element name=\"" + name + "\" type=\"" + type + "\"" + more + "/>");
  }
}
