/*===-- work.h - What the kernels do between their defers -----------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===----------------------------------------------------------------------===
 *
 * Compiled once, in an object of its own: the same machine code for the rivals
 * in C, C++ and D, and nothing that a compiler could see through.
 * kernels/kernel.go says the same in Go. The functions are cheap, so that what
 * a rival adds shows, and leave a trace, so that it can be seen that all rivals
 * do the same.
 *
 *===----------------------------------------------------------------------===*/

#ifndef WORK_H
#define WORK_H

#ifdef __cplusplus
extern "C" {
#endif

/* In the program itself: no address is to be had from a table first, which some
 * would load once and others twice. */
#define WORK_DATA extern __attribute__((__visibility__("hidden")))

struct lock {
  long held;
};
WORK_DATA struct lock outer, middle, inner;
void lock(struct lock *lock);
void unlock(struct lock *lock);

/** Null for the handle `which`, 1 to 7, when i % 8 is `which`. */
struct handle *open_handle(long which, long i);
long read_handle(struct handle *handle);
void close_handle(struct handle *handle);

long acquire(long id);
void release(long id);

long work(long i);
long finish(long result);
void keep(long value);

struct point {
  long x, y, z;
};
void move_point(struct point *point);
void record(struct point point);

enum { Slots = 64 };
struct slot {
  struct slot *before;
  long count;
};
WORK_DATA struct slot slots[Slots];
/** Notes that this slot was the last; nothing waits for the touch before. */
void touch(struct slot *slot);

WORK_DATA long depth, table[64];
__attribute__((__noreturn__)) void fail(long i);

/** One of eight texts to parse. */
const char *text_of(struct handle *source, long i);
/** Zero if that name was seen before in this text. */
long intern(const char *name, long length);

/** What was done since the program began. */
unsigned long trace_of_all(void);

#ifdef __cplusplus
}
#endif

#endif /* WORK_H */
