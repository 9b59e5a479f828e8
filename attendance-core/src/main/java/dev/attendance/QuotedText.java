package dev.attendance;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bytes that may be JSON, or were meant to be, as text: as they are, and with escapes undone. */
final class QuotedText {

  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(u([0-9a-fA-F]{4})|.)", Pattern.DOTALL);

  private final String plain;
  private final String unescaped;

  private QuotedText(String plain) {
    this.plain = plain;
    unescaped =
        ESCAPE
            .matcher(plain)
            .replaceAll(escape -> Matcher.quoteReplacement(QuotedText.character(escape)));
  }

  static QuotedText of(byte[] bytes) {
    return new QuotedText(new String(bytes, StandardCharsets.UTF_8));
  }

  private static String character(MatchResult escape) {
    if (escape.group(2) != null) {
      return String.valueOf((char) Integer.parseInt(escape.group(2), 16));
    }
    return switch (escape.group(1)) {
      case "n" -> "\n";
      case "r" -> "\r";
      case "t" -> "\t";
      case "b" -> "\b";
      case "f" -> "\f";
      default -> escape.group(1);
    };
  }

  boolean containsAny(Collection<String> texts) {
    return texts.stream().anyMatch(text -> plain.contains(text) || unescaped.contains(text));
  }
}
