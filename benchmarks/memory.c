/*===-- memory.c - What many records take ---------------------------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===----------------------------------------------------------------------===
 *
 * Defers 10 million calls with one pointer each, in one loop, and prints as
 * JSON what the process holds before, at each million, and afterwards; how far
 * down the stack the loop and the deferred calls get; and the seconds since the
 * beginning.
 *
 *===----------------------------------------------------------------------===*/

#define _GNU_SOURCE
#include "work.h"

#include <defer.h>
#include <malloc.h>
#include <stdint.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

enum { Records = 10 * 1000 * 1000, Step = Records / 10 };

static uintptr_t lowest;
static long ran;
static void note_stack(void) {
  uintptr_t here = (uintptr_t)__builtin_frame_address(0);
  if (!lowest || here < lowest)
    lowest = here;
}

static void sample(long records) {
  static uintptr_t top;
  static double begin;
  note_stack();
  if (!top)
    top = lowest;
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  double seconds = now.tv_sec + 1e-9 * now.tv_nsec;
  if (begin == 0)
    begin = seconds;
  long pages = 0;
  FILE *statm = fopen("/proc/self/statm", "r");
  if (statm) {
    if (fscanf(statm, "%*d %ld", &pages) != 1)
      pages = 0;
    fclose(statm);
  }
  struct mallinfo2 heap = mallinfo2();
  printf("%s{\"records\": %ld, \"ran\": %ld, \"resident\": %ld, \"heap\": %zu, "
         "\"stack\": %ld, \"seconds\": %.4f}",
         records || ran ? ",\n " : "[", records, ran,
         pages * sysconf(_SC_PAGESIZE), heap.uordblks + heap.hblkhd,
         (long)(top - lowest), seconds - begin);
}

static void count(struct slot *slot) {
  slot->count++;
  ran++;
  note_stack();
}

static void loop(void) {
  for (long k = 0; k < Records; k++) {
    defer count(&slots[k & (Slots - 1)]);
    if ((k + 1) % Step == 0)
      sample(k + 1);
  }
}

int main(void) {
  sample(0);
  loop();
  sample(0);
  printf("]\n");
  return ran != Records;
}
