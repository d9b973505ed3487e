//===-- Keyword.cpp - __builtin_defer, token by token ---------------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Keyword.h"

#include "clang/AST/Expr.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Lex/Preprocessor.h"

using namespace clang;

namespace defer {

// There is one watcher of tokens, and no way to ask who it is. Coverage mapping
// has one, to tell comments behind code from lines of comment: it must be kept,
// lest those lines go without counts. An explicit instantiation may name what
// is private.
namespace {
template <typename Member, typename Member::Type Pointer> struct Reach {
  friend typename Member::Type get(Member) { return Pointer; }
};
struct Watcher {
  using Type = llvm::unique_function<void(const Token &)> Preprocessor::*;
  friend Type get(Watcher);
};
struct Level {
  using Type = unsigned Preprocessor::*;
  friend Type get(Level);
};
template struct Reach<Watcher, &Preprocessor::OnToken>;
template struct Reach<Level, &Preprocessor::LexLevel>;
} // namespace

Keyword::Keyword(Preprocessor &PP) : PP(PP) {
  Name = &PP.getIdentifierTable().get("__builtin_defer", tok::kw___extension__);
  for (const char *Other :
       {"defer_recover", "defer_result", "__defer_result__", "result",
        "defer_panic", "defer_panicf", "defer_panic_at", "defer_panicf_at"})
    OtherNames.push_back(&PP.getIdentifierTable().get(Other));
  PP.setTokenWatcher(
      [this, Before = std::move(PP.*get(Watcher()))](const Token &Tok) mutable {
        if (Before)
          Before(Tok);
        // The parser's tokens, no others.
        if (this->PP.*get(Level()) == 0)
          onToken(Tok);
      });
}

const UnaryOperator *Keyword::getDefer(const Stmt *S) const {
  if (auto *Full = dyn_cast_or_null<ExprWithCleanups>(S))
    S = Full->getSubExpr();
  auto *Op = dyn_cast_or_null<UnaryOperator>(S);
  if (Op && Op->getOpcode() == UO_Extension && Uses.count(Op->getOperatorLoc()))
    return Op;
  return nullptr;
}

bool Keyword::claim(const UnaryOperator *Defer) {
  return !std::exchange(Uses[Defer->getOperatorLoc()], true);
}

void Keyword::diagnoseUnclaimed() {
  SmallVector<SourceLocation, 4> Unclaimed;
  for (auto [Loc, Claimed] : Uses)
    if (!Claimed)
      Unclaimed.push_back(Loc);
  llvm::sort(Unclaimed);
  for (SourceLocation Loc : Unclaimed)
    report(Loc, "defer is a statement, not an expression");
}

void Keyword::report(SourceLocation Loc, const char *Text) {
  DiagnosticsEngine &Diags = PP.getDiagnostics();
  Diags.Report(Loc, Diags.getDiagnosticIDs()->getCustomDiagID(
                        DiagnosticIDs::Error, Text));
  Uses[Loc] = true;
}

/// Whether a statement can follow the closing parenthesis that Previous is: one
/// of `if (...)` and its like, or of an attribute.
static bool isHeadOfStatement(tok::TokenKind BeforeParenthesis) {
  switch (BeforeParenthesis) {
  case tok::kw_if:
  case tok::kw_for:
  case tok::kw_while:
  case tok::kw_switch:
  case tok::kw___attribute:
    return true;
  default:
    return false;
  }
}

/// The bracket that one of \p Kind closes, if it closes any.
static tok::TokenKind getOpening(tok::TokenKind Kind) {
  switch (Kind) {
  case tok::r_paren:
    return tok::l_paren;
  case tok::r_square:
    return tok::l_square;
  case tok::r_brace:
    return tok::l_brace;
  default:
    return tok::unknown;
  }
}

/// Closes the bracket that one of \p Kind is for. Where brackets are not
/// balanced, a brace ends what was left open in it, and a parenthesis or a
/// square bracket that has no partner within its braces ends nothing. \returns
/// false if \p Kind closes none of \p Open.
bool Keyword::close(SmallVectorImpl<Bracket> &Open, tok::TokenKind Kind,
                    Bracket *Closed) {
  tok::TokenKind Opening = getOpening(Kind);
  if (Opening == tok::unknown)
    return false;
  for (unsigned I = Open.size(); I; --I) {
    if (Open[I - 1].Kind == Opening) {
      if (Closed)
        *Closed = Open[I - 1];
      Open.truncate(I - 1);
      return true;
    }
    if (Open[I - 1].Kind == tok::l_brace)
      return false;
  }
  if (Kind == tok::r_brace)
    Open.clear();
  return false;
}

/// A semicolon ends what was left open before it, except for the head of a
/// statement. \returns false if that is all of \p Open.
bool Keyword::closeByStatementEnd(SmallVectorImpl<Bracket> &Open) {
  if (Open.empty())
    return true;
  while (!Open.empty() && Open.back().Kind != tok::l_brace &&
         !isHeadOfStatement(Open.back().Before))
    Open.pop_back();
  return !Open.empty();
}

void Keyword::onToken(const Token &Tok) {
  if (std::exchange(BehindFunction, false) && Seen && OnFunctionEnd)
    OnFunctionEnd();
  // Every token of code without defers comes by here, too.
  bool IsKeyword = false;
  switch (Tok.getKind()) {
  case tok::identifier:
    Seen = Seen || llvm::is_contained(OtherNames, Tok.getIdentifierInfo());
    break;
  case tok::l_paren:
  case tok::l_square:
  case tok::l_brace:
    Brackets.push_back({Tok.getKind(), Previous, PreviousIsKeyword,
                        Tok.is(tok::l_brace) && opensBlock()});
    break;
  case tok::r_paren:
  case tok::r_square:
  case tok::r_brace:
    close(Brackets, Tok.getKind(), &Closed);
    BehindFunction = Tok.is(tok::r_brace) && Brackets.empty();
    break;
  case tok::semi:
    closeByStatementEnd(Brackets);
    break;
  case tok::kw___extension__:
    IsKeyword = Tok.getIdentifierInfo() == Name;
    break;
  default:
    break;
  }
  std::optional<Position> Place;
  if (IsKeyword)
    Place = getPosition();
  Previous = Tok.getKind();
  PreviousIsKeyword = IsKeyword;
  if (Place)
    onKeyword(Tok, *Place);
}

/// Whether a brace that follows Previous opens a block: not a list of members,
/// enumerators or initializers.
bool Keyword::opensBlock() const {
  bool Outside = Brackets.empty();
  switch (Previous) {
  case tok::r_paren: // a function's body, a statement's, or a compound literal
    return Outside || isHeadOfStatement(Closed.Before) ||
           Closed.Before == tok::caret;
  case tok::l_paren: // a statement expression
  case tok::caret:   // a block of the language extension
  case tok::kw_else:
  case tok::kw_do:
    return true;
  case tok::semi: // outside of a function: after the parameters of an old-style
                  // one
  case tok::l_brace:
  case tok::r_brace:
  case tok::colon:
  case tok::r_square:
    return Outside || Brackets.back().IsBlock;
  default:
    return PreviousIsKeyword || tok::isAnnotation(Previous);
  }
}

/// Some expressions cannot be told from statements here: they are found when no
/// statement claims the keyword.
Keyword::Position Keyword::getPosition() const {
  if (PreviousIsKeyword ||
      (Previous == tok::l_paren && Brackets.back().AfterKeyword))
    return Position::Operand;
  bool AfterStatement = Previous == tok::semi || Previous == tok::r_brace ||
                        tok::isAnnotation(Previous);
  if (Brackets.empty())
    return AfterStatement ? Position::FileScope : Position::Expression;
  if (!Brackets.back().IsBlock) {
    // Among members, or enumerators, rather than initializers?
    const Bracket &Open = Brackets.back();
    bool OfType = Open.Before == tok::identifier ||
                  Open.Before == tok::kw_struct ||
                  Open.Before == tok::kw_union || Open.Before == tok::kw_enum;
    return OfType && (AfterStatement || Previous == tok::l_brace)
               ? Position::FileScope
               : Position::Expression;
  }
  switch (Previous) {
  case tok::semi:
  case tok::l_brace:
  case tok::r_brace:
  case tok::colon:
  case tok::r_square:
  case tok::kw_else:
  case tok::kw_do:
    return Position::Statement;
  case tok::r_paren:
    return isHeadOfStatement(Closed.Before) ? Position::Statement
                                            : Position::Expression;
  default:
    return tok::isAnnotation(Previous) ? Position::Statement
                                       : Position::Expression;
  }
}

/// Whether what follows the keyword is a declaration, or else no call either.
static bool startsDeclaration(ArrayRef<Token> Tokens) {
  switch (Tokens.front().getKind()) {
  case tok::kw_auto:
  case tok::kw___auto_type:
  case tok::kw_extern:
  case tok::kw_inline:
  case tok::kw_register:
  case tok::kw_static:
  case tok::kw_typedef:
  case tok::kw__Thread_local:
  case tok::kw_thread_local:
  case tok::kw___thread:
  case tok::kw_const:
  case tok::kw_volatile:
  case tok::kw_restrict:
  case tok::kw__Atomic:
  case tok::kw__Alignas:
  case tok::kw_alignas:
  case tok::kw_constexpr:
  case tok::kw__Static_assert:
  case tok::kw_static_assert:
  case tok::kw_void:
  case tok::kw_char:
  case tok::kw_short:
  case tok::kw_int:
  case tok::kw_long:
  case tok::kw___int128:
  case tok::kw_float:
  case tok::kw_double:
  case tok::kw__Float16:
  case tok::kw___float128:
  case tok::kw_signed:
  case tok::kw_unsigned:
  case tok::kw__Bool:
  case tok::kw_bool:
  case tok::kw__Complex:
  case tok::kw__BitInt:
  case tok::kw_struct:
  case tok::kw_union:
  case tok::kw_enum:
  case tok::kw_typeof:
  case tok::kw_typeof_unqual:
  case tok::kw___attribute:
  case tok::l_square:
    return true;
  case tok::identifier: // a typedef's name
    return Tokens.size() > 1 && Tokens[1].isOneOf(tok::identifier, tok::star);
  default:
    return false;
  }
}

Token Keyword::makeToken(tok::TokenKind Kind, SourceLocation Loc) const {
  Token Tok;
  Tok.startToken();
  Tok.setKind(Kind);
  Tok.setLocation(Loc);
  if (Kind == tok::kw_void)
    Tok.setIdentifierInfo(&PP.getIdentifierTable().get("void"));
  return Tok;
}

/// Reads the statement's operand: a block in braces, or what comes before the
/// next semicolon, which is read as well. Stops at a bracket that it does not
/// open: no statement ends so.
Keyword::Operand Keyword::readOperand(SmallVectorImpl<Token> &Tokens) {
  SmallVector<Bracket, 8> Open;
  tok::TokenKind Before = tok::unknown;
  bool InBraces = false;
  while (true) {
    Token Tok;
    PP.Lex(Tok);
    if (Tokens.empty())
      InBraces = Tok.is(tok::l_brace);
    Tokens.push_back(Tok);
    if (Tok.is(tok::eof))
      return Operand::Broken;
    if (Tok.isOneOf(tok::l_paren, tok::l_square, tok::l_brace)) {
      Open.push_back({Tok.getKind(), Before, false, false});
    } else if (getOpening(Tok.getKind()) != tok::unknown) {
      if (!close(Open, Tok.getKind(), nullptr) && Open.empty())
        return Operand::Broken;
      if (Open.empty() && InBraces)
        return Operand::Block;
    } else if (Tok.is(tok::semi)) {
      if (Open.empty())
        return Operand::Call;
      if (!closeByStatementEnd(Open))
        return Operand::Broken;
    }
    Before = Tok.getKind();
  }
}

void Keyword::onKeyword(const Token &Tok, Position Place) {
  SourceLocation Loc = Tok.getLocation();
  Uses.try_emplace(Loc, false);
  Seen = true;

  SmallVector<Token, 32> Tokens;
  Operand Kind = readOperand(Tokens);

  SmallVector<Token, 32> Result;
  auto Emit = [&](tok::TokenKind Kind) {
    Result.push_back(makeToken(Kind, Loc));
  };
  bool AsIs = Kind == Operand::Broken;
  if (PP.getLangOpts().CPlusPlus) {
    report(Loc, "defer is not available in C++: use a destructor");
  } else if (Place == Position::Operand) {
    report(Loc, "defer statement must be a function call");
    AsIs = true;
  } else if (Place == Position::Expression) {
    report(Loc, "defer is a statement, not an expression");
    AsIs = true;
  } else if (Place == Position::FileScope) {
    report(Loc, "defer statement outside of a function");
    // The whole of it is dropped: the parser would say the same in other words.
    if (!AsIs)
      Tokens.erase(Tokens.begin(), Tokens.end() - 1);
    if (Kind == Operand::Block)
      Tokens.back() = makeToken(tok::semi, Loc);
    AsIs = true;
  } else if (Kind == Operand::Call &&
             (Tokens.size() == 1 || startsDeclaration(Tokens))) {
    report(Tokens.front().getLocation(),
           "defer statement must be a function call");
    Uses[Loc] = true;
    AsIs = Tokens.size() > 1;
    if (!AsIs) { // a block that does nothing stands in for what is missing
      Kind = Operand::Block;
      Tokens = {makeToken(tok::l_brace, Loc), makeToken(tok::r_brace, Loc)};
    }
  }

  if (AsIs) {
    Result = Tokens;
  } else {
    for (tok::TokenKind Kind :
         {tok::l_paren, tok::kw_void, tok::r_paren, tok::l_paren})
      Emit(Kind);
    if (Kind == Operand::Block) {
      // Where its braces are, and close to them, lest Clang thinks that
      // somebody has torn a statement expression apart.
      Result.push_back(makeToken(tok::l_paren, Tokens.front().getLocation()));
      Tokens.front().clearFlag(Token::LeadingSpace);
      Tokens.front().clearFlag(Token::StartOfLine);
      Result.append(Tokens.begin(), Tokens.end());
      Result.push_back(makeToken(tok::r_paren, Tokens.back().getLocation()));
    } else {
      Result.append(Tokens.begin(), Tokens.end() - 1);
    }
    Emit(tok::r_paren);
    if (Kind == Operand::Block)
      Emit(tok::semi);
    else
      Result.push_back(Tokens.back());
  }
  auto Stream = std::make_unique<Token[]>(Result.size());
  std::copy(Result.begin(), Result.end(), Stream.get());
  PP.EnterTokenStream(std::move(Stream), Result.size(),
                      /*DisableMacroExpansion=*/true, /*IsReinject=*/true);
}

} // namespace defer
