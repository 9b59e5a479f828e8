/**
 * A simulated world: persons with devices, a meeting server with its nodes, its webhooks and our
 * receiver. It knows the truth, and tells only what such a server would tell. Facts about LiveKit
 * only: nothing in it knows how attendance is worked out.
 *
 * <pre>{@code
 * World world = World.simulate(WorldScale.CLASS, seed);
 * attendance.record(new Faults(20, 10, 0).deliver(world.delivered(), seed));
 * // Now compare what is reported with world.connections().
 * }</pre>
 */
@NullMarked
package dev.attendance.testkit.world;

import org.jspecify.annotations.NullMarked;
