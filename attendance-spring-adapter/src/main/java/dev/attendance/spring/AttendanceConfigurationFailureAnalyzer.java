package dev.attendance.spring;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at a failed start what to set, instead of a stack trace. */
final class AttendanceConfigurationFailureAnalyzer
    extends AbstractFailureAnalyzer<AttendanceConfigurationException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, AttendanceConfigurationException cause) {
    return new FailureAnalysis(cause.description(), cause.action(), cause);
  }
}
