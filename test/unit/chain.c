/* P2, P4, P5, P7, D10: panic chains that are tables: every kind of step, calls that
 * throw and that recover anywhere in them, and what is left to the frame's caller (P2,
 * P4, P5, P7, D10).
 *
 * RUN: %clang -Wno-override-module -c %S/Inputs/chain.ll -o %t.chain.o
 * RUN: %host-cc %s %t.chain.o %libdir/libdefer.a -pthread -rdynamic -o %t
 * RUN: %t
 * RUN: env DEFER_BACKTRACE=1 %not --crash %t trace 2>&1 | %filecheck %s
 */

#include "Inputs/chain.h"

#include <pthread.h>
#include <setjmp.h>
#include <string.h>

static void panic_with(void *message) { defer_panicf("%s", (char *)message); }
static void note_recovered(struct _Unwind_Exception *exception) {
  const defer_panic_info *info = __defer_recover(exception);
  note(info ? info->message : "-");
}

/* Thunks. */
static void says(void *context, struct _Unwind_Exception *exception) {
  CHECK(exception);
  note(*(char **)context);
}
static void panics(void *context, struct _Unwind_Exception *exception) {
  CHECK(exception);
  defer_panicf("%s", *(char **)context);
}
static void recovers(void *context, struct _Unwind_Exception *exception) {
  (void)context;
  note_recovered(exception);
}

/* Functions that were themselves deferred. */
static void recovers_word(void *argument) {
  note(argument);
  note_recovered(TAKE_TOKEN(recovers_word));
}
static long numbers[8];
static unsigned number_count;
static void gets_number(long number) {
  numbers[number_count++] = number;
  if (number_count == 4)
    note_recovered(TAKE_TOKEN(gets_number));
}
static void panics_word(void *argument) { panic_with(argument); }
static void says_word(void *argument) { note(argument); }
static void helps(void *argument) { recovers_word(argument); }

/** A body that is itself a frame with a chain. */
struct chain {
  const defer_step *steps;
  uintptr_t *frame;
  bool words;
  void (*body)(void *);
  void *argument;
};
static void in_chain(void *argument) {
  struct chain *chain = argument;
  void (*body)(void *) = chain->body ? chain->body : panic_with;
  void *body_argument = chain->body ? chain->argument : "A";
  if (chain->words)
    unwind_words(body, body_argument, chain->steps, chain->frame);
  else
    unwind(body, body_argument, chain->steps, chain->frame);
  note("wrong");
}

#define WORD(Text) ((uintptr_t)(void *)(Text))

/* Contexts in the frame, by address and with a thunk beside them. */
static void thunks(void) {
  static defer_step steps[4];
  uintptr_t elsewhere = WORD("b");
  uintptr_t frame[] = {WORD("a"), WORD(&elsewhere), WORD(says), 0, WORD("d")};
  uintptr_t other = WORD("c");
  frame[3] = WORD(&other);
  SET(steps, 0, THUNK, 1, 4, says);
  SET_NUMBER(steps, 1, INDIRECT, 1, 2, 0);
  SET(steps, 2, THUNK_AT, 1, 1, says);
  SET(steps, 3, THUNK, 0, 0, recovers);
  CHECK(unwind(panic_with, "P", steps, frame) == 1);
  expect("dcbP");
  /* From a step in the middle on; nothing is run if the body returns. */
  CHECK(unwind(panic_with, "P", steps + 2, frame) == 1);
  expect("bP");
  CHECK(unwind(says_word, "x", steps, frame) == 0);
  expect("x");
}

static char global[] = "global";

/* The functions themselves: they take the token, and what they call does not. */
static void calls(void) {
  static defer_step steps[6];
  uintptr_t frame[] = {WORD("word"), WORD("h")};
  SET(steps, 0, CALL_WORD, 1, 1, helps);
  SET(steps, 1, CALL_WORD, 0, 0, recovers_word);
  CHECK(unwind(panic_with, "P", steps, frame) == 1);
  expect("h-wordP");

  SET(steps, 0, CALL_AT, 2, 0, recovers_word);
  SET_NUMBER(steps, 1, THUNK, 0, 0, distance(steps + 1, global));
  SET(steps, 2, CALL_WORD, 0, 0, recovers_word);
  CHECK(unwind(panic_with, "P", steps, frame) == 1);
  expect("globalPword-");

  /* By the function of a step further on, which names it itself. */
  static char other[] = "other";
  SET(steps, 0, CALL_SAME_AT, 2, 2, other);
  SET(steps, 2, CALL_AT, 2, 0, recovers_word);
  SET_NUMBER(steps, 3, THUNK, 0, 0, distance(steps + 3, global));
  SET(steps, 4, CALL_WORD, 0, 0, recovers_word);
  CHECK(unwind(panic_with, "P", steps, frame) == 1);
  expect("otherPglobal-word-");
  CHECK(unwind(panic_with, "P", steps + 2, frame) == 1);
  expect("globalPword-");

  SET(steps, 0, CALL_NUMBER, 1, -1, gets_number);
  SET(steps, 1, CALL_NUMBER, 1, 524287, gets_number);
  SET(steps, 2, CALL_NUMBER, 1, -524288, gets_number);
  SET(steps, 3, CALL_NUMBER, 0, 42, gets_number);
  CHECK(unwind(panic_with, "P", steps, NULL) == 1);
  CHECK(numbers[0] == -1 && numbers[1] == 524287 && numbers[2] == -524288 &&
        numbers[3] == 42);
  expect("P");
}

/* The same where `function` refers to a pointer to the function. */
static void far_calls(void) {
  static defer_step steps[5];
  static void (*by_word)(void *) = recovers_word;
  static void (*by_number)(long) = gets_number;
  uintptr_t frame[] = {WORD("word")};
  number_count = 2;
  SET(steps, 0, CALL_NUMBER_FAR, 1, -7, &by_number);
  SET(steps, 1, CALL_AT_FAR, 2, 0, &by_word);
  SET_NUMBER(steps, 2, THUNK, 0, 0, distance(steps + 2, global));
  SET(steps, 3, CALL_WORD_FAR, 1, 0, &by_word);
  SET(steps, 4, CALL_NUMBER_FAR, 0, 8, &by_number);
  CHECK(unwind(panic_with, "P", steps, frame) == 1);
  CHECK(numbers[2] == -7 && numbers[3] == 8);
  expect("globalPword--");
  SET(steps, 0, CALL_SAME_AT, 1, 1, global);
  CHECK(unwind(panic_with, "P", steps, frame) == 1);
  expect("globalPglobal-word-");
  /* Each takes the token. */
  CHECK(unwind(panic_with, "P", steps + 3, frame) == 1);
  expect("wordP");
  number_count = 3;
  CHECK(unwind(panic_with, "P", steps + 4, frame) == 1);
  expect("P");
}

/* A struct that is passed in memory: the callee has a copy, of any number of words. */
struct big {
  long first;
  char text[16];
  long numbers[3];
};
static void gets_big(struct big big) {
  char text[80];
  snprintf(text, sizeof text, "%ld%s%ld%.1f", big.first, big.text,
           big.numbers[2], (double)big.numbers[0] / 2);
  note(text);
  memset(&big, 0xff, sizeof big);
  note_recovered(TAKE_TOKEN(gets_big));
}
static void big_panics(struct big big) { panic_with(big.text); }
static void formats(long number);
struct odd {
  long numbers[5];
};
static void gets_odd(struct odd odd) {
  formats(odd.numbers[0] + odd.numbers[4]);
}

static void copies(void) {
  static defer_step steps[4];
  static void (*by_big)(struct big) = gets_big;
  struct big big = {1, "B", {3, 4, 5}};
  struct odd odd = {{2, 0, 0, 0, 5}};
  enum { Big = sizeof big / 8 << 8, Odd = sizeof odd / 8 << 8 };
  uintptr_t frame[] = {WORD(&odd), WORD(&big)};
  SET(steps, 0, CALL_COPY, 1, Big | 1, gets_big);
  SET(steps, 1, CALL_COPY, 1, Odd | 0, gets_odd);
  SET(steps, 2, CALL_COPY_FAR, 0, Big | 1, &by_big);
  CHECK(unwind(panic_with, "P", steps, frame) == 1);
  expect("1B51.5P3.51B51.5-");
  CHECK(unwind(panic_with, "P", steps + 1, frame) == 1);
  expect("3.51B51.5P");
  SET(steps, 1, CALL_COPY, 1, Big | 1, big_panics);
  CHECK(unwind(panic_with, "P", steps + 1, frame) == 1);
  expect("1B51.5B");
  CHECK(big.first == 1 && big.numbers[2] == 5);
}

/* Integers of each size, that others stand beside; what is carried out of one is gone,
 * and nobody is called. */
static void changes(void) {
  static struct {
    uint8_t bytes[3];
    uint16_t halves[3];
    uint32_t words[3];
    uint64_t doubles[3];
  } was, is;
  static defer_step steps[5];
  enum { Byte, Half, Word, Double, Adds = 1 << 2, Number = 1 << 3 };
  memset(&was, 0xa5, sizeof was);
  is = was;
  SET(steps, 0, CHANGE, 1, Byte | Adds | 0x5b * Number, &is.bytes[1]);
  SET(steps, 1, CHANGE, 1, Half | -65535 * Number, &is.halves[1]);
  SET(steps, 2, CHANGE, 1, Word | Adds | -1 * Number, &is.words[1]);
  SET(steps, 3, CHANGE, 1, Double | -65536 * Number, &is.doubles[1]);
  SET(steps, 4, THUNK, 0, 0, recovers);
  CHECK(unwind(panic_with, "P", steps, NULL) == 1);
  expect("P");
  was.bytes[1] = 0;
  was.halves[1] = 1;
  was.words[1] = 0xa5a5a5a4;
  was.doubles[1] = -(uint64_t)65536;
  CHECK(memcmp(&was, &is, sizeof was) == 0);
  SET(steps, 3, CHANGE, 1, Double | Adds | 65535 * Number, &is.doubles[1]);
  CHECK(unwind(panic_with, "P", steps + 3, NULL) == 1);
  expect("P");
  CHECK(is.doubles[1] == (uint64_t)-1);
}

static void formats(long number) {
  char text[32];
  snprintf(text, sizeof text, "%.1f", (double)number / 2);
  note(text);
}

/* The stack is aligned, and who takes any number of arguments saves registers. */
static void aligned(void) {
  static defer_step steps[2];
  SET(steps, 0, CALL_NUMBER, 1, 5, formats);
  SET(steps, 1, THUNK, 0, 0, recovers);
  CHECK(unwind(panic_with, "P", steps, NULL) == 1);
  expect("2.5P");
}

static void clears(void *word) { *(uintptr_t *)word = 0; }

/* Bits, jumps, and distances that end the chain. */
static void jumps(void) {
  static defer_step steps[300];
  uintptr_t frame[] = {WORD("a"), WORD("b"), 0, 0};
  SET_NUMBER(steps, 0, TEST, 1, 2 * 64 + 63, 2);
  SET(steps, 1, THUNK, 1, 0, says);
  SET_NUMBER(steps, 2, TEST, 2, 3 * 64, 1);
  SET(steps, 3, THUNK, 1, 1, says);
  SET_NUMBER(steps, 4, GO, 0, 0, 295);
  SET(steps, 299, THUNK, 0, 0, recovers);
  CHECK(unwind(panic_with, "P", steps, frame) == 1);
  expect("bP");
  frame[2] = (uintptr_t)1 << 63;
  frame[3] = 1;
  CHECK(unwind(panic_with, "P", steps, frame) == 1);
  expect("aP");
  frame[2] = ~frame[2];
  frame[3] = ~frame[3];
  CHECK(unwind(panic_with, "P", steps, frame) == 1);
  expect("bP");

  SET(steps, 0, THUNK, 255, 0, recovers);
  SET_NUMBER(steps, 255, TEST, 1, 2 * 64, 0);
  SET(steps, 256, THUNK, 0, 1, says);
  frame[2] = 0;
  CHECK(unwind(panic_with, "P", steps, frame) == 1);
  expect("P");
  frame[2] = 1;
  CHECK(unwind(panic_with, "P", steps, frame) == 1);
  expect("Pb");

  /* A deferred call changes the frame. */
  frame[1] = WORD(&frame[2]);
  frame[2] = 1;
  SET(steps, 0, CALL_WORD, 1, 1, clears);
  SET_NUMBER(steps, 1, TEST, 1, 2 * 64, 2);
  SET(steps, 2, THUNK, 1, 0, says);
  SET(steps, 3, THUNK, 0, 0, recovers);
  CHECK(unwind(panic_with, "P", steps, frame) == 1);
  expect("P");
}

/* The newest takes over, the rest runs, whoever threw. */
static void throws(void) {
  static defer_step steps[6], outer[2];
  uintptr_t frame[] = {WORD("a"), WORD("B"), WORD("c"), WORD("D")};
  SET(steps, 0, THUNK, 1, 0, says);
  SET(steps, 1, THUNK, 1, 1, panics);
  SET(steps, 2, THUNK, 1, 2, says);
  SET(steps, 3, CALL_WORD, 1, 3, panics_word);
  SET(steps, 4, CALL_WORD, 1, 0, recovers_word);
  SET(steps, 5, THUNK, 0, 0, recovers);
  CHECK(unwind(panic_with, "A", steps, frame) == 1);
  expect("acaD-");

  /* After it was recovered, and in the last step: it goes on to the caller. */
  SET(steps, 0, THUNK, 1, 0, recovers);
  SET(steps, 3, CALL_WORD, 0, 3, panics_word);
  struct chain inner = {.steps = steps, .frame = frame};
  SET(outer, 0, CALL_WORD, 0, 0, recovers_word);
  CHECK(unwind(in_chain, &inner, outer, frame) == 1);
  expect("AcaD");

  /* Not recovered at all; the frame between has a chain as well. */
  SET(steps, 0, THUNK, 0, 0, says);
  struct chain middle = {
      .steps = steps, .frame = frame + 2, .body = in_chain, .argument = &inner};
  CHECK(unwind(in_chain, &middle, outer, frame) == 1);
  expect("acaA");
}

/* One that is raised and recovered in a deferred call changes nothing. */
static void panics_inside(void *context, struct _Unwind_Exception *exception) {
  (void)context, (void)exception;
  static defer_step steps[1];
  SET(steps, 0, THUNK, 0, 0, recovers);
  CHECK(unwind(panic_with, "inside", steps, NULL) == 1);
}
static void inside(void) {
  static defer_step steps[2];
  SET(steps, 0, THUNK, 1, 0, panics_inside);
  SET(steps, 1, THUNK, 0, 0, recovers);
  CHECK(unwind(panic_with, "P", steps, NULL) == 1);
  expect("insideP");
}

/* Lists: what throws takes over, and the rest of the list runs. */
static void push(defer_list *list, defer_thunk *thunk, const char *text) {
  defer_record *record = __defer_allocate(list, sizeof text, _Alignof(char *));
  CHECK(record);
  record->thunk = thunk;
  *(const char **)(record + 1) = text;
  record->next = list->top;
  list->top = record;
}
static void fill(void *list) {
  push(list, says, "a");
  push(list, recovers, NULL);
  push(list, panics, "C");
  push(list, says, "b");
  push(list, panics, "B");
  push(list, recovers, NULL);
  defer_panicf("A");
}
static void lists(void) {
  static defer_step steps[4];
  defer_list list = {0}, empty = {0};
  uintptr_t frame[] = {WORD("x"), WORD(&list), WORD(&empty), WORD("y")};
  SET(steps, 0, THUNK, 1, 0, says);
  SET_NUMBER(steps, 1, LIST, 1, 1, 0);
  SET_NUMBER(steps, 2, LIST, 1, 2, 0);
  SET(steps, 3, THUNK, 0, 3, says);
  CHECK(unwind(fill, &list, steps, frame) == 1);
  expect("xAbCay");
  CHECK(!list.top && !list.chunk);

  /* As the last step. */
  SET_NUMBER(steps, 1, LIST, 0, 1, 0);
  CHECK(unwind(fill, &list, steps, frame) == 1);
  expect("xAbCa");
  CHECK(!list.top && !list.chunk);
}

/* The frame of four words, and the two that come back. */
static void doubles(void *context, struct _Unwind_Exception *exception) {
  CHECK(exception);
  *(uintptr_t *)context *= 2;
}
static void words(void) {
  static defer_step steps[6], outer[1];
  uintptr_t frame[] = {1, 2, 4, WORD("w")};
  SET(steps, 0, THUNK, 1, 0, doubles);
  SET(steps, 1, THUNK, 1, 1, doubles);
  SET_NUMBER(steps, 2, TEST, 1, 2 * 64 + 2, 0);
  SET(steps, 3, THUNK, 1, 3, panics);
  SET(steps, 4, THUNK, 1, 3, says);
  SET(steps, 5, THUNK, 0, 0, recovers);
  CHECK(unwind_words(panic_with, "P", steps, frame) == 1);
  CHECK(frame[0] == 2 && frame[1] == 4 && frame[2] == 4);
  expect("ww");

  SET_NUMBER(steps, 4, GO, 0, 0, 0);
  struct chain inner = {.steps = steps, .frame = frame, .words = true};
  SET(outer, 0, THUNK, 0, 0, recovers);
  CHECK(unwind(in_chain, &inner, outer, NULL) == 1);
  CHECK(frame[0] == 2 && frame[1] == 4);
  expect("w");
}

/* P7: the end of a thread goes through, and a panic goes before it. */
static void exits(void *value) { pthread_exit(value); }
static void *ends_thread(void *value) {
  static defer_step steps[4];
  uintptr_t frame[] = {WORD("a"), WORD("B")};
  SET(steps, 0, THUNK, 1, 0, recovers);
  SET(steps, 1, THUNK, 1, 1, panics);
  SET(steps, 2, CALL_WORD, 1, 0, recovers_word);
  SET(steps, 3, THUNK, 0, 0, says);
  unwind(exits, value, steps, frame);
  note("wrong");
  return NULL;
}
static void *ends_in_panic(void *value) {
  static defer_step steps[3];
  uintptr_t frame[] = {WORD("a"), (uintptr_t)value};
  SET(steps, 0, CALL_WORD, 1, 1, exits);
  SET(steps, 1, CALL_WORD, 1, 1, exits);
  SET(steps, 2, CALL_WORD, 0, 0, recovers_word);
  unwind(panic_with, "P", steps, frame);
  note("wrong");
  return NULL;
}
static void run_thread(void *(*function)(void *)) {
  pthread_t id;
  void *value = NULL;
  CHECK(pthread_create(&id, NULL, function, log_) == 0);
  CHECK(pthread_join(id, &value) == 0 && value == log_);
}
static void ends_of_threads(void) {
  run_thread(ends_thread);
  expect("-aBa");
  run_thread(ends_in_panic);
  expect("a-");
}

/* D10: a deferred call jumps out, after others have thrown: of the panics that are
 * dropped so few stay in memory. */
static jmp_buf target;
static struct _Unwind_Exception *seen[64];
static size_t seen_count;
static void jumps_out(void *context, struct _Unwind_Exception *exception) {
  (void)context;
  size_t i = 0;
  while (i < seen_count && seen[i] != exception)
    i++;
  CHECK(i < sizeof seen / sizeof *seen);
  seen[i] = exception;
  if (i == seen_count)
    seen_count++;
  longjmp(target, 1);
}
static void dropped(void) {
  static defer_step steps[3];
  static uintptr_t frame[] = {0};
  frame[0] = WORD("B");
  SET(steps, 0, THUNK, 1, 0, panics);
  SET(steps, 1, THUNK, 1, 0, panics);
  SET(steps, 2, THUNK, 0, 0, jumps_out);
  for (volatile int i = 0; i < 1000; i++)
    if (!setjmp(target)) {
      unwind(panic_with, "A", steps, frame);
      CHECK(!"reached");
    }
}

/* The run-time is not in the trace between a deferred call and its frame. */
// CHECK: panic: A
// CHECK-NEXT: panic: traced
// CHECK-NEXT: raised at
// CHECK-NEXT: #0 0x[[#%x,]] defer_test_raises+0x
// CHECK-NEXT: #1 0x[[#%x,]] unwind+0x
// CHECK-NOT: unwind
// CHECK: main+0x
#pragma GCC visibility push(default)
__attribute__((__noinline__)) void defer_test_raises(void *message);
#pragma GCC visibility pop
void defer_test_raises(void *message) {
  defer_panicf("%s", (char *)message);
}
static void trace(void) {
  static defer_step steps[1];
  uintptr_t frame[] = {WORD("traced")};
  SET(steps, 0, CALL_WORD, 0, 0, defer_test_raises);
  unwind(panic_with, "A", steps, frame);
}

int main(int count, char **arguments) {
  (void)arguments;
  if (count == 2) {
    trace();
    return 0; /* nobody aborted: `not --crash` fails */
  }
  thunks();
  calls();
  far_calls();
  copies();
  changes();
  aligned();
  jumps();
  throws();
  inside();
  lists();
  words();
  ends_of_threads();
  dropped();
  return 0;
}
