package dev.attendance.report;

/** Text made safe for HTML, in content and in quoted attributes alike. */
final class Html {

  private Html() {}

  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      switch (unit) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(isControl(unit) ? '\uFFFD' : unit);
      }
    }
    return escaped.toString();
  }

  /** Neither HTML nor XML has a way to write these. */
  private static boolean isControl(char unit) {
    return unit < ' ' ? unit != '\t' && unit != '\n' && unit != '\r' : unit >= '\uFFFE';
  }
}
