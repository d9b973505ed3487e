/*===-- prelude.h - What random programs in C are made of ------------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===-----------------------------------------------------------------------===
 *
 * The same as prelude.go, name by name. Every type T has mk_T, which makes a
 * value of a number; h_T, which makes a number of a value; and add_T.
 */
#ifndef DEFER_FUZZ_PRELUDE_H
#define DEFER_FUZZ_PRELUDE_H

#include <complex.h>
#include <defer.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef uint8_t u8;
typedef int16_t i16;
typedef uint32_t u32;
typedef uint64_t u64;
typedef int64_t i64;
typedef float f32;
typedef double f64;
typedef _Complex double c128;
typedef struct {
  u32 a, b;
} Small;
typedef struct {
  f64 x;
  u32 a;
} Mid;
typedef struct {
  u32 a;
  u64 w[8];
} Big;
typedef u32 *Ptr;
typedef void (*Fn)(u32);
typedef const defer_panic_info *Info;

#define nil NULL
/* In Go the call of recover() must stand in the function itself. */
#define recover() defer_recover()

static u32 cells[16], hash, events, fuel;
static bool tracing;

/* The trace: a number that is different if anything came in another order. */
static void t(u32 k) {
  hash = (hash ^ k) * 16777619u + 1;
  events++;
  if (tracing)
    printf("%u\n", (unsigned)k);
}

/* What may repeat itself asks here first, so that every program ends. */
static bool burn(void) {
  if (fuel == 0)
    return false;
  fuel--;
  return true;
}

static void run(u32 index, void (*function)(u32)) {
  for (u32 k = 0; k < 3; k++) {
    hash = 1, events = 0, fuel = 150;
    if (tracing)
      printf("function %u, %u:\n", (unsigned)index, (unsigned)k);
    function(k * 5 + 1);
    printf("%u %u %u\n", (unsigned)index, (unsigned)hash, (unsigned)events);
  }
}

static void start(void) {
  setvbuf(stdout, NULL, _IOLBF, BUFSIZ);
  tracing = getenv("DEFER_FUZZ_TRACE") != NULL;
  for (u32 i = 0; i < 16; i++)
    cells[i] = i * 3;
}

/* A panic that is not recovered has enough to run. */
static void refuel(void) { fuel = 150; }

static u32 u(u32 k) { return k; }

static u8 mk_u8(u32 k) { return (u8)k; }
static i16 mk_i16(u32 k) { return (i16)(uint16_t)(k - 100); }
static u32 mk_u32(u32 k) { return k; }
static u64 mk_u64(u32 k) { return (u64)k * 0x100000003u; }
static i64 mk_i64(u32 k) { return (i64)k - 1000; }
static f32 mk_f32(u32 k) { return (f32)(k & 0xffff) / 4; }
static f64 mk_f64(u32 k) { return (f64)k / 8; }
static c128 mk_c128(u32 k) { return __builtin_complex((f64)k, (f64)(k ^ 5)); }
static Small mk_Small(u32 k) { return (Small){k, k ^ 9}; }
static Mid mk_Mid(u32 k) { return (Mid){(f64)k / 2, k + 1}; }
static Big mk_Big(u32 k) {
  Big v = {k, {0}};
  for (u32 i = 0; i < 8; i++)
    v.w[i] = (u64)k * i + i;
  return v;
}
static Ptr mk_Ptr(u32 k) { return &cells[k & 15]; }

static u32 h_u8(u8 v) { return v; }
static u32 h_i16(i16 v) { return (u32)v; }
static u32 h_u32(u32 v) { return v; }
static u32 h_u64(u64 v) { return (u32)(v ^ v >> 32); }
static u32 h_i64(i64 v) { return h_u64((u64)v); }
static u32 h_f32(f32 v) {
  u32 bits;
  memcpy(&bits, &v, sizeof bits);
  return bits;
}
static u32 h_f64(f64 v) {
  u64 bits;
  memcpy(&bits, &v, sizeof bits);
  return h_u64(bits);
}
static u32 h_c128(c128 v) { return h_f64(creal(v)) + 3 * h_f64(cimag(v)); }
static u32 h_Small(Small v) { return v.a + 3 * v.b; }
static u32 h_Mid(Mid v) { return h_f64(v.x) + 3 * v.a; }
static u32 h_Big(Big v) {
  u32 k = v.a;
  for (u32 i = 0; i < 8; i++)
    k = k * 31 + h_u64(v.w[i]);
  return k;
}
/* A frame that recovers with nothing to return returns nil. */
static u32 h_Ptr(Ptr v) { return v ? *v : 0; }
static void set_Ptr(Ptr v, u32 k) {
  if (v)
    *v = k;
}

static u8 add_u8(u8 a, u8 b) { return (u8)(a + b); }
static i16 add_i16(i16 a, i16 b) { return (i16)(uint16_t)(a + b); }
static u32 add_u32(u32 a, u32 b) { return a + b; }
static u64 add_u64(u64 a, u64 b) { return a + b; }
static i64 add_i64(i64 a, i64 b) { return (i64)((u64)a + (u64)b); }
static f32 add_f32(f32 a, f32 b) { return a + b; }
static f64 add_f64(f64 a, f64 b) { return a + b; }
static c128 add_c128(c128 a, c128 b) { return a + b; }
static Small add_Small(Small a, Small b) {
  return (Small){a.a + b.a, a.b + b.b};
}
static Mid add_Mid(Mid a, Mid b) { return (Mid){a.x + b.x, a.a + b.a}; }
static Big add_Big(Big a, Big b) {
  a.a += b.a;
  for (u32 i = 0; i < 8; i++)
    a.w[i] += b.w[i];
  return a;
}
static Ptr add_Ptr(Ptr a, Ptr b) { return h_Ptr(a) & 1 ? a : b; }

static u32 hash_text(const char *text) {
  u32 k = 7;
  for (; *text; text++)
    k = k * 31 + (unsigned char)*text;
  return k;
}

/* D8: the same panic has a text of its own in each language. */
static const char *go_text(const char *text) {
  return strcmp(text, "deferred call through a null pointer") == 0
             ? "runtime error: invalid memory address or nil pointer "
               "dereference"
             : text;
}

/* What was recovered. */
static u32 hr(Info r) {
#ifdef DEFER_FUZZ_PERTURB
  /* The test of the comparison: a C side that is wrong. */
  if (r)
    return 1;
#endif
  if (!r)
    return 0;
  return r->value ? 7777 + *(u32 *)r->value : hash_text(go_text(r->message));
}

static _Noreturn void panic_f(u32 k) { defer_panicf("p%u", (unsigned)k); }
static _Noreturn void panic_p(Ptr p) { defer_panic(p); }
static _Noreturn void repanic(Info r) {
  if (r->value)
    defer_panic(r->value);
  defer_panicf("%s", r->message);
}

/* One level too deep: recovers nothing (P3). */
static u32 too_deep(void) { return hr(defer_recover()); }

#endif
