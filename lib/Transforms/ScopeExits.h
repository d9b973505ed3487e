//===-- ScopeExits.h - Where code that leaves a scope goes on -- -*- C++
//-*-===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Clang emits the cleanup of a scope once. What leaves the scope stores a
// number before it, and the cleanup ends in a switch over that number. Its
// default is to go on to the next scope's cleanup, whether or not anything
// does: where the parameters have one (LLVM 22's -Og extends their lives), that
// looks like a way from a body's scope to the return, around the run.
//
//   before: store i32 3, ptr %dest
//           ... the cleanup ...
//           %d = load i32, ptr %dest
//           switch i32 %d, label %next [ i32 3, label %exit ]
//   after:  br label %exit
//
//===----------------------------------------------------------------------===//

#ifndef DEFER_TRANSFORMS_SCOPEEXITS_H
#define DEFER_TRANSFORMS_SCOPEEXITS_H

namespace llvm {
class Function;
} // namespace llvm

namespace defer {

/// Drops the ways out of switches over a local variable that no number leads
/// to that was stored there. \returns true if there were any.
bool pruneScopeExits(llvm::Function &F);

} // namespace defer

#endif // DEFER_TRANSFORMS_SCOPEEXITS_H
