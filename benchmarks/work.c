/*===-- work.c - What the kernels do between their defers -----------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===----------------------------------------------------------------------===*/

#include "work.h"

#include <stdio.h>
#include <stdlib.h>

static unsigned long trace;
static void step(unsigned long what) {
  trace = (trace << 5 | trace >> 59) ^ what;
}

struct lock outer, middle, inner;
void lock(struct lock *lock) {
  lock->held++;
  step(1);
}
void unlock(struct lock *lock) {
  lock->held--;
  step(2);
}

struct handle {
  long opened;
};
static struct handle handles[8];
struct handle *open_handle(long which, long i) {
  step(3);
  if ((i & 7) == which)
    return NULL;
  handles[which].opened++;
  return &handles[which];
}
long read_handle(struct handle *handle) {
  step(4);
  return handle->opened & 15;
}
void close_handle(struct handle *handle) { step(5 + (handle - handles)); }

long acquire(long id) {
  step(16 + id);
  return id;
}
void release(long id) { step(128 + id); }

long work(long i) {
  step(6);
  return 3 * i + 1;
}
long finish(long result) {
  step(7);
  return result ^ 5;
}
void keep(long value) { step(value); }

void move_point(struct point *point) {
  step(8);
  point->x++;
}
void record(struct point point) { step(point.x + 2 * point.y + 4 * point.z); }

struct slot slots[Slots];
static struct slot *last = &slots[0];
void touch(struct slot *slot) {
  slot->before = last;
  slot->count++;
  last = slot;
}

long depth, table[64] = {4, 8, 15, 16, 23, 42};
void fail(long i) {
  fprintf(stderr, "fail(%ld)\n", i);
  abort();
}

static const char *const texts[8] = {
    "width=80\nheight=25\ndepth=8\n",
    "# a comment\nname=1\n\nother=22\nthird=333\n",
    "a=1\nb=2\nc=3\nd=4\ne=5\nf=6\n",
    "width=80\nwidth=81\n",
    "left=10\nright\n",
    "=5\n",
    "big=99999999\n",
    "ok=1\nbad=1x\n",
};
static unsigned long seen;
const char *text_of(struct handle *source, long i) {
  step(9 + (source - handles));
  seen = 0;
  return texts[i & 7];
}
long intern(const char *name, long length) {
  unsigned long bit = 1ul << ((name[0] + 7 * length) & 63);
  step(bit);
  if (seen & bit)
    return 0;
  seen |= bit;
  return 1;
}

unsigned long trace_of_all(void) {
  for (long k = 0; k < Slots; k++) {
    step(slots[k].count);
    step(slots[k].before ? slots[k].before - slots : Slots);
  }
  step(depth);
  return trace;
}
