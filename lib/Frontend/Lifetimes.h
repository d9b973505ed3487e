//===-- Lifetimes.h - Where variables begin to live -------------*- C++ -*-===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A variable that may be there several times in one activation, and whose
// address deferred code has, gets storage of its own each time that it begins
// to live (D5): where it is declared, as in Go. Go forbids jumps past a
// declaration; C has them, and says that a variable lives from the entry of its
// block, however that is entered. So one that a jump passes begins with its
// block, or at the jump that enters it:
//
//   for (...) {
//     if (...)
//       goto inside;    // storage for v, before the jump
//     {                 // storage for v
//       int v = 1;
//     inside:
//       defer { use(v); }
//       if (...)
//         goto inside;  // none: v is there, and keeps its value
//     }
//   }
//
// The cases of a switch are jumps too. A jump that may go to several labels
// makes storage for all: where it is, none of the variables lives.
//
//===----------------------------------------------------------------------===//

#ifndef DEFER_FRONTEND_LIFETIMES_H
#define DEFER_FRONTEND_LIFETIMES_H

#include "clang/AST/Decl.h"
#include "clang/AST/Stmt.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/SmallVector.h"
#include <memory>
#include <vector>

namespace defer {

class Keyword;

/// Of the variables of one frame.
class Lifetimes {
public:
  /// \p Captured: whose address deferred code has. \p HasLabels: there are some
  /// in \p Body.
  Lifetimes(clang::CompoundStmt *Body, Keyword &K,
            const llvm::DenseSet<const clang::VarDecl *> &Captured,
            bool HasLabels);

  /// Whether \p V may be there several times.
  bool isRepeated(const clang::VarDecl *V) const { return Repeated.count(V); }
  bool beginsAtDeclaration(const clang::VarDecl *V) const {
    return !Passed.count(V);
  }
  /// The variables that begin before the jump or switch \p S, or where the
  /// block or loop \p S is entered from above.
  llvm::ArrayRef<clang::VarDecl *> getBegunBy(const clang::Stmt *S) const {
    auto It = Begun.find(S);
    return It == Begun.end() ? llvm::ArrayRef<clang::VarDecl *>()
                             : It->second.getArrayRef();
  }

private:
  /// A block, or a loop's head.
  struct Scope {
    const clang::Stmt *Of;
    const Scope *Parent;
    unsigned Depth;
    /// Those that may repeat, and the position of each.
    llvm::SmallVector<std::pair<clang::VarDecl *, unsigned>, 2> Variables;

    bool encloses(const Scope *Other) const {
      while (Other->Depth > Depth)
        Other = Other->Parent;
      return Other == this;
    }
  };
  struct Place {
    const Scope *In;
    unsigned Position;
  };
  struct Jump {
    const clang::Stmt *S;
    Place From;
    llvm::SmallVector<const clang::LabelDecl *, 1> Labels;
    llvm::SmallVector<Place, 4> Cases;
  };

  void visit(clang::Stmt *S, Scope *In);
  void visitChildren(clang::Stmt *S, Scope *In);
  void visitChild(clang::Stmt *S, clang::Stmt *Child, Scope *In);
  void visitDeclaration(clang::DeclStmt *S, Scope *In);
  Scope *enter(const clang::Stmt *S, const Scope *Parent);
  Jump &addJump(const clang::Stmt *S, const Scope *In);
  void resolve();

  Keyword &K;
  const llvm::DenseSet<const clang::VarDecl *> &Captured;
  const bool HasLabels;
  unsigned Loops = 0;
  unsigned Position = 0; ///< The number of variables so far.
  std::vector<std::unique_ptr<Scope>> Scopes;
  std::vector<Jump> Jumps;
  /// The switches around, by their number among the jumps.
  llvm::SmallVector<unsigned, 4> Switches;
  llvm::DenseMap<const clang::LabelDecl *, Place> Labels;
  llvm::SmallSetVector<const clang::LabelDecl *, 4> AddressTaken;

  llvm::DenseSet<const clang::VarDecl *> Repeated, Passed;
  llvm::DenseMap<const clang::Stmt *, llvm::SmallSetVector<clang::VarDecl *, 2>>
      Begun;
};

} // namespace defer

#endif // DEFER_FRONTEND_LIFETIMES_H
