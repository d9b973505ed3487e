//===-- prelude.go - What random programs in Go are made of -----------------===
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===------------------------------------------------------------------------===
//
// The same as prelude.h, name by name.

package main

import (
	"math"
	"os"
	"strconv"
)

type u8 = uint8
type i16 = int16
type u32 = uint32
type u64 = uint64
type i64 = int64
type f32 = float32
type f64 = float64
type c128 = complex128
type Small struct{ a, b u32 }
type Mid struct {
	x f64
	a u32
}
type Big struct {
	a u32
	w [8]u64
}
type Ptr = *u32
type Fn = func(u32)

var cells [16]u32
var hash, events, fuel u32
var tracing bool

func say(words ...string) {
	line := ""
	for i, word := range words {
		if i > 0 {
			line += " "
		}
		line += word
	}
	os.Stdout.WriteString(line + "\n")
}

func number(k u32) string { return strconv.FormatUint(u64(k), 10) }

func t(k u32) {
	hash = (hash^k)*16777619 + 1
	events++
	if tracing {
		say(number(k))
	}
}

func burn() bool {
	if fuel == 0 {
		return false
	}
	fuel--
	return true
}

func run(index u32, function func(u32)) {
	for k := u32(0); k < 3; k++ {
		hash, events, fuel = 1, 0, 150
		if tracing {
			say("function", number(index)+",", number(k)+":")
		}
		function(k*5 + 1)
		say(number(index), number(hash), number(events))
	}
}

func start() {
	tracing = os.Getenv("DEFER_FUZZ_TRACE") != ""
	for i := range cells {
		cells[i] = u32(i) * 3
	}
}

func refuel() { fuel = 150 }

func u(k u32) u32 { return k }

func mk_u8(k u32) u8       { return u8(k) }
func mk_i16(k u32) i16     { return i16(k - 100) }
func mk_u32(k u32) u32     { return k }
func mk_u64(k u32) u64     { return u64(k) * 0x100000003 }
func mk_i64(k u32) i64     { return i64(k) - 1000 }
func mk_f32(k u32) f32     { return f32(k&0xffff) / 4 }
func mk_f64(k u32) f64     { return f64(k) / 8 }
func mk_c128(k u32) c128   { return complex(f64(k), f64(k^5)) }
func mk_Small(k u32) Small { return Small{k, k ^ 9} }
func mk_Mid(k u32) Mid     { return Mid{f64(k) / 2, k + 1} }
func mk_Big(k u32) Big {
	v := Big{a: k}
	for i := range v.w {
		v.w[i] = u64(k)*u64(i) + u64(i)
	}
	return v
}
func mk_Ptr(k u32) Ptr { return &cells[k&15] }

func h_u8(v u8) u32       { return u32(v) }
func h_i16(v i16) u32     { return u32(v) }
func h_u32(v u32) u32     { return v }
func h_u64(v u64) u32     { return u32(v ^ v>>32) }
func h_i64(v i64) u32     { return h_u64(u64(v)) }
func h_f32(v f32) u32     { return math.Float32bits(v) }
func h_f64(v f64) u32     { return h_u64(math.Float64bits(v)) }
func h_c128(v c128) u32   { return h_f64(real(v)) + 3*h_f64(imag(v)) }
func h_Small(v Small) u32 { return v.a + 3*v.b }
func h_Mid(v Mid) u32     { return h_f64(v.x) + 3*v.a }
func h_Big(v Big) u32 {
	k := v.a
	for i := range v.w {
		k = k*31 + h_u64(v.w[i])
	}
	return k
}
func h_Ptr(v Ptr) u32 {
	if v == nil {
		return 0
	}
	return *v
}
func set_Ptr(v Ptr, k u32) {
	if v != nil {
		*v = k
	}
}

func add_u8(a, b u8) u8          { return a + b }
func add_i16(a, b i16) i16       { return a + b }
func add_u32(a, b u32) u32       { return a + b }
func add_u64(a, b u64) u64       { return a + b }
func add_i64(a, b i64) i64       { return a + b }
func add_f32(a, b f32) f32       { return a + b }
func add_f64(a, b f64) f64       { return a + b }
func add_c128(a, b c128) c128    { return a + b }
func add_Small(a, b Small) Small { return Small{a.a + b.a, a.b + b.b} }
func add_Mid(a, b Mid) Mid       { return Mid{a.x + b.x, a.a + b.a} }
func add_Big(a, b Big) Big {
	a.a += b.a
	for i := range a.w {
		a.w[i] += b.w[i]
	}
	return a
}
func add_Ptr(a, b Ptr) Ptr {
	if h_Ptr(a)&1 != 0 {
		return a
	}
	return b
}

func hash_text(text string) u32 {
	k := u32(7)
	for i := 0; i < len(text); i++ {
		k = k*31 + u32(text[i])
	}
	return k
}

func hr(r any) u32 {
	switch v := r.(type) {
	case nil:
		return 0
	case Ptr:
		return 7777 + *v
	case string:
		return hash_text(v)
	case error:
		return hash_text(v.Error())
	}
	return 1
}

func panic_f(k u32) { panic("p" + number(k)) }
func panic_p(p Ptr) { panic(p) }
func repanic(r any) { panic(r) }

// Go 1.19 gives wrong answers where it inlines (golang/go#73917).
//
//go:noinline
func too_deep() u32 { return hr(recover()) }
