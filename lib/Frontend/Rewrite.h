//===-- Rewrite.h - From defer statements to intrinsics ------- -*- C++ -*-===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Rewrites a function's AST, between Sema and CodeGen:
//
//   int f(FILE *in) {                   static void f.defer.0(struct ctx *c,
//     defer_result int n = 0;                                 void *exception)
//     { defer fclose(in);                   if (exception)
//     ...                                   __defer_arm(fclose, exception);
//     return work(in);                    fclose(c->a0);
//   }                                   }
//
//                                       int f(FILE *in) {
//                                         int n = 0;
//                                         if (defer.frame(&n))
//                                           goto recovered;
//                                         {
//                                           n = 0;
//                                           {
//                                             struct { FILE *a0; } ctx;
//                                             ctx.a0 = in;
//                                             defer.call(f.defer.0, &ctx, 8,
//                                             8);
//                                           }
//                                           ...
//                                           { n = work(in); goto exit; }
//                                         }
//                                       exit:
//                                         defer.run();
//                                       recovered:
//                                         return n;
//                                       }
//
// The deferred code becomes a function of its own, a thunk. Its context holds
// the frozen callee and arguments of a call, the addresses of the variables of
// a block. What Clang does for scopes (`cleanup`, `_Defer`, VLAs) it does on
// the way to `exit`, before the deferred calls run.
//
// What is added stands in pseudo-objects, which have two forms: CodeGen emits
// the one, coverage mapping goes by the other, which is as it was written.
//
//===----------------------------------------------------------------------===//

#ifndef DEFER_FRONTEND_REWRITE_H
#define DEFER_FRONTEND_REWRITE_H

#include "ASTBuilder.h"
#include "Checks.h"
#include "llvm/ADT/StringMap.h"

namespace clang {
class CodeGenOptions;
} // namespace clang

namespace defer {

class Keyword;

class Rewriter {
public:
  /// \p CountsStatements: they are counted, or there are such counts.
  /// \p Assumptions: what the lowering is to be told (Intrinsics.h).
  Rewriter(clang::ASTContext &Context, Keyword &K, bool CountsStatements,
           llvm::StringRef Assumptions);

  /// Rewrites \p F, which is valid. \returns the thunks made for it, which
  /// CodeGen must be shown.
  llvm::SmallVector<clang::FunctionDecl *, 4>
  rewrite(clang::FunctionDecl *F, const FunctionSummary &Summary);

private:
  friend class FrameRewriter;
  friend class ThunkBuilder;

  ASTBuilder B;
  Keyword &K;
  bool CountsStatements;

  // The intrinsics, and the run-time's functions that the AST calls.
  clang::FunctionDecl *Call, *Frame, *Run, *Storage;
  clang::FunctionDecl *Arm, *Armed, *NullCall, *CannotReturn, *Memcpy, *Recover;

  /// Of the function at hand.
  llvm::SmallVector<clang::FunctionDecl *, 4> Thunks;
  /// How many there are so far, by the function's name.
  llvm::StringMap<unsigned> ThunkCounts;
};

} // namespace defer

#endif // DEFER_FRONTEND_REWRITE_H
