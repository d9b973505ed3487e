//===-- Chain.cpp - The order in which pending calls run ------------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Chain.h"

#include "llvm/ADT/Twine.h"
#include "llvm/IR/BasicBlock.h"
#include "llvm/IR/Function.h"

using namespace llvm;

namespace defer {

Chain::Chain(Function &F, ArrayRef<DeferComponent> Components,
             ArrayRef<PendingSet> Entries, BasicBlock *End, const Twine &Name)
    : End(End) {
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
    bool Known = true;
    L.Rest = Ways[I].front();
    for (const PendingSet &Set : Ways[I]) {
      Known &= Set.Must.test(I);
      L.Rest.meet(Set);
    }
    L.Rest.Must.reset(I);
    L.Rest.May.reset(I);
    if (!Known)
      L.Test = BasicBlock::Create(F.getContext(), Name + ".test", &F);
    L.Body = BasicBlock::Create(F.getContext(), Name + ".call", &F);
    L.AfterThrow = L.Rest;
    if (Components[I].IsRecord)
      L.AfterThrow.add(I, /*Surely=*/false);
    AddWay(L.Rest);
  }
  for (Link &L : Links)
    if (L.Body)
      L.Next = getEntry(L.Rest);
}

BasicBlock *Chain::getEntry(const PendingSet &Set) const {
  if (Set.none())
    return End;
  unsigned First = Set.May.find_first();
  const Link &L = Links[First];
  assert(L.Body && "entered with a set that it was not made for");
  return Set.Must.test(First) ? L.Body : L.Test;
}

} // namespace defer
