//===-- kernel.d - What a kernel in D needs -------------------------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

module kernels.kernel; // work.h

extern (C):

struct lock_t {
  long held;
}

extern __gshared lock_t outer, middle, inner;
void lock(lock_t*);
void unlock(lock_t*);

struct handle;
handle* open_handle(long which, long i);
long read_handle(handle*);
void close_handle(handle*);

long acquire(long id);
void release(long id);

long work(long i);
void keep(long value);

struct point {
  long x, y, z;
}

void move_point(point*);
void record(point);

extern __gshared long depth;
extern __gshared long[64] table;
noreturn fail(long i);

const(char)* text_of(handle*, long i);
long intern(const(char)* name, long length);
