/** Benchmarks of the core, each beside a floor and the usual ways to write the same. */
@NullMarked
package example.attendance.benchmarks;

import org.jspecify.annotations.NullMarked;
