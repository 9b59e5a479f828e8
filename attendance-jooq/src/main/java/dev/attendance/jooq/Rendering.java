package dev.attendance.jooq;

import org.jooq.Condition;
import org.jooq.Select;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/** How jOOQ is to write our statements. */
final class Rendering {

  private Rendering() {}

  static Settings settings() {
    return settings(TableNames.STANDARD);
  }

  static Settings settings(TableNames names) {
    Settings settings = new Settings();
    if (!names.equals(TableNames.STANDARD)) {
      settings = settings.withRenderMapping(names.mapping());
    }
    return settings
        // The scripts do not quote, and each database folds the case of such names its own way.
        .withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_UNQUOTED)
        // Few different statements for lists of any length, so that they can be cached.
        .withInListPadding(true)
        // Its log would show bound values, personal data among them.
        .withExecuteLogging(false);
  }

  /**
   * That a query finds a row. jOOQ's own methods of this name and the next take other types from
   * one line to the next: compiled against one, they are not found on the other.
   */
  static Condition exists(Select<?> query) {
    return DSL.condition("exists ({0})", query);
  }

  /** That a query finds no row. */
  static Condition notExists(Select<?> query) {
    return DSL.condition("not exists ({0})", query);
  }
}
