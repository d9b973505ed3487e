/* Compiled without unwind tables, as some C still is. */

void without_tables(void (*function)(void *));
void without_tables(void (*function)(void *)) {
  function(0);
  __asm__ volatile(""); /* no tail call */
}
