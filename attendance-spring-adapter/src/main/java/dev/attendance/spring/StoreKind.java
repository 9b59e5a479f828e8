package dev.attendance.spring;

/** Where attendance can be kept. */
enum StoreKind {
  /** In the application's database. */
  JOOQ,
  /** Nowhere but in memory: gone when the process ends. */
  MEMORY
}
