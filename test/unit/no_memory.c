/* P10: panics without memory: from a reserve, with a message that may be cut.
 *
 * RUN: %clang -Wno-override-module -c %S/Inputs/guard.ll -o %t.guard.o
 * RUN: %host-cc %s %t.guard.o %libdir/libdefer.a -pthread \
 * RUN:   -Wl,--wrap=mmap,--wrap=malloc,--wrap=calloc -o %t
 * RUN: %t
 * RUN: %not --crash %t all 2>&1 | %filecheck %s
 * RUN: %not --crash %t chain 2>&1 | %filecheck %s --check-prefix=CHAIN
 */

#include "Inputs/guard.h"

#include <errno.h>
#include <pthread.h>
#include <string.h>
#include <sys/types.h>

static bool fails, was_asked;

void *__wrap_mmap(void *at, size_t size, int protection, int flags, int file,
                  off_t offset);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__real_mmap(void *at, size_t size, int protection, int flags, int file,
                  off_t offset);
void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);

void *__wrap_mmap(void *at, size_t size, int protection, int flags, int file,
                  off_t offset) {
  was_asked = true;
  errno = ENOMEM;
  return fails ? (void *)-1
               : __real_mmap(at, size, protection, flags, file, offset);
}
void *__wrap_malloc(size_t size) {
  CHECK(!fails);
  return __real_malloc(size);
}
void *__wrap_calloc(size_t count, size_t size) {
  CHECK(!fails);
  return __real_calloc(count, size);
}

static int value, deferred;
static char text[400];
static void panics(void *ignored) {
  (void)ignored;
  defer_panic_at(&value, "f.c", 12, "fun");
}
static void panics_text(void *ignored) {
  (void)ignored;
  errno = ENOENT;
  defer_panicf("%m: %s", text);
}
static void counts(void *ignored) {
  (void)ignored;
  deferred++;
}
static void recovers(void *ignored) {
  (void)ignored;
  const defer_panic_info *info = __defer_recover(TAKE_TOKEN(recovers));
  CHECK(info && info->value == &value && info->line == 12);
  CHECK(!strcmp(info->file, "f.c") && !strcmp(info->function, "fun"));
}
static void recovers_text(void *ignored) {
  (void)ignored;
  const defer_panic_info *info = __defer_recover(TAKE_TOKEN(recovers_text));
  CHECK(info);
  size_t length = strlen(info->message);
  /* %m is that of the caller, whatever was tried meanwhile. */
  CHECK(!strncmp(info->message, "No such file or directory: xxxxx", 32));
  CHECK(!strcmp(info->message + length - 4, "x..."));
}

/* `levels` panics at a time: each is replaced by the next. */
static int levels;
static void replaces(void *ignored) {
  (void)ignored;
  struct deferred calls[] = {{counts, NULL}, {replaces, NULL}};
  if (--levels)
    guard(panics, NULL, calls, 2);
  else
    panics(NULL);
}

/* More panics than the reserve has objects, each of them takes over from the one
 * before in the same frame. */
enum { Many = 1000 };
static int chain(struct deferred last) {
  struct deferred calls[Many];
  calls[0] = last; /* runs last */
  for (int i = 1; i < Many; i++)
    calls[i] = (struct deferred){panics, NULL};
  return guard(panics, NULL, calls, Many);
}
// CHAIN: {{^}}panic: (void *) 0x{{[0-9a-f]+$}}
// CHAIN-NEXT: {{^}}	(997 more, left out for want of memory){{$}}
// CHAIN-NEXT: {{^}}	panic: (void *) 0x{{[0-9a-f]+$}}
// CHAIN-NEXT: {{^}}	panic: (void *) 0x{{[0-9a-f]+$}}
// CHAIN-NEXT: {{^}}raised at f.c:12 in fun

static void in_every_way(void) {
  for (int i = 0; i < 10; i++)
    CHECK(chain((struct deferred){recovers, NULL}) == 1);
  for (int i = 0; i < 1000; i++) {
    struct deferred calls[] = {{recovers, NULL}, {counts, NULL}};
    deferred = 0;
    CHECK(guard(panics, NULL, calls, 2) == 1 && deferred == 1);
    CHECK(guard_one(panics_text, NULL, recovers_text, NULL) == 1);
  }
  for (int i = 0; i < 10; i++) {
    deferred = 0;
    levels = 200;
    CHECK(guard_one(replaces, NULL, recovers, NULL) == 1);
    CHECK(deferred == 199);
  }
}

/* In a thread that never had a panic, too. */
static void *in_thread(void *ignored) {
  fails = true;
  in_every_way();
  fails = false;
  return ignored;
}

// CHECK: {{^}}panic:
// CHECK-NEXT: {{^}}unwinding cannot go on: no memory for another panic
// CHECK-NEXT: {{^}}raised at f.c:12 in fun

int main(int count, char **arguments) {
  memset(text, 'x', sizeof text - 1);
  if (count == 2) {
    fails = true;
    if (!strcmp(arguments[1], "chain"))
      chain((struct deferred){counts, NULL});
    levels = 100000;
    guard_one(replaces, NULL, recovers, NULL);
    return 0;
  }
  pthread_t id;
  CHECK(!pthread_create(&id, NULL, in_thread, NULL));
  CHECK(!pthread_join(id, NULL));
  CHECK(was_asked);
  return 0;
}
