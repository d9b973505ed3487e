//===-- Keyword.h - __builtin_defer, token by token ----------- -*- C++ -*-===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// How `__builtin_defer` gets through a parser that does not know it.
//
// The identifier is made an alias of `__extension__`, which may stand before
// any expression and stays in the AST as a unary operator with a location. Its
// operand is read ahead and handed to the parser as one that is neither
// evaluated for its value nor able to swallow what follows:
//
//   __builtin_defer f(x);      ->  __extension__ (void)(f(x));
//   __builtin_defer { n++; }   ->  __extension__ (void)({ n++; });
//
// What is not a statement or cannot be one is told here, where the tokens are;
// what the operand must be is told when there is an AST (Checks.h).
//
//===----------------------------------------------------------------------===//

#ifndef DEFER_FRONTEND_KEYWORD_H
#define DEFER_FRONTEND_KEYWORD_H

#include "clang/Basic/SourceLocation.h"
#include "clang/Basic/TokenKinds.h"
#include "clang/Lex/Token.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"
#include <functional>
#include <utility>

namespace clang {
class IdentifierInfo;
class Preprocessor;
class Stmt;
class UnaryOperator;
} // namespace clang

namespace defer {

class Keyword {
public:
  /// Makes \p PP recognize the keyword from the next token on. The object must
  /// live as long as \p PP lexes.
  explicit Keyword(clang::Preprocessor &PP);

  /// \returns true if a name that is any of the plugin's business was read
  /// since this was last asked: most functions can be left alone.
  bool takeSeen() { return std::exchange(Seen, false); }

  /// Calls \p Then behind the closing brace of every function in which such a
  /// name was read: the parser knows all of the function, and has not done with
  /// it yet.
  void setOnFunctionEnd(std::function<void()> Then) {
    OnFunctionEnd = std::move(Then);
  }

  /// \returns \p S if it is what became of `__builtin_defer` and an operand.
  const clang::UnaryOperator *getDefer(const clang::Stmt *S) const;

  /// Notes that somebody sees to \p Defer. \returns false if somebody did.
  bool claim(const clang::UnaryOperator *Defer);

  /// Reports the uses that no statement has claimed: parts of expressions.
  void diagnoseUnclaimed();

private:
  enum class Operand { Call, Block, Broken };

  /// An open bracket, and what stood before it.
  struct Bracket {
    clang::tok::TokenKind Kind;
    clang::tok::TokenKind Before;
    bool AfterKeyword; ///< What stood before was our keyword.
    bool IsBlock;      ///< Statements stand in it.
  };
  /// What the keyword is at its place.
  enum class Position { Statement, Expression, Operand, FileScope };

  static bool close(llvm::SmallVectorImpl<Bracket> &Open,
                    clang::tok::TokenKind Kind, Bracket *Closed);
  static bool closeByStatementEnd(llvm::SmallVectorImpl<Bracket> &Open);

  void onToken(const clang::Token &Tok);
  bool opensBlock() const;
  Position getPosition() const;
  void onKeyword(const clang::Token &Tok, Position Place);
  Operand readOperand(llvm::SmallVectorImpl<clang::Token> &Tokens);
  clang::Token makeToken(clang::tok::TokenKind Kind,
                         clang::SourceLocation Loc) const;
  void report(clang::SourceLocation Loc, const char *Text);

  clang::Preprocessor &PP;
  const clang::IdentifierInfo *Name;
  /// The other names that matter: of a function, and of an attribute.
  llvm::SmallVector<const clang::IdentifierInfo *, 4> OtherNames;
  clang::tok::TokenKind Previous = clang::tok::semi;
  bool PreviousIsKeyword = false;
  /// The bracket that Previous closed, if it is one.
  Bracket Closed = {};
  llvm::SmallVector<Bracket, 16> Brackets;
  bool Seen = false;
  bool BehindFunction = false;
  std::function<void()> OnFunctionEnd;
  /// Uses by location, true once claimed by a statement or reported.
  llvm::DenseMap<clang::SourceLocation, bool> Uses;
};

} // namespace defer

#endif // DEFER_FRONTEND_KEYWORD_H
