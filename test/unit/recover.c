/* Panics that are recovered: who may, which one, and what is left afterwards.
 *
 * RUN: %clang -Wno-override-module -c %S/Inputs/guard.ll -o %t.guard.o
 * RUN: %host-cc %s %t.guard.o %libdir/libdefer.a -pthread -o %t
 * RUN: %t
 */

#include "Inputs/guard.h"

#include <string.h>

static char log_[256];
static void note(const char *text) { strcat(log_, text); }
static void say(void *text) { note(text); }

static void panic_with(void *message) { defer_panicf("%s", (char *)message); }
static void nothing(void *ignored) { (void)ignored; }

/* Recovers and notes what. */
static void recovers(void *ignored) {
  (void)ignored;
  const defer_panic_info *info = __defer_recover(TAKE_TOKEN(recovers));
  note(info ? info->message : "-");
}

/* One level too deep: its caller was deferred, it was not. */
static void helps(void *argument) { recovers(argument); }

/* P2, P4: recover, the rest still runs, the frame returns. */
static void returns_normally(void) {
  log_[0] = 0;
  struct deferred calls[] = {{say, "3"}, {recovers, NULL}, {say, "1"}};
  CHECK(guard(panic_with, "P", calls, 3) == 1);
  CHECK(strcmp(log_, "1P3") == 0);
}

/* P3: nothing to recover on a normal return, nor a second time. */
static void nothing_to_recover(void) {
  log_[0] = 0;
  CHECK(guard_one(nothing, NULL, recovers, NULL) == 0);
  CHECK(strcmp(log_, "-") == 0);
  struct deferred calls[] = {{recovers, NULL}, {recovers, NULL}};
  log_[0] = 0;
  CHECK(guard(panic_with, "P", calls, 2) == 1);
  CHECK(strcmp(log_, "P-") == 0);
  CHECK(defer_recover() == NULL);
}

static void in_helper(void *ignored) {
  (void)ignored;
  guard_one(panic_with, "P", helps, NULL);
  note("wrong");
}

/* P3: a deferred call of a frame that returns normally, run by a deferred call
 * of a panic. */
static void normal_frame(void *ignored) {
  (void)ignored;
  CHECK(guard_one(nothing, NULL, recovers, NULL) == 0);
}

static void too_deep(void) {
  log_[0] = 0;
  CHECK(guard_one(in_helper, NULL, recovers, NULL) == 1);
  CHECK(strcmp(log_, "-P") == 0);

  log_[0] = 0;
  struct deferred calls[] = {{recovers, NULL}, {normal_frame, NULL}};
  CHECK(guard(panic_with, "P", calls, 2) == 1);
  CHECK(strcmp(log_, "-P") == 0);
}

static void panic_and_recover(void *ignored) {
  (void)ignored;
  CHECK(guard_one(panic_with, "inner", recovers, NULL) == 1);
}

/* P5: the newer panic takes over; one recovered inside changes nothing. */
static void nested(void) {
  log_[0] = 0;
  struct deferred calls[] = {
      {recovers, NULL}, {say, "|"}, {panic_with, "B"}, {say, "a"}};
  CHECK(guard(panic_with, "A", calls, 4) == 1);
  CHECK(strcmp(log_, "a|B") == 0);

  log_[0] = 0;
  struct deferred inner[] = {{recovers, NULL}, {panic_and_recover, NULL}};
  CHECK(guard(panic_with, "outer", inner, 2) == 1);
  CHECK(strcmp(log_, "innerouter") == 0);
}

static const defer_panic_info *first;
static void recovers_first(void *ignored) {
  (void)ignored;
  first = __defer_recover(TAKE_TOKEN(recovers_first));
  CHECK(first);
}
static void notes_first(void *ignored) {
  (void)ignored;
  note(first->message);
}

/* What was recovered stays valid until the frame has returned, whatever panics
 * come and go in between. */
static void stays_valid(void) {
  log_[0] = 0;
  struct deferred calls[] = {{notes_first, NULL},
                             {panic_and_recover, NULL},
                             {recovers, NULL},
                             {panic_with, "second"},
                             {recovers_first, NULL}};
  CHECK(guard(panic_with, "first", calls, 5) == 1);
  CHECK(strcmp(log_, "secondinnerfirst") == 0);
}

/* A frame that recovers and panics again, and has one that stays. */
static void recovers_and_panics(void *ignored) {
  (void)ignored;
  const defer_panic_info *info =
      __defer_recover(TAKE_TOKEN(recovers_and_panics));
  CHECK(info);
  long level = (long)info->value;
  defer_panic((void *)(level + 1));
}

static void descend(void *levels) {
  if (!levels)
    defer_panic(NULL);
  guard_one(descend, (void *)((long)levels - 1), recovers_and_panics, NULL);
}

static void checks_level(void *levels) {
  const defer_panic_info *info = __defer_recover(TAKE_TOKEN(checks_level));
  CHECK(info && info->value == levels);
}

/* Again in each of many frames: in linear time and no stack, or lit's patience
 * ends. */
static void many_frames(void) {
  void *levels = (void *)20000L;
  CHECK(guard_one(descend, levels, checks_level, levels) == 1);
}

/* The text and the place of a panic. */
static const defer_panic_info *seen;
static char seen_message[2048];
static void looks(void *ignored) {
  (void)ignored;
  seen = __defer_recover(TAKE_TOKEN(looks));
  strcpy(seen_message, seen->message);
}
static void panics_pointer(void *value) { defer_panic(value); }
static void panics_at(void *value) { defer_panic_at(value, "f.c", 7, "fun"); }

static void texts(void) {
  guard_one(panics_pointer, (void *)0x12ab, looks, NULL);
  CHECK(strcmp(seen_message, "(void *) 0x12ab") == 0);
  guard_one(panics_pointer, NULL, looks, NULL);
  CHECK(strcmp(seen_message, "nil") == 0);

  static char text[3000];
  memset(text, 'x', 1000);
  guard_one(panic_with, text, looks, NULL);
  CHECK(strcmp(seen_message, text) == 0);

  memset(text, 'x', sizeof text - 1);
  guard_one(panic_with, text, looks, NULL);
  size_t length = strlen(seen_message);
  CHECK(length >= 1003 && strcmp(seen_message + length - 3, "...") == 0);
  CHECK(strspn(seen_message, "x") == length - 3);

  /* A cut leaves whole characters of UTF-8, wherever it falls. */
  for (int shift = 0; shift < 4; shift++) {
    text[0] = 0;
    for (int i = 0; i < shift; i++)
      strcat(text, "x");
    for (int i = 0; i < 500; i++)
      strcat(text, "\xf0\x9f\x99\x82");
    guard_one(panic_with, text, looks, NULL);
    length = strlen(seen_message) - 3;
    CHECK(length >= 1000 && (length - (size_t)shift) % 4 == 0);
    CHECK(strcmp(seen_message + length, "...") == 0);
  }
}

static const defer_panic_info *place;
static char place_file[16], place_function[16];
static int place_line;
static void notes_place(void *ignored) {
  (void)ignored;
  place = __defer_recover(TAKE_TOKEN(notes_place));
  strcpy(place_file, place->file);
  strcpy(place_function, place->function);
  place_line = place->line;
}

static void places(void) {
  guard_one(panics_at, NULL, notes_place, NULL);
  CHECK(strcmp(place_file, "f.c") == 0 && place_line == 7 &&
        strcmp(place_function, "fun") == 0);
  /* By the function, not the macro: not known, and said so. */
  guard_one(panics_pointer, NULL, notes_place, NULL);
  CHECK(strcmp(place_file, "?") == 0 && place_line == 0 &&
        strcmp(place_function, "?") == 0);
}

int main(void) {
  returns_normally();
  nothing_to_recover();
  too_deep();
  nested();
  stays_valid();
  many_frames();
  texts();
  places();
  return 0;
}
