package io.tagginggateway.core.product.file;

import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.product.IdentityOperation;
import io.tagginggateway.core.product.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the identity operations of a product file. */
final class OperationFamilies {
  private OperationFamilies() {}

  /** The operations of the identity family. */
  static List<Operation> identity(Fields file) {
    List<Operation> operations = new ArrayList<>();
    if (file.has("identity")) {
      for (Fields.Item item : file.items("identity")) {
        operations.add(identityOperation(item.fields()));
      }
    }
    return operations;
  }

  private static IdentityOperation identityOperation(Fields fields) {
    String name = fields.text("operation");
    IdentityOperation.Kind kind = fields.word("does", IdentityOperation.Kind.class);
    Map<String, ApiError> errors = errors(fields, kind.errors());
    List<IdentityOperation.Region> regions = new ArrayList<>();
    if (kind == IdentityOperation.Kind.REGIONS) {
      for (Fields.Item item : fields.items("regions")) {
        Fields region = item.fields();
        regions.add(new IdentityOperation.Region(region.text("id"), region.text("name")));
        region.end();
      }
    }
    fields.end();
    return new IdentityOperation(name, kind, errors, regions);
  }

  /** Exactly these errors. */
  static Map<String, ApiError> errors(Fields fields, List<String> names) {
    Map<String, ApiError> errors = new LinkedHashMap<>();
    if (!names.isEmpty()) {
      Fields table = fields.fields("errors");
      for (String name : names) {
        errors.put(name, ErrorTableReader.error(table.fields(name)));
      }
      table.end();
    }
    return errors;
  }
}
