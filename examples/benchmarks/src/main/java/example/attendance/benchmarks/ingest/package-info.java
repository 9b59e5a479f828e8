/** How many webhooks a second get durably into a database, beside a floor and the usual ways. */
@NullMarked
package example.attendance.benchmarks.ingest;

import org.jspecify.annotations.NullMarked;
