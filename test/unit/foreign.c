/* P9: frames of others that a panic meets: without tables, of a language that
 * refuses foreign exceptions, in a table of our own making (P9).
 *
 * RUN: %clang -Wno-override-module -c %S/Inputs/guard.ll -o %t.guard.o
 * RUN: %clang -Wno-override-module -c %S/Inputs/refuses.ll -o %t.refuses.o
 * RUN: %clang -O1 -fno-asynchronous-unwind-tables -fno-unwind-tables \
 * RUN:   -fno-exceptions -c %S/Inputs/no_tables.c -o %t.no_tables.o
 * RUN: %host-cc %s %t.guard.o %t.refuses.o %t.no_tables.o %libdir/libdefer.a \
 * RUN:   -pthread -rdynamic -o %t
 * RUN: %not --crash %t no-tables 2>&1 | %filecheck %s --check-prefix=TABLES
 * RUN: %t refuses 2>&1 | %filecheck %s --check-prefix=REFUSES
 * RUN: %not --crash %t fails 2>&1 | %filecheck %s --check-prefix=FAILS
 */

#include "Inputs/guard.h"

#include <string.h>

static void say(void *text) { fprintf(stderr, "%s\n", (char *)text); }
static void panics(void *ignored) {
  (void)ignored;
  defer_panicf_at("f.c", 12, "fun", "oops");
}
static void recovers(void *ignored) {
  (void)ignored;
  CHECK(__defer_recover(TAKE_TOKEN(recovers)));
  say("wrong");
}

// Deferred calls before the frame have run, those behind it cannot be found.
// TABLES: {{^}}before
// TABLES-NEXT: {{^}}panic: oops
// TABLES-NEXT: {{^}}unwinding cannot go on: no unwind table for 0x
// TABLES-SAME: without_tables+0x
// TABLES-NEXT: {{^}}raised at f.c:12 in fun
void without_tables(void (*function)(void *));
static void before(void *ignored) {
  (void)ignored;
  guard_one(panics, NULL, say, "before");
}
static void no_tables(void *ignored) {
  (void)ignored;
  without_tables(before);
}

// A frame that ends the program for a foreign exception, and lets a forced one
// through, ends the program for a panic.
// REFUSES: {{^}}before
// REFUSES-NEXT: {{^}}refused
// REFUSES-NOT: wrong
void refusing_frame(void (*function)(void *));
void refused(void);
void refused(void) {
  say("refused");
  exit(0);
}
_Unwind_Reason_Code refusing_personality(int version, _Unwind_Action actions,
                                         _Unwind_Exception_Class class_,
                                         struct _Unwind_Exception *exception,
                                         struct _Unwind_Context *context);
static bool personality_fails;
/* As Rust's: every pad is a handler, and none is for forced unwinding. */
_Unwind_Reason_Code refusing_personality(int version, _Unwind_Action actions,
                                         _Unwind_Exception_Class class_,
                                         struct _Unwind_Exception *exception,
                                         struct _Unwind_Context *context) {
  if (personality_fails)
    return _URC_FATAL_PHASE1_ERROR;
  if (actions & _UA_FORCE_UNWIND)
    return _URC_CONTINUE_UNWIND;
  if (actions & _UA_SEARCH_PHASE) {
    defer_site site;
    return __defer_find_pad(
               (const uint8_t *)_Unwind_GetLanguageSpecificData(context),
               _Unwind_GetRegionStart(context), _Unwind_GetIP(context) - 1,
               &site) == DEFER_PAD
               ? _URC_HANDLER_FOUND
               : _URC_CONTINUE_UNWIND;
  }
  CHECK(actions & _UA_HANDLER_FRAME);
  return __defer_personality_v0(version, _UA_CLEANUP_PHASE, class_, exception,
                                context);
}
static void refuses_body(void *ignored) {
  (void)ignored;
  refusing_frame(before);
}
static void refuses(void *ignored) {
  (void)ignored;
  /* The frame next to it, which is where the refusal shows, has a pad. */
  guard_one(refuses_body, NULL, recovers, NULL);
}

// One that cannot read its table, behind a landing pad: the unwinder has no words
// for that.
// FAILS: {{^}}before
// FAILS-NEXT: {{^}}panic: oops
// FAILS-NEXT: {{^}}unwinding cannot go on: the personality failed for a frame of 0x
// FAILS-SAME: refusing_frame+0x
// FAILS-NEXT: {{^}}raised at f.c:12 in fun

int main(int count, char **arguments) {
  CHECK(count == 2);
  personality_fails = strcmp(arguments[1], "fails") == 0;
  guard_one(strcmp(arguments[1], "no-tables") == 0 ? no_tables : refuses, NULL,
            recovers, NULL);
  return 0;
}
