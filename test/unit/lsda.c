/* P1, 4.5: the parser of exception tables, on tables in all shapes that it may meet.
 *
 * RUN: %host-cc %s %libdir/libdefer.a -pthread -o %t
 * RUN: %t
 */

#include "Inputs/guard.h"

#include <string.h>

enum { Start = 0x1000 };

static void expect(const uint8_t *table, uintptr_t ip, enum defer_pad kind,
                   uintptr_t pad) {
  defer_site site;
  CHECK(__defer_find_pad(table, Start, ip, &site) == kind);
  CHECK(kind != DEFER_PAD || (site.pad == pad && !site.action));
}

/* As LLVM emits them: no landing pad base, numbers in uleb128. */
static void uleb(void) {
  static const uint8_t table[] = {
      0xff, 0xff, 0x01, 13,      /* */
      0x10, 0x05, 0x80, 0x01, 0, /* 0x1010..0x1014: pad 0x1080 */
      0x20, 0x04, 0, 0,          /* 0x1020..0x1023: none */
      0x24, 0x01, 0x40, 0,       /* 0x1024: pad 0x1040 */
      0xde, 0xad};
  expect(table, 0x100f, DEFER_PAD_GAP, 0);
  expect(table, 0x1010, DEFER_PAD, 0x1080);
  expect(table, 0x1014, DEFER_PAD, 0x1080);
  expect(table, 0x1015, DEFER_PAD_GAP, 0);
  expect(table, 0x1020, DEFER_PAD_NONE, 0);
  expect(table, 0x1023, DEFER_PAD_NONE, 0);
  expect(table, 0x1024, DEFER_PAD, 0x1040);
  expect(table, 0x1025, DEFER_PAD_GAP, 0);
}

/* Four bytes each; a type table, which is skipped. */
static void udata4(void) {
  static const uint8_t table[] = {
      0xff, 0x9b, 0x90, 0x01, 0x03, 13,      /* */
      0x00, 0x01, 0x00, 0x00, 0x10, 0, 0, 0, /* 0x1100..0x110f */
      0x00, 0x00, 0x01, 0x00, 0x00};         /* pad 0x11000 */
  expect(table, 0x10ff, DEFER_PAD_GAP, 0);
  expect(table, 0x1100, DEFER_PAD, 0x11000);
  expect(table, 0x110f, DEFER_PAD, 0x11000);
  expect(table, 0x1110, DEFER_PAD_GAP, 0);
}

/* Landing pads in another section: they are relative to a base. */
static void base(void) {
  static uint8_t table[] = {0x00, 0, 0, 0, 0, 0, 0, 0,
                            0, 0xff, 0x01, 4, 0x10, 0x01, 0x02, 0};
  uintptr_t other = 0x777000;
  memcpy(table + 1, &other, sizeof other);
  expect(table, 0x1010, DEFER_PAD, 0x777002);

  static uint8_t relative[] = {0x1b, 0x00, 0x01, 0, 0, 0xff,
                               0x01, 4, 0x10, 1, 2, 0};
  expect(relative, 0x1010, DEFER_PAD, (uintptr_t)(relative + 1) + 0x102);
}

/* Entries with actions, which count from the end of the call-site table, and one of no
 * length, where what was inlined goes on: no call is in it. */
static void actions(void) {
  static const uint8_t table[] = {
      0xff, 0x1b, 20,   0x01, 16, /* types are behind 20 bytes more */
      0x10, 0x05, 0x40, 3,        /* 0x1010..0x1014: action 3 */
      0x20, 0x05, 0x50, 0,        /* 0x1020..0x1024: code */
      0x25, 0x00, 0x60, 1,        /* at 0x1025: action 1 */
      0x25, 0x02, 0x70, 0,        /* 0x1025, 0x1026: code */
      0x01, 0x00, 0x02, 0x00};
  defer_site site;
  CHECK(__defer_find_pad(table, Start, 0x1012, &site) == DEFER_PAD);
  CHECK(site.pad == 0x1040 && site.action == table + 23);
  CHECK(site.types == table + 23 && site.type_encoding == 0x1b);
  expect(table, 0x1020, DEFER_PAD, 0x1050);
  expect(table, 0x1024, DEFER_PAD, 0x1050);
  expect(table, 0x1025, DEFER_PAD, 0x1070);

  CHECK(__defer_find_outer(table, Start, 0x1025, &site) == DEFER_PAD);
  CHECK(site.pad == 0x1060 && site.action == table + 21);
  CHECK(__defer_find_outer(table, Start, 0x1012, &site) == DEFER_PAD_GAP);
  CHECK(__defer_find_outer(table, Start, 0x1020, &site) == DEFER_PAD_GAP);

  /* Without types there is nothing that an action could refer to. */
  static const uint8_t no_types[] = {0xff, 0xff, 0x01, 4, 0x10, 1, 2, 1, 0, 0};
  expect(no_types, 0x1010, DEFER_PAD_ERROR, 0);
}

/* The tables of a function's parts, as LLVM writes them: the first one's length is that
 * of all, so its last entry is followed by a header. */
static void parts(void) {
  static const uint8_t table[] = {
      0xff, 0xff, 0x01, 24,      /* */
      0x10, 0x05, 0x40, 0,       /* 0x1010..0x1014 */
      0x20, 0x05, 0x50, 0,       /* 0x1020..0x1024 */
      0x10, 0x7f, 0x7f, 0x7f,    /* LPStart, pc-relative, and its 8 bytes */
      0x7f, 0x7f, 0x7f, 0x7f, 0x7f, 0xff, 0x01, 4, 0x10, 0x05, 0x60, 0};
  expect(table, 0x1020, DEFER_PAD, 0x1050);
  expect(table, 0x1025, DEFER_PAD_GAP, 0);
  expect(table, 0x1080, DEFER_PAD_GAP, 0);
}

static void broken(void) {
  static const uint8_t bad_base[] = {0x0d, 0xff, 0x01, 0};
  expect(bad_base, 0x1010, DEFER_PAD_ERROR, 0);
  static const uint8_t bad_sites[] = {0xff, 0xff, 0x0e, 4, 0x10, 1, 2, 0};
  expect(bad_sites, 0x1010, DEFER_PAD_ERROR, 0);
  static const uint8_t empty[] = {0xff, 0xff, 0x01, 0};
  expect(empty, 0x1010, DEFER_PAD_GAP, 0);
}

static void numbers(void) {
  static const struct {
    uint8_t encoding, bytes[8];
    unsigned size;
    uintptr_t value;
  } cases[] = {
      {0x01, {0xe5, 0x8e, 0x26}, 3, 624485},
      {0x09, {0xc0, 0xbb, 0x78}, 3, (uintptr_t)-123456},
      {0x02, {0xfe, 0xff}, 2, 0xfffe},
      {0x0a, {0xfe, 0xff}, 2, (uintptr_t)-2},
      {0x03, {0xfe, 0xff, 0xff, 0xff}, 4, 0xfffffffe},
      {0x0b, {0xfe, 0xff, 0xff, 0xff}, 4, (uintptr_t)-2},
      {0x0c, {1, 0, 0, 0, 0, 0, 0, 0x80}, 8, 0x8000000000000001},
      {0x43, {2, 0, 0, 0}, 4, Start + 2}, /* relative to the function */
      {0x1b, {0, 0, 0, 0}, 4, 0},         /* null stays null */
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    const uint8_t *at = cases[i].bytes;
    uintptr_t value;
    CHECK(__defer_read_encoded(&at, cases[i].encoding, Start, &value));
    CHECK(value == cases[i].value && at == cases[i].bytes + cases[i].size);
  }
}

static void sizes(void) {
  CHECK(__defer_encoded_size(0x00) == sizeof(void *));
  CHECK(__defer_encoded_size(0x9b) == 4 && __defer_encoded_size(0x03) == 4);
  CHECK(__defer_encoded_size(0x0c) == 8 && __defer_encoded_size(0x12) == 2);
  CHECK(__defer_encoded_size(0x01) == 0 && __defer_encoded_size(0x19) == 0);
}

/* The personality of a function that has one, and of one that has not; the same with
 * tables. */
static void personality(void) {
  uintptr_t start = 0;
  CHECK(!__defer_lsda_of((uintptr_t)personality + 1, &start));
  CHECK(!__defer_lsda_of(1, &start));
  const uint8_t *lsda = __defer_lsda_of((uintptr_t)__defer_try + 1, &start);
  CHECK(lsda && lsda[0] == 0xff && start == (uintptr_t)__defer_try);
  CHECK(!__defer_personality_of((uintptr_t)personality + 1));
  CHECK(!__defer_personality_of(1));
}

int main(void) {
  uleb();
  udata4();
  base();
  actions();
  parts();
  broken();
  numbers();
  sizes();
  personality();
  return 0;
}
