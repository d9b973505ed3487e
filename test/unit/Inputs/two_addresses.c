/* Linked with -Bsymbolic-functions: its own address is not the one that a
 * program that is not position independent has. */

#include "Inputs/guard.h"

const char *recovered_message = "";

void shared_recovers(void *ignored);
void shared_recovers(void *ignored) {
  (void)ignored;
  const defer_panic_info *info = __defer_recover(TAKE_TOKEN(shared_recovers));
  if (info)
    recovered_message = info->message;
}

void *shared_address(void);
void *shared_address(void) { return (void *)(uintptr_t)shared_recovers; }
