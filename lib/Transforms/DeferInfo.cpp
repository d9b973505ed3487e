//===-- DeferInfo.cpp - What is deferred where, and how to lower it -------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "DeferInfo.h"

#include "Intrinsics.h"
#include "llvm/ADT/PostOrderIterator.h"
#include "llvm/ADT/SCCIterator.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/IR/CFG.h"
#include "llvm/IR/InstrTypes.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace defer {

std::optional<LoweringMode> parseLoweringMode(StringRef Name) {
  return StringSwitch<std::optional<LoweringMode>>(Name)
      .Case("auto", LoweringMode::Auto)
      .Case("open-coded", LoweringMode::OpenCoded)
      .Case("record", LoweringMode::Record)
      .Default(std::nullopt);
}

StringRef getLoweringModeName(LoweringMode Mode) {
  switch (Mode) {
  case LoweringMode::OpenCoded:
    return "open-coded";
  case LoweringMode::Record:
    return "record";
  case LoweringMode::Auto:
    break;
  }
  return "auto";
}

LoweringMode chooseMode(std::optional<LoweringMode> Asked, const Module &M) {
  if (Asked)
    return *Asked;
  for (const Function &F : M) {
    if (getIntrinsic(&F) == Intrinsic::None)
      continue;
    SmallVector<StringRef, 2> Words;
    F.getFnAttribute("llvm.assume").getValueAsString().split(Words, ',');
    for (StringRef Word : Words)
      if (Word.consume_front(ModeAssumption))
        if (auto Mode = parseLoweringMode(Word))
          return *Mode;
  }
  return LoweringMode::Auto;
}

void PendingSet::add(unsigned Component, bool Surely) {
  May.set(Component);
  if (Surely)
    Must.set(Component);
}

void PendingSet::clear() {
  Must.reset();
  May.reset();
}

bool PendingSet::meet(const PendingSet &Other) {
  PendingSet Before = *this;
  Must &= Other.Must;
  May |= Other.May;
  return !(*this == Before);
}

DeferInfo::DeferInfo(Function &F, LoweringMode Mode) : F(F) {
  findComponents(Mode);
  solve();
}

void DeferInfo::findComponents(LoweringMode Mode) {
  // Tarjan's algorithm yields the components against the graph's order, which
  // is the order in which deferred calls run.
  unsigned Index = 0;
  for (auto SCC = scc_begin(&F); !SCC.isAtEnd(); ++SCC, ++Index) {
    bool Cyclic = SCC.hasCycle();
    SmallVector<CallBase *, 4> Sites;
    for (BasicBlock *BB : *SCC) {
      BlockSCC[BB] = Index << 1 | Cyclic;
      for (Instruction &I : *BB) {
        switch (getIntrinsic(&I)) {
        case Intrinsic::Call:
          Sites.push_back(cast<CallBase>(&I));
          break;
        case Intrinsic::Frame:
          Frame = cast<CallBase>(&I);
          break;
        case Intrinsic::Run:
          Runs.push_back(cast<CallBase>(&I));
          break;
        case Intrinsic::Storage:
          Storages.push_back(cast<CallBase>(&I));
          break;
        case Intrinsic::None:
          break;
        }
      }
    }
    if (Sites.empty())
      continue;

    if (Mode == LoweringMode::Record) {
      // One list keeps the order of all, so one component will do.
      if (Components.empty())
        Components.emplace_back();
      Components[0].IsRecord = true;
      Components[0].Sites.append(Sites.begin(), Sites.end());
      continue;
    }
    if (Cyclic) {
      DeferComponent &Component = Components.emplace_back();
      Component.IsRecord = true;
      Component.SCC = Index;
      Component.Sites.append(Sites.begin(), Sites.end());
      continue;
    }
    for (CallBase *Site : reverse(Sites)) {
      DeferComponent &Component = Components.emplace_back();
      Component.SCC = Index;
      Component.Sites.push_back(Site);
    }
  }
  DenseMap<unsigned, unsigned> ComponentOfSCC;
  for (unsigned I = 0, E = Components.size(); I != E; ++I)
    for (CallBase *Site : Components[I].Sites) {
      SiteComponent[Site] = I;
      ComponentOfSCC.try_emplace(BlockSCC.lookup(Site->getParent()), I);
    }
  // A site outside of the cycle runs once and captures the last instance only.
  for (CallBase *Storage : Storages)
    if (isCyclic(Storage->getParent())) {
      auto It = ComponentOfSCC.find(BlockSCC.lookup(Storage->getParent()));
      if (It != ComponentOfSCC.end())
        StorageComponent[Storage] = It->second;
    }
}

void DeferInfo::solve() {
  // Sets only ever lose from Must and gain in May, so this ends.
  ReversePostOrderTraversal<Function *> Order(&F);
  EntrySets.try_emplace(&F.getEntryBlock(), PendingSet(Components.size()));
  for (bool Changed = true; Changed;) {
    Changed = false;
    for (BasicBlock *BB : Order) {
      PendingSet Set = atExit(BB);
      for (BasicBlock *Succ : successors(BB)) {
        auto [It, New] = EntrySets.try_emplace(Succ, Set);
        Changed |= New || It->second.meet(Set);
      }
    }
  }
}

PendingSet DeferInfo::atEntry(const BasicBlock *BB) const {
  auto It = EntrySets.find(BB);
  return It != EntrySets.end() ? It->second : PendingSet(Components.size());
}

void DeferInfo::step(PendingSet &Set, const Instruction &I) const {
  switch (getIntrinsic(&I)) {
  case Intrinsic::Call: {
    unsigned Component = getComponent(cast<CallBase>(&I));
    Set.add(Component, /*Surely=*/!Components[Component].IsRecord);
    break;
  }
  case Intrinsic::Run:
    Set.clear();
    break;
  case Intrinsic::Storage:
    // Its memory is given back with the records.
    if (auto Component = getCapturing(cast<CallBase>(&I)))
      Set.add(*Component, /*Surely=*/false);
    break;
  default:
    break;
  }
}

PendingSet DeferInfo::atExit(const BasicBlock *BB) const {
  PendingSet Set = atEntry(BB);
  for (const Instruction &I : *BB)
    step(Set, I);
  return Set;
}

bool DeferInfo::isCyclic(const BasicBlock *BB) const {
  return BlockSCC.lookup(BB) & 1;
}

std::optional<unsigned> DeferInfo::getCapturing(const CallBase *Storage) const {
  auto It = StorageComponent.find(Storage);
  if (It == StorageComponent.end())
    return std::nullopt;
  return It->second;
}

const Instruction *DeferInfo::findPendingReturn() const {
  for (const BasicBlock &BB : F)
    if (isa<ReturnInst>(BB.getTerminator()) && !atExit(&BB).none())
      return BB.getTerminator();
  return nullptr;
}

bool DeferInfo::verifyReturns() const {
  const Instruction *Return = findPendingReturn();
  if (Return)
    reportError(F, Return,
                "deferred calls may be pending at this return: no defer.run on "
                "a way to it");
  return !Return;
}

static void printSet(raw_ostream &OS, const PendingSet &Set) {
  OS << '{';
  ListSeparator Separator;
  for (unsigned Component : Set.May.set_bits())
    OS << Separator << Component << (Set.Must.test(Component) ? "" : "?");
  OS << '}';
}

void DeferInfo::print(raw_ostream &OS) const {
  OS << "Deferred calls of function '" << F.getName() << "':\n";
  for (unsigned I = 0, E = Components.size(); I != E; ++I) {
    const DeferComponent &Component = Components[I];
    OS << "  component " << I << ": "
       << (Component.IsRecord ? "records" : "open-coded");
    bool Cycle = any_of(Component.Sites, [&](const CallBase *Site) {
      return isCyclic(Site->getParent());
    });
    OS << (Cycle                ? ", in a cycle"
           : Component.IsRecord ? ", as the mode says"
                                : ", runs once at most")
       << '\n';
    for (const CallBase *Site : Component.Sites) {
      OS << "    site";
      Site->print(OS);
      OS << '\n';
    }
  }
  for (const CallBase *Storage : Storages) {
    OS << "  storage";
    Storage->print(OS);
    if (std::optional<unsigned> Capturing = getCapturing(Storage))
      OS << ": an instance a time, beside the records of component "
         << *Capturing << '\n';
    else
      OS << ": one instance, in the frame\n";
  }
  for (const CallBase *Run : Runs) {
    PendingSet Set = atEntry(Run->getParent());
    for (const Instruction &I : *Run->getParent()) {
      if (&I == Run)
        break;
      step(Set, I);
    }
    OS << "  run in block ";
    Run->getParent()->printAsOperand(OS, false);
    OS << ": pending ";
    printSet(OS, Set);
    OS << '\n';
    for (const BasicBlock *Pred : predecessors(Run->getParent())) {
      OS << "    from ";
      Pred->printAsOperand(OS, false);
      OS << ": ";
      printSet(OS, atExit(Pred));
      OS << '\n';
    }
  }
}

PreservedAnalyses DeferPrinterPass::run(Module &M, ModuleAnalysisManager &) {
  if (verifyDeclarations(M))
    for (Function &F : M) {
      if (F.isDeclaration() || !verifyCalls(F))
        continue;
      DeferInfo Info(F, chooseMode(Mode, M));
      if (!Info.empty())
        Info.print(OS);
    }
  return PreservedAnalyses::all();
}

} // namespace defer
