package dev.attendance.spring;

import dev.attendance.AttendanceListener;
import dev.attendance.RoomChange;
import dev.attendance.record.RevisionDiff;
import dev.attendance.record.SessionRevision;
import org.springframework.beans.factory.BeanFactory;

/**
 * A listener among the application's beans, looked up when there is something to tell: so it may
 * itself ask for the {@link dev.attendance.Attendance} that tells it.
 */
final class ListenerBean implements AttendanceListener {

  private final BeanFactory beans;
  private final String name;

  ListenerBean(BeanFactory beans, String name) {
    this.beans = beans;
    this.name = name;
  }

  @Override
  public void roomChanged(RoomChange change) {
    listener().roomChanged(change);
  }

  @Override
  public void sessionSettled(SessionRevision revision, RevisionDiff diff) {
    listener().sessionSettled(revision, diff);
  }

  private AttendanceListener listener() {
    return beans.getBean(name, AttendanceListener.class);
  }
}
