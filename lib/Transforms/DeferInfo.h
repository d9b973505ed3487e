//===-- DeferInfo.h - What is deferred where, and how to lower it - -*- C++
//-*-===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The analysis behind the LowerDefer pass, and `print<defer>` to look at it.
//
// The sites of a function are grouped into components, each a node of the graph
// of its strongly connected components. What is deferred in an earlier node was
// deferred earlier, so to run the components against the order of that graph is
// to run last deferred, first. A site that is in no cycle runs once in an
// activation at most and is a component of its own, open-coded. The sites of a
// cycle share one list of records.
//
// A forward data-flow problem then says for each point which components surely
// have something pending there, and which may have.
//
//===----------------------------------------------------------------------===//

#ifndef DEFER_TRANSFORMS_DEFERINFO_H
#define DEFER_TRANSFORMS_DEFERINFO_H

#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/IR/PassManager.h"
#include <optional>

namespace llvm {
class BasicBlock;
class CallBase;
class Instruction;
class Module;
class raw_ostream;
} // namespace llvm

namespace defer {

/// What is to be open-coded, if it can be.
enum class LoweringMode {
  Auto,      ///< Every site that is in no cycle.
  OpenCoded, ///< The same, whatever Auto learns of costs later.
  Record     ///< Nothing: one list of records for the whole function.
};

/// Parses `auto`, `open-coded` or `record`.
std::optional<LoweringMode> parseLoweringMode(llvm::StringRef Name);
llvm::StringRef getLoweringModeName(LoweringMode Mode);

/// The mode to lower \p M in: \p Asked if it is one, or else what the front end
/// says in the module, or else auto.
LoweringMode chooseMode(std::optional<LoweringMode> Asked,
                        const llvm::Module &M);

/// What may be pending at a point: a bit for each component.
struct PendingSet {
  llvm::BitVector Must; ///< Surely pending; open-coded components only.
  llvm::BitVector May;  ///< Pending on some way here; includes Must.

  explicit PendingSet(unsigned Components = 0)
      : Must(Components), May(Components) {}

  bool none() const { return May.none(); }
  void add(unsigned Component, bool Surely);
  void clear();
  /// Meets what is known on another way to the same point. \returns true if
  /// that changed anything.
  bool meet(const PendingSet &Other);
  bool operator==(const PendingSet &Other) const {
    return Must == Other.Must && May == Other.May;
  }
};

/// Sites that are lowered as one.
struct DeferComponent {
  llvm::SmallVector<llvm::CallBase *, 1> Sites; ///< One, unless IsRecord.
  bool IsRecord = false;
  unsigned SCC = 0;
};

class DeferInfo {
public:
  /// Analyses \p F, whose calls have been verified. Code that cannot be reached
  /// defers nothing.
  DeferInfo(llvm::Function &F, LoweringMode Mode);

  /// No intrinsic is called where it can be reached.
  bool empty() const {
    return Components.empty() && Runs.empty() && Storages.empty() && !Frame;
  }

  /// In the order in which they run when the function returns.
  llvm::ArrayRef<DeferComponent> components() const { return Components; }
  unsigned getComponent(const llvm::CallBase *Site) const {
    return SiteComponent.lookup(Site);
  }

  llvm::ArrayRef<llvm::CallBase *> runs() const { return Runs; }
  llvm::ArrayRef<llvm::CallBase *> storages() const { return Storages; }
  llvm::CallBase *frame() const { return Frame; }

  /// The component whose records may capture the variable that \p Storage
  /// makes, so that it needs a fresh instance each time; none if one is enough.
  std::optional<unsigned> getCapturing(const llvm::CallBase *Storage) const;

  /// \returns true if \p BB is reachable and may run again in one activation.
  bool isCyclic(const llvm::BasicBlock *BB) const;

  /// What is pending when \p BB is entered; nothing if it cannot be.
  PendingSet atEntry(const llvm::BasicBlock *BB) const;
  /// Takes \p Set from before \p I to after it.
  void step(PendingSet &Set, const llvm::Instruction &I) const;
  /// What is pending when \p BB is left.
  PendingSet atExit(const llvm::BasicBlock *BB) const;

  /// A return that would forget what is pending, or null.
  const llvm::Instruction *findPendingReturn() const;
  /// Reports such a return. \returns true if there is none.
  bool verifyReturns() const;

  void print(llvm::raw_ostream &OS) const;

private:
  void findComponents(LoweringMode Mode);
  void solve();

  llvm::Function &F;
  llvm::SmallVector<DeferComponent, 4> Components;
  llvm::DenseMap<const llvm::CallBase *, unsigned> SiteComponent;
  llvm::DenseMap<const llvm::CallBase *, unsigned> StorageComponent;
  llvm::SmallVector<llvm::CallBase *, 1> Runs;
  llvm::SmallVector<llvm::CallBase *, 2> Storages;
  llvm::CallBase *Frame = nullptr;
  /// Numbered against their order; bit 0 says whether it is a cycle.
  llvm::DenseMap<const llvm::BasicBlock *, unsigned> BlockSCC;
  llvm::DenseMap<const llvm::BasicBlock *, PendingSet> EntrySets;
};

/// `print<defer>`: writes what DeferInfo found in each function that defers.
class DeferPrinterPass : public llvm::PassInfoMixin<DeferPrinterPass> {
public:
  DeferPrinterPass(llvm::raw_ostream &OS, std::optional<LoweringMode> Mode)
      : OS(OS), Mode(Mode) {}
  llvm::PreservedAnalyses run(llvm::Module &M, llvm::ModuleAnalysisManager &);
  static bool isRequired() { return true; }

private:
  llvm::raw_ostream &OS;
  std::optional<LoweringMode> Mode;
};

} // namespace defer

#endif // DEFER_TRANSFORMS_DEFERINFO_H
