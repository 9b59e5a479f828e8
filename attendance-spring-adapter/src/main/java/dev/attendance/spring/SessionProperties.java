package dev.attendance.spring;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a session counts as over and as settled.
 *
 * @param settle How long after the end of a session what is late is awaited before it is settled.
 * @param emptyAfter How long after the last sign of anybody a session without a plan is over, if
 *     LiveKit does not tell that the room finished.
 */
record SessionProperties(
    @DefaultValue("1m") Duration settle, @DefaultValue("5m") Duration emptyAfter) {}
