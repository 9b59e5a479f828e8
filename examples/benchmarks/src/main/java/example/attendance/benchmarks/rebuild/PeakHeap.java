package example.attendance.benchmarks.rebuild;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** The most that was in this virtual machine's heap: it is fullest before it is collected. */
final class PeakHeap {

  private final AtomicLong peak = new AtomicLong();
  private final Set<String> heapPools =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .map(MemoryPoolMXBean::getName)
          .collect(Collectors.toUnmodifiableSet());

  /** Watches from now on. */
  PeakHeap() {
    ManagementFactory.getGarbageCollectorMXBeans()
        .forEach(
            collector ->
                ((NotificationEmitter) collector)
                    .addNotificationListener((told, none) -> collected(told), null, null));
  }

  private void collected(Notification told) {
    if (told.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
      GarbageCollectionNotificationInfo.from((CompositeData) told.getUserData())
          .getGcInfo()
          .getMemoryUsageBeforeGc()
          .entrySet()
          .stream()
          .filter(pool -> heapPools.contains(pool.getKey()))
          .map(pool -> pool.getValue().getUsed())
          .reduce(Long::sum)
          .ifPresent(used -> peak.accumulateAndGet(used, Math::max));
    }
  }

  /** In bytes, garbage included. */
  long bytes() {
    return Math.max(peak.get(), ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
  }
}
