//===-- Chain.cpp - The order in which pending calls run ------------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Chain.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Twine.h"
#include "llvm/IR/BasicBlock.h"
#include "llvm/IR/Function.h"

using namespace llvm;

namespace defer {

Chain::Chain(ArrayRef<DeferComponent> Components,
             ArrayRef<PendingSet> Entries) {
  unsigned Count = Components.size();
  Links.resize(Count);

  // The ways into each link: those from outside, and from earlier links, which
  // are known by the time their successor's turn comes.
  SmallVector<SmallVector<PendingSet, 2>, 4> Ways(Count);
  auto AddWay = [&](const PendingSet &Set) {
    if (!Set.none())
      Ways[Set.May.find_first()].push_back(Set);
  };
  for (const PendingSet &Set : Entries)
    AddWay(Set);

  for (unsigned I = 0; I != Count; ++I) {
    if (Ways[I].empty())
      continue;
    Link &L = Links[I];
    L.IsPending = true;
    L.Rest = Ways[I].front();
    for (const PendingSet &Set : Ways[I]) {
      L.IsTested |= !Set.Must.test(I);
      L.Rest.meet(Set);
    }
    L.Rest.Must.reset(I);
    L.Rest.May.reset(I);
    L.AfterThrow = L.Rest;
    if (Components[I].IsRecord)
      L.AfterThrow.add(I, /*Surely=*/false);
    AddWay(L.Rest);
  }
}

std::optional<Chain::Place> Chain::getEntry(const PendingSet &Set) const {
  if (Set.none())
    return std::nullopt;
  unsigned First = Set.May.find_first();
  assert(Links[First].IsPending && "entered with a set it was not made for");
  return Place{First, Set.Must.test(First)};
}

ChainBlocks::ChainBlocks(Function &F, const Chain &C, BasicBlock *End,
                         const Twine &Name)
    : C(C), Links(C.links().size()), End(End) {
  for (auto [L, Blocks] : zip_equal(C.links(), Links)) {
    if (!L.IsPending)
      continue;
    if (L.IsTested)
      Blocks.Test = BasicBlock::Create(F.getContext(), Name + ".test", &F);
    Blocks.Body = BasicBlock::Create(F.getContext(), Name + ".call", &F);
  }
  for (auto [L, Blocks] : zip_equal(C.links(), Links))
    if (L.IsPending)
      Blocks.Next = getEntry(L.Rest);
}

BasicBlock *ChainBlocks::getEntry(const PendingSet &Set) const {
  std::optional<Chain::Place> Entry = C.getEntry(Set);
  if (!Entry)
    return End;
  const Link &L = Links[Entry->Component];
  return Entry->IsBody ? L.Body : L.Test;
}

} // namespace defer
