/* D12, 4.4: records and their memory: order, storage, alignment, growth, what is given
 * back when, and a malloc that fails.
 *
 * RUN: %clang -Wno-override-module -c %S/Inputs/guard.ll -o %t.guard.o
 * RUN: %host-cc %s %t.guard.o %libdir/libdefer.a -pthread \
 * RUN:   -Wl,--wrap=malloc,--wrap=free -o %t
 * RUN: %t
 */

#include "Inputs/guard.h"

#include <pthread.h>
#include <stdint.h>
#include <string.h>

/*--- A malloc that counts ---------------------------------------------------*/

static long mallocs, frees, mallocs_left = -1;
static size_t live, most_live; /* bytes */

void *__real_malloc(size_t size);
void __real_free(void *memory);

void *__wrap_malloc(size_t size) {
  if (mallocs_left == 0)
    return NULL;
  if (mallocs_left > 0)
    mallocs_left--;
  char *memory = __real_malloc(size + 16);
  if (!memory)
    return NULL;
  memcpy(memory, &size, sizeof size);
  mallocs++;
  live += size;
  if (live > most_live)
    most_live = live;
  return memory + 16;
}

void __wrap_free(void *memory) {
  if (!memory)
    return;
  size_t size;
  memcpy(&size, (char *)memory - 16, sizeof size);
  frees++;
  live -= size;
  __real_free((char *)memory - 16);
}

/*--- Records ----------------------------------------------------------------*/

static long expected; /* the number that runs next */

static void counts_down(void *context, struct _Unwind_Exception *exception) {
  (void)exception;
  long number;
  memcpy(&number, context, sizeof number);
  CHECK(number == expected);
  expected--;
}

static bool push(defer_list *list, defer_thunk *thunk, long number, size_t size,
                 size_t align) {
  defer_record *record = __defer_allocate(list, size, align);
  if (!record)
    return false;
  CHECK((uintptr_t)record % _Alignof(defer_record) == 0);
  CHECK((uintptr_t)(record + 1) % align == 0);
  memset(record + 1, 0xa5, size); /* it is all ours */
  memcpy(record + 1, &number, sizeof number);
  record->thunk = thunk;
  record->next = list->top;
  list->top = record;
  return true;
}

static void order(void) {
  for (long count = 0; count < 300; count++) {
    defer_list list = {0};
    for (long i = 0; i < count; i++)
      CHECK(push(&list, counts_down, i, 8 + (size_t)i % 90, 8));
    expected = count - 1;
    __defer_drain(&list, NULL);
    CHECK(expected == -1);
    CHECK(!list.top && !list.chunk && !list.cursor && !list.limit);
  }
}

static void alignments(void) {
  defer_list list = {0};
  long count = 0;
  for (size_t align = 1; align <= 4096; align *= 2)
    for (size_t size = 8; size < 9000; size = size * 3 + 1)
      CHECK(push(&list, counts_down, count++, size, align));
  expected = count - 1;
  __defer_drain(&list, NULL);
  CHECK(expected == -1);
}

static void sizes(void) {
  defer_list list = {0};
  CHECK(push(&list, counts_down, 0, 8, 8));
  CHECK(push(&list, counts_down, 1, 3 << 20, 64)); /* a chunk of its own */
  CHECK(push(&list, counts_down, 2, 8, 8));
  CHECK(!__defer_allocate(&list, SIZE_MAX, 8));
  CHECK(!__defer_allocate(&list, SIZE_MAX - 4096, 4096));
  CHECK(!__defer_allocate(&list, PTRDIFF_MAX, 8));
  CHECK(!__defer_allocate(&list, 8, (size_t)1 << 63));
  CHECK(push(&list, counts_down, 3, 8, 8));
  expected = 3;
  __defer_drain(&list, NULL);
  CHECK(expected == -1);
}

/* Ten million; memory is given back while they run, and afterwards. */
static size_t live_halfway;
static void watches(void *context, struct _Unwind_Exception *exception) {
  counts_down(context, exception);
  if (expected == 5000000)
    live_halfway = live;
}

static void many(void) {
  const size_t one_chunk = 16 << 20; /* the largest, of which little may be used */
  defer_list list = {0};
  for (long i = 0; i < 10000000; i++) {
    defer_record *record = __defer_allocate(&list, sizeof i, sizeof i);
    CHECK(record);
    memcpy(record + 1, &i, sizeof i);
    record->thunk = watches;
    record->next = list.top;
    list.top = record;
  }
  size_t all = live;
  CHECK(all < 10000000ul * 24 * 101 / 100 + one_chunk);
  expected = 9999999;
  __defer_drain(&list, NULL);
  CHECK(expected == -1);
  CHECK(live_halfway < all / 100 * 51 + one_chunk);
  CHECK(live <= 128 * 1024);
}

/* What is done again and again does not go to malloc. */
static void spares(void) {
  for (int round = 0; round < 1000; round++) {
    long before = mallocs;
    defer_list list = {0};
    for (long i = 0; i < 1000; i++)
      CHECK(push(&list, counts_down, i, 24, 8));
    expected = 999;
    __defer_drain(&list, NULL);
    CHECK(round == 0 || mallocs == before);
  }
}

/* Storage without a record. */
static void storage(void) {
  defer_list list = {0};
  long *first = __defer_storage(&list, sizeof *first, 8);
  char *second = __defer_storage(&list, 100, 64);
  CHECK((uintptr_t)second % 64 == 0);
  CHECK(second >= (char *)(first + 1) || second + 100 <= (char *)first);
  CHECK(push(&list, counts_down, 0, 8, 8));
  long *third = __defer_storage(&list, sizeof *first, 8);
  CHECK(third != first);
  CHECK(push(&list, counts_down, 1, 8, 8));
  *first = 17;
  expected = 1;
  __defer_drain(&list, NULL);

  CHECK(__defer_storage(&list, 64, 8));
  __defer_drain(&list, NULL); /* no record, but a chunk */
  CHECK(!list.chunk);
}

/* Storage that an older record holds outlives the newer records. */
static long *held[100];
static void checks_held(void *context, struct _Unwind_Exception *exception) {
  long number;
  memcpy(&number, context, sizeof number);
  for (long i = 0; i <= number; i++)
    CHECK(*held[i] == i);
  *held[number] = -1;
  counts_down(context, exception);
}
static void storage_lives(void) {
  defer_list list = {0};
  for (long i = 0; i < 100; i++) {
    held[i] = __defer_storage(&list, 200, 16);
    *held[i] = i;
    CHECK(push(&list, checks_held, i, 8, 8));
  }
  expected = 99;
  __defer_drain(&list, NULL);
  CHECK(expected == -1);
}

/*--- Panics -----------------------------------------------------------------*/

static void panics_at_even(void *context, struct _Unwind_Exception *exception) {
  long number;
  memcpy(&number, context, sizeof number);
  counts_down(context, exception);
  if (number == 0)
    CHECK(strcmp(__defer_recover(exception)->message, "call 2") == 0);
  else if (number % 2 == 0)
    defer_panicf("call %ld", number);
}

static void pushes_hundred(defer_list *list) {
  for (long i = 0; i < 100; i++)
    CHECK(push(list, panics_at_even, i, 100, 8));
}

static void panicking_calls(void) {
  defer_list list = {0};
  expected = 99;
  CHECK(guard_records(pushes_hundred, &list) == 1);
  CHECK(expected == -1 && !list.chunk && !list.top);
}

/*--- No memory --------------------------------------------------------------*/

static void recovers_oom(void *context, struct _Unwind_Exception *exception) {
  counts_down(context, exception);
  if (expected == -1) {
    const defer_panic_info *info = __defer_recover(exception);
    CHECK(info && strcmp(info->message, "out of memory") == 0 && !info->value);
  }
}

static void pushes_until_full(defer_list *list) {
  mallocs_left = 2;
  long i = 0;
  while (push(list, recovers_oom, i, 4000, 8))
    i++;
  expected = i - 1;
  CHECK(i > 1);
  __defer_out_of_memory();
}

static void stores_until_full(defer_list *list) {
  mallocs_left = 2;
  for (long i = 0;; i++) {
    expected = i - 1;
    __defer_storage(list, 5000, 8);
    CHECK(push(list, recovers_oom, i, 8, 8));
  }
}

static void *no_memory(void *ignored) { /* in a thread without spares */
  defer_list list = {0};
  CHECK(guard_records(pushes_until_full, &list) == 1);
  CHECK(expected == -1 && !list.chunk);
  mallocs_left = -1;
  return ignored;
}
static void *no_storage(void *ignored) {
  defer_list list = {0};
  CHECK(guard_records(stores_until_full, &list) == 1);
  CHECK(expected == -1 && !list.chunk);
  mallocs_left = -1;
  return ignored;
}

static void in_thread(void *(*function)(void *)) {
  pthread_t id;
  CHECK(pthread_create(&id, NULL, function, NULL) == 0);
  CHECK(pthread_join(id, NULL) == 0);
}

/* A thread that ends leaves nothing. */
static void *spares_in_thread(void *ignored) {
  spares();
  return ignored;
}

int main(void) {
  order();
  alignments();
  sizes();
  many();
  spares();
  storage();
  storage_lives();
  panicking_calls();
  size_t before = live;
  in_thread(spares_in_thread);
  CHECK(live == before);
  in_thread(no_memory);
  in_thread(no_storage);
  CHECK(live == before);
  return 0;
}
