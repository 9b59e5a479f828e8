/** How fast a long log is folded anew, and a session reported that lies in it. */
@NullMarked
package example.attendance.benchmarks.rebuild;

import org.jspecify.annotations.NullMarked;
