package example.attendance.benchmarks.rebuild;

import org.junit.jupiter.api.Test;

/** Everything is measured once, on a short log; how fast it is, is not a test's business. */
class RebuildTest {

  @Test
  void everythingIsMeasured() throws Exception {
    Rebuild.main(new String[] {"14600", "1", "20"});
  }
}
