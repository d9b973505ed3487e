//===-- parser.go - A parser with many error paths ------------------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

package main

func init() { kernels["parser"] = parser }

const (
	noSource = -1 - iota
	noScratch
	noName
	noEquals
	twice
	noNumber
	tooBig
	noEnd
)

//go:noinline
func parser(i, count int) int {
	source := openHandle(5, i>>3)
	if source == nil {
		return noSource
	}
	defer closeHandle(source)
	lock(&outer)
	defer unlock(&outer)
	scratch := openHandle(6, i>>6)
	if scratch == nil {
		return noScratch
	}
	defer closeHandle(scratch)

	// With more returns than these Go would open-code none of the three defers.
	sum, err := parse(textOf(source, i))
	if err != 0 {
		return err
	}
	return sum
}

func parse(text string) (sum, err int) {
	at, line := 0, 1
	for ; at < len(text); line++ {
		if text[at] == '#' {
			for at < len(text) && text[at] != '\n' {
				at++
			}
		}
		if text[at] == '\n' {
			at++
			continue
		}
		name := at
		for text[at] >= 'a' && text[at] <= 'z' {
			at++
		}
		if at == name {
			return 0, noName
		}
		if text[at] != '=' {
			return 0, noEquals
		}
		if !intern(text[name:at]) {
			return 0, twice
		}
		at++
		if text[at] < '0' || text[at] > '9' {
			return 0, noNumber
		}
		value := 0
		for ; text[at] >= '0' && text[at] <= '9'; at++ {
			value = 10*value + int(text[at]-'0')
			if value > 9999999 {
				return 0, tooBig
			}
		}
		if text[at] != '\n' {
			return 0, noEnd
		}
		at++
		keep(value)
		sum += line * value
	}
	return sum, 0
}
