package dev.attendance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.record.AttendanceStatus;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Whatever people call themselves, a parser finds their names as they are and nothing else. */
class HtmlEscapingTest {

  private static final String HOSTILE =
      "</td></title></style><script>alert(1)</script><img src=x onerror=alert(2)>"
          + "&lt; & \" ' ]]> <!-- \u202E\u001B";

  private static String page(SessionReport report) throws IOException {
    StringBuilder out = new StringBuilder();
    new HtmlReport(ZoneId.of("Europe/Berlin")).write(report, out);
    return out.toString();
  }

  /** Fails unless the page is well-formed. */
  private static Document parse(String page)
      throws ParserConfigurationException, SAXException, IOException {
    DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    parser.setErrorHandler(null);
    return parser.parse(new InputSource(new StringReader(page)));
  }

  private static SessionReport report(String name) {
    return new Lesson()
        .titled(name)
        .with(Somebody.called("p1").named(name).there(Duration.ofMinutes(9)))
        .with(Somebody.called("p2").decided(AttendanceStatus.EXCUSED, name, name))
        .stay("p1", name, name, 0, 540)
        .attempt(name, name, name, 9)
        .report();
  }

  @Example
  void aHostileNameIsTextInEveryPlace() throws Exception {
    Document page =
        parse(
            page(
                new Lesson()
                    .titled(HOSTILE)
                    .with(Somebody.called(HOSTILE + "1").named(HOSTILE))
                    .with(Somebody.called("p2").decided(AttendanceStatus.EXCUSED, HOSTILE, HOSTILE))
                    .attempt(HOSTILE + "2", "id", "name", 9)
                    .report()));
    String shown = HOSTILE.replace('\u001B', '\uFFFD');

    assertThat(texts(page, "h1")).containsExactly(shown);
    assertThat(texts(page, "title")).containsExactly("Attendance: " + shown);
    assertThat(texts(page, "span")).contains(shown);
    assertThat(texts(page, "small")).contains(shown + "1");
    assertThat(texts(page, "bdi")).contains(shown, shown + "2");
    assertThat(elements(page)).doesNotContain("script", "img");
    assertThat(texts(page, "style")).hasSize(1);
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings()
        .withChars("<>&\"'/=-!ab \t\n;#x3C\u05D0\u0645\u202E\u0001\uFFFF")
        .ofMaxLength(12);
  }

  @Property
  void noNameChangesThePage(@ForAll("names") String name) throws Exception {
    Document page = parse(page(report("x" + name)));
    assertThat(elements(page)).isEqualTo(elements(parse(page(report("plain")))));
  }

  @Example
  void nothingOfThePageRunsOrIsFetched() throws Exception {
    Document page = parse(page(report("Ann")));
    Set<String> attributes = new TreeSet<>();
    NodeList all = page.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      for (int j = 0; j < all.item(i).getAttributes().getLength(); j++) {
        attributes.add(all.item(i).getAttributes().item(j).getNodeName());
      }
    }
    assertThat(attributes).doesNotContain("src", "href").noneMatch(name -> name.startsWith("on"));
    assertThat(elements(page)).doesNotContain("script", "link", "img", "iframe", "object");
    assertThat(texts(page, "style").get(0)).doesNotContain("url(", "@import");
  }

  /** The names of the elements, in their order. */
  private static List<String> elements(Document page) {
    List<String> names = new ArrayList<>();
    NodeList all = page.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      names.add(((Element) all.item(i)).getTagName());
    }
    return names;
  }

  private static List<String> texts(Document page, String element) {
    List<String> texts = new ArrayList<>();
    NodeList found = page.getElementsByTagName(element);
    for (int i = 0; i < found.getLength(); i++) {
      texts.add(found.item(i).getTextContent());
    }
    return texts;
  }
}
