//===-- LowerDefer.cpp - Lower defer to exit chains and records -----------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Takes a function from the intrinsics to code. Before:
//
//   define void @f(ptr %m, i1 %c) {
//   entry:
//     %frame = call i1 @defer.frame(ptr null)
//     br i1 %frame, label %out, label %body
//   body:
//     call void @lock(ptr %m)
//     store ptr %m, ptr %ctx
//     call void @defer.call(ptr @unlock.thunk, ptr %ctx, i64 8, i64 8)
//     br i1 %c, label %work, label %exit
//   work:
//     call void @work()
//     br label %exit
//   exit:
//     call void @defer.run()
//     br label %out
//   out:
//     ret void
//   }
//
// After (the thunk inlined into the exit chain):
//
//   define void @f(ptr %m, i1 %c) personality ptr @__defer_personality_v0 {
//   entry:
//     call void @lock(ptr %m)                  ; nothing pending: no pad
//     store ptr %m, ptr %ctx
//     br i1 %c, label %work, label %defer.call
//   work:
//     invoke void @work() to label %defer.call unwind label %defer.pad
//   defer.call:                                ; the exit chain; the set is
//   known
//     %0 = load ptr, ptr %ctx                  ; to be {0}: no bit, no test
//     call void @unlock(ptr %0)
//     br label %exit
//   exit:
//     br label %out
//   out:
//     ret void
//   defer.pad:
//     %1 = landingpad { ptr, i32 } cleanup
//     %exn = extractvalue { ptr, i32 } %1, 0
//     br label %defer.unwind
//   defer.unwind:                              ; comes back if recovered
//     %2 = load ptr, ptr %ctx
//     call @__defer_unwind_words(ptr %exn, ptr @f.panic, i64 %2, ...)
//     br label %out
//   }
//
//   @f.panic = private constant [1 x { i32, i32 }] ...   ; call unlock(word 0)
//
// A site in a cycle becomes
//
//     %record = call ptr @__defer_allocate(ptr %list, i64 size, i64 align)
//     ... copy the context behind the record's header, link it to the list
//
// and its component's body in the exit chain a call of @__defer_drain. While
// there is room, in the frame first and then in the newest chunk, the list's
// cursor is moved without the call. It is a variable of the function, which
// mem2reg has in a register; the run-time gets it with the call.
//
// The steps of FunctionLowering stand in the order in which they run.
//
//===----------------------------------------------------------------------===//

#include "LowerDefer.h"

#include "Chain.h"
#include "CopiedValue.h"
#include "Intrinsics.h"
#include "NoUnwind.h"
#include "PanicFrame.h"
#include "PanicTable.h"
#include "RuntimeABI.h"
#include "ScopeExits.h"
#include "Thunks.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/Analysis/InlineCost.h"
#include "llvm/Analysis/OptimizationRemarkEmitter.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InlineAsm.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/MDBuilder.h"
#include "llvm/IR/Module.h"
#include "llvm/Transforms/Utils/BasicBlockUtils.h"
#include "llvm/Transforms/Utils/Cloning.h"
#include "llvm/Transforms/Utils/Local.h"
#include "llvm/Transforms/Utils/SSAUpdater.h"

#define DEBUG_TYPE "lower-defer"

using namespace llvm;

namespace defer {
namespace {

/// A value that differs from way to way: SSAUpdater, told what it is at the end
/// of some blocks, finds what it is elsewhere.
class Variable {
public:
  Variable(Type *T, StringRef Name) { Updater.Initialize(T, Name); }
  void define(BasicBlock *AtEndOf, Value *V) {
    Updater.AddAvailableValue(AtEndOf, V);
  }
  Value *get(BasicBlock *AtStartOf) {
    return Updater.GetValueInMiddleOfBlock(AtStartOf);
  }

private:
  SSAUpdater Updater;
};

/// Where something may be thrown while calls are pending: a call, or an
/// existing landing pad's resume.
struct ThrowPoint {
  Instruction *At;
  PendingSet Pending;
  /// A call that was said not to unwind: a panic that does is reported.
  bool IsClaim = false;
};

/// A `defer.run`. The blocks before it, where it comes first in its own, know
/// more of what is pending than their meet does.
struct RunPoint {
  CallBase *Run;
  PendingSet Pending;
  struct Edge {
    Instruction *Terminator;
    PendingSet Pending;
  };
  SmallVector<Edge, 4> Edges;
  BasicBlock *Continue = nullptr;
};

class FunctionLowering {
public:
  FunctionLowering(Function &F, RuntimeABI &ABI, NoUnwindClaims &Claims,
                   LoweringMode Mode, SmallPtrSetImpl<Value *> &RecordThunks)
      : F(F), ABI(ABI), Claims(Claims), Mode(Mode), RecordThunks(RecordThunks),
        Exception(ABI.ptrType(), "defer.exception"),
        First(ABI.ptrType(), "defer.first") {
    if (DISubprogram *Scope = F.getSubprogram())
      NoLine = DILocation::get(F.getContext(), 0, 0, Scope);
  }

  /// \returns true if the function was changed.
  bool run();

private:
  // First all that the analysis knows is copied out of it, for what follows
  // splits blocks.
  bool dropUnwindEdges(const DeferInfo &Info);
  void collect(const DeferInfo &Info);
  void collectRun(CallBase &Run, const PendingSet &Pending,
                  const DeferInfo &Info);

  struct LoweredComponent;
  void createLists();
  /// \p Field of the list of \p L: RuntimeABI::ListTop and its like.
  Value *getField(IRBuilder<> &B, const LoweredComponent &L, unsigned Field) {
    return B.CreateStructGEP(ABI.listType(), L.List, Field);
  }
  void giveCursor(IRBuilder<> &B, const LoweredComponent &L);
  void takeCursor(IRBuilder<> &B, const LoweredComponent &L);
  void lowerStorage(CallBase &Storage, const PendingSet &Pending,
                    std::optional<unsigned> Capturing);
  void storeBesideRecords(CallBase &Storage, const PendingSet &Pending,
                          LoweredComponent &L, uint64_t Size,
                          uint64_t Alignment);
  void pushRecord(CallBase &Site, const PendingSet &Pending,
                  const LoweredComponent &L);
  PHINode *takeMemory(IRBuilder<> &B, const LoweredComponent &L, uint64_t Size,
                      uint64_t Alignment, BasicBlock *Taken);
  BasicBlock *splitSite(CallBase &Site, const Twine &Name);
  void replaceTerminator(Instruction *Old, Instruction *New);
  void openSite(unsigned Component);
  void openRuns();

  void createChains();
  void createBits();
  void planPanics();
  bool asksForBit(unsigned Component) const;
  unsigned countFlags() const;
  SmallVector<Value *, 1> loadFlags(IRBuilder<> &B);
  void connectRuns();
  void fillExitChain();
  void connectThrowPoints();
  void throwFrom(BasicBlock *BB, Value *Thrown, const PendingSet &Pending);
  void unwind();
  BasicBlock *getPad(const PendingSet &Pending, bool OfClaim = false);
  void callComponent(unsigned Component, BasicBlock *Body, BasicBlock *Next,
                     BasicBlock *Unwind);
  void forgetMemory(IRBuilder<> &B, const LoweredComponent &L);
  void forgetVariable(IRBuilder<> &B, const LoweredComponent &L,
                      AllocaInst *Variable);
  BasicBlock *createRecovered();
  void createCannotReturn(IRBuilder<> &B, StringRef Why);

  void dropFrame();
  void resolveBits();
  void inlineThunks();

  void remark(const DeferComponent &Component);
  /// For what is nobody's line: calls must have a location if the function has
  /// a scope, for they may be inlined.
  DebugLoc NoLine;
  DebugLoc getLoc(const Instruction &I) const {
    return I.getDebugLoc() ? I.getDebugLoc() : NoLine;
  }
  AllocaInst *createAlloca(Type *T, const Twine &Name);
  AllocaInst *createZeroedAlloca(Type *T, const Twine &Name);
  BasicBlock *createBlock(const Twine &Name) {
    return BasicBlock::Create(F.getContext(), Name, &F);
  }
  Value *getAt(Value *V, BasicBlock *DefinedIn, BasicBlock *UsedIn);

  Function &F;
  RuntimeABI &ABI;
  NoUnwindClaims &Claims;
  LoweringMode Mode;
  SmallPtrSetImpl<Value *> &RecordThunks;

  SmallVector<DeferComponent, 4> Components;
  SmallVector<RunPoint, 1> RunPoints;
  SmallVector<ThrowPoint, 16> ThrowPoints;
  struct PendingStorage {
    CallBase *Storage;
    PendingSet Pending;
    std::optional<unsigned> Capturing;
  };
  SmallVector<PendingStorage, 2> Storages;
  SmallVector<std::pair<CallBase *, PendingSet>, 4> Pushes;
  SmallVector<Instruction *, 2> StackRestores;
  CallBase *Frame = nullptr;
  /// Whether more may be deferred, or what is pending run, after a run or where
  /// the function goes on after a panic: then it must start as at the entry.
  bool AfterRun = false, AfterRecovery = false;

  /// By component. An open-coded site is gone once the block behind it and its
  /// operands are known.
  struct LoweredComponent {
    AllocaInst *List = nullptr;
    Value *First = nullptr; ///< Where the list's memory begins, or null.
    /// The list's cursor and limit where LLVM can have them in registers, or
    /// null if the function takes no memory itself. The run-time has them in
    /// the list when it is asked for memory.
    AllocaInst *Cursor = nullptr, *Limit = nullptr;
    /// Of variables that its records may capture: the instance, and the list's
    /// top when it was new.
    SmallVector<AllocaInst *, 2> Variables;
    BasicBlock *After = nullptr;
    Value *Thunk = nullptr;
    Value *Context = nullptr;
    uint64_t Size = 0, Align = 1; ///< Of the context.
    DebugLoc Loc;
    /// Of those that says whether a site is pending, if that is asked for.
    std::optional<unsigned> Bit;

    /// The block that the site was the end of, of whatever is left of it when
    /// others are split off.
    BasicBlock *getBlock() const {
      return After ? After->getSinglePredecessor() : nullptr;
    }
  };
  SmallVector<LoweredComponent, 4> Lowered;

  std::optional<Chain> Exit, Panic;
  std::optional<ChainBlocks> ExitBlocks;
  /// Which run the exit chain was entered for, if there is a choice.
  std::optional<Variable> Origin;
  /// What is thrown, and where the chain of panics begins for it.
  Variable Exception, First;
  std::optional<PanicFrame> PanicData;
  std::optional<PanicTable> Table;
  /// The blocks that fill the frame, if that is in memory.
  std::optional<ChainBlocks> Saves;
  MapVector<std::pair<BitVector, BitVector>, BasicBlock *> Pads, ClaimPads;
  BasicBlock *Unwind = nullptr, *Recovered = nullptr;
  /// What stands between the frame's two returns and the branch that asks.
  SmallVector<std::pair<Instruction *, Instruction *>, 2> Repeated;

  /// Many bits share words, for a value of each would have to be kept up at
  /// every join of a function with many sites; of a few LLVM finds what they
  /// are.
  SmallVector<AllocaInst *, 1> BitWords;
  unsigned BitsInWord = 1;
  Value *loadBit(IRBuilder<> &B, unsigned Bit);
  ConstantInt *maskOf(unsigned Bit) const {
    return ConstantInt::get(
        cast<IntegerType>(BitWords[Bit / BitsInWord]->getAllocatedType()),
        uint64_t(1) << Bit % BitsInWord);
  }

  /// Bodies of calls that another run may ask for.
  SmallVector<std::pair<unsigned, BasicBlock *>, 8> Cleared;
  SmallVector<WeakTrackingVH, 8> ThunkCalls;
};

/// With several runs only the chain's switch leads to what is behind each:
/// nothing that is known before a run dominates that. So values go through
/// memory, as reg2mem does it, and SROA finds the way back.
static void demoteValues(Function &F) {
  // A run may stand before them.
  BasicBlock &Entry = F.getEntryBlock();
  auto First = Entry.getFirstNonPHIOrDbgOrAlloca();
  for (Instruction &I : make_early_inc_range(make_range(First, Entry.end())))
    if (auto *Alloca = dyn_cast<AllocaInst>(&I);
        Alloca && Alloca->isStaticAlloca())
      Alloca->moveBefore(Entry, First);
  SmallVector<PHINode *, 8> Phis;
  SmallPtrSet<BasicBlock *, 4> Split;
  for (Instruction &I : instructions(F)) {
    if (auto *Phi = dyn_cast<PHINode>(&I))
      Phis.push_back(Phi);
    if (getIntrinsic(&I) == Intrinsic::Run)
      Split.insert(I.getParent());
  }
  for (PHINode *Phi : Phis)
    DemotePHIToStack(Phi);

  SmallVector<Instruction *, 16> Values;
  for (Instruction &I : instructions(F)) {
    auto *Alloca = dyn_cast<AllocaInst>(&I);
    if ((Alloca && Alloca->isStaticAlloca()) ||
        getIntrinsic(&I) == Intrinsic::Frame)
      continue;
    if (any_of(I.users(), [&](User *U) {
          return Split.contains(I.getParent()) ||
                 cast<Instruction>(U)->getParent() != I.getParent();
        }))
      Values.push_back(&I);
  }
  for (Instruction *I : Values)
    DemoteRegToStack(*I);
}

/// Where an optimizer has found that both ways from `defer.frame` are the same,
/// the second return goes that way too.
static void branchOnFrame(Function &F) {
  CallInst *Frame = nullptr;
  for (Instruction &I : F.getEntryBlock())
    if (getIntrinsic(&I) == Intrinsic::Frame && I.use_empty())
      Frame = dyn_cast<CallInst>(&I);
  if (!Frame)
    return;
  BasicBlock *Entry = Frame->getParent();
  BasicBlock *Rest = SplitBlock(Entry, std::next(Frame->getIterator()));
  for (Instruction &I : make_early_inc_range(*Rest))
    if (auto *Alloca = dyn_cast<AllocaInst>(&I);
        Alloca && isa<ConstantInt>(Alloca->getArraySize()))
      Alloca->moveBefore(*Entry, Entry->getFirstNonPHIOrDbgOrAlloca());
  Entry->getTerminator()->eraseFromParent();
  IRBuilder<>(Entry).CreateCondBr(Frame, Rest, Rest);
}

/// Makes calls of the invokes of intrinsics that never throw.
bool FunctionLowering::dropUnwindEdges(const DeferInfo &Info) {
  SmallVector<InvokeInst *, 4> Invokes;
  for (const DeferComponent &Component : Info.components())
    if (!Component.IsRecord)
      if (auto *Invoke = dyn_cast<InvokeInst>(Component.Sites.front()))
        Invokes.push_back(Invoke);
  if (auto *Invoke = dyn_cast_or_null<InvokeInst>(Info.frame()))
    Invokes.push_back(Invoke);
  for (InvokeInst *Invoke : Invokes)
    changeToCall(Invoke);
  return !Invokes.empty();
}

bool FunctionLowering::run() {
  bool Changed = EliminateUnreachableBlocks(F);
  if (count_if(instructions(F), [](Instruction &I) {
        return getIntrinsic(&I) == Intrinsic::Run;
      }) > 1)
    demoteValues(F);
  std::optional<DeferInfo> Info(std::in_place, F, Mode);
  // Only a record throws by itself. Without the edges of the others there may
  // be fewer cycles.
  while (dropUnwindEdges(*Info)) {
    Changed |= EliminateUnreachableBlocks(F);
    Info.emplace(F, Mode);
  }
  if (Info->findPendingReturn() && pruneScopeExits(F)) {
    EliminateUnreachableBlocks(F);
    Info.emplace(F, Mode);
    Changed = true;
  }
  if (Info->frame() && Info->frame()->use_empty()) {
    branchOnFrame(F);
    Info.emplace(F, Mode);
    Changed = true;
  }
  if (Info->empty() || !Info->verifyReturns())
    return Changed;
  collect(*Info);
  for (const DeferComponent &Component : Components)
    remark(Component);

  for (Instruction *I : StackRestores)
    I->eraseFromParent();
  createLists();
  for (PendingStorage &S : Storages)
    lowerStorage(*S.Storage, S.Pending, S.Capturing);
  for (auto &[Site, Pending] : Pushes)
    pushRecord(*Site, Pending, Lowered[Info->getComponent(Site)]);
  for (unsigned I = 0, E = Components.size(); I != E; ++I)
    if (!Components[I].IsRecord)
      openSite(I);
  openRuns();

  createChains();
  createBits();
  if (Panic)
    planPanics();
  connectRuns();
  fillExitChain();
  if (Panic) {
    connectThrowPoints();
    unwind();
  }
  // A caller that inlined it would have a resume that is no call's, and what it
  // skips would be skipped in silence (P9).
  if (Panic && F.doesNotThrow()) {
    F.removeFnAttr(Attribute::AlwaysInline);
    F.addFnAttr(Attribute::NoInline);
  }
  dropFrame();
  resolveBits();
  inlineThunks();
  EliminateUnreachableBlocks(F);
  return true;
}

static bool mayThrow(const Instruction &I) {
  if (isa<ResumeInst>(I))
    return true;
  auto *Call = dyn_cast<CallInst>(&I);
  return Call && !Call->doesNotThrow() && getIntrinsic(Call) == Intrinsic::None;
}

/// Whether an intrinsic is called in \p Blocks, or where they lead to.
static bool reachesIntrinsic(SmallVector<BasicBlock *, 8> Blocks) {
  SmallPtrSet<BasicBlock *, 32> Seen;
  while (!Blocks.empty()) {
    BasicBlock *BB = Blocks.pop_back_val();
    if (!Seen.insert(BB).second)
      continue;
    for (Instruction &I : *BB)
      if (getIntrinsic(&I) != Intrinsic::None)
        return true;
    Blocks.append(succ_begin(BB), succ_end(BB));
  }
  return false;
}

void FunctionLowering::collect(const DeferInfo &Info) {
  Components.assign(Info.components().begin(), Info.components().end());
  Lowered.resize(Components.size());
  for (unsigned I = 0, E = Components.size(); I != E; ++I)
    Lowered[I].Loc = getLoc(*Components[I].Sites.front());
  Frame = Info.frame();
  if (Frame && !Frame->use_empty())
    AfterRecovery = reachesIntrinsic(
        {cast<BranchInst>(Frame->user_back())->getSuccessor(0)});

  for (BasicBlock &BB : F) {
    PendingSet Pending = Info.atEntry(&BB);
    for (Instruction &I : BB) {
      if (!Pending.none()) {
        auto *Call = dyn_cast<CallInst>(&I);
        bool IsClaim = Call && Claims.isClaim(*Call);
        if (IsClaim)
          Claims.withdraw(*Call);
        if (mayThrow(I))
          ThrowPoints.push_back({&I, Pending, IsClaim});
      }
      switch (getIntrinsic(&I)) {
      case Intrinsic::Call:
        if (Components[Info.getComponent(cast<CallBase>(&I))].IsRecord)
          Pushes.push_back({cast<CallBase>(&I), Pending});
        break;
      case Intrinsic::Run:
        collectRun(cast<CallBase>(I), Pending, Info);
        break;
      case Intrinsic::Storage:
        Storages.push_back({cast<CallBase>(&I), Pending,
                            Info.getCapturing(cast<CallBase>(&I))});
        break;
      default:
        break;
      }
      // VLAs of the function's own scope live until deferred calls have run,
      // and the return gives them back. In a cycle the stack would grow.
      if (auto *II = dyn_cast<IntrinsicInst>(&I))
        if (II->getIntrinsicID() == llvm::Intrinsic::stackrestore &&
            !Info.isCyclic(&BB))
          StackRestores.push_back(II);
      Info.step(Pending, I);
    }
  }
}

void FunctionLowering::collectRun(CallBase &Run, const PendingSet &Pending,
                                  const DeferInfo &Info) {
  RunPoint &Point = RunPoints.emplace_back(RunPoint{&Run, Pending, {}});
  BasicBlock *BB = Run.getParent();
  AfterRun |= reachesIntrinsic({succ_begin(BB), succ_end(BB)}) ||
              any_of(make_range(std::next(Run.getIterator()), BB->end()),
                     [](Instruction &I) {
                       return getIntrinsic(&I) != Intrinsic::None;
                     });
  if (&*BB->getFirstNonPHIOrDbgOrLifetime() != &Run || BB->hasAddressTaken() ||
      BB->isEntryBlock() || any_of(predecessors(BB), [](BasicBlock *Pred) {
        return isa<CallBrInst, IndirectBrInst>(Pred->getTerminator());
      }))
    return;
  SmallSetVector<BasicBlock *, 8> Preds(pred_begin(BB), pred_end(BB));
  for (BasicBlock *Pred : Preds)
    Point.Edges.push_back({Pred->getTerminator(), Info.atExit(Pred)});
}

void FunctionLowering::remark(const DeferComponent &Component) {
  OptimizationRemarkEmitter ORE(&F);
  for (CallBase *Site : Component.Sites) {
    if (!Component.IsRecord)
      ORE.emit([&] {
        return OptimizationRemark(DEBUG_TYPE, "OpenCoded", Site)
               << "deferred call is open-coded: it runs once at most";
      });
    else
      ORE.emit([&] {
        return OptimizationRemarkMissed(DEBUG_TYPE, "Record", Site)
               << "deferred call is pushed at run time: "
               << (Mode == LoweringMode::Record ? "mode=record says so"
                                                : "it stands in a cycle");
      });
  }
}

AllocaInst *FunctionLowering::createAlloca(Type *T, const Twine &Name) {
  BasicBlock &Entry = F.getEntryBlock();
  IRBuilder<> B(&Entry, Entry.begin());
  return B.CreateAlloca(T, nullptr, Name);
}

AllocaInst *FunctionLowering::createZeroedAlloca(Type *T, const Twine &Name) {
  AllocaInst *Alloca = createAlloca(T, Name);
  BasicBlock &Entry = F.getEntryBlock();
  IRBuilder<> B(&Entry, Entry.getFirstNonPHIOrDbgOrAlloca());
  B.CreateStore(Constant::getNullValue(T), Alloca);
  return Alloca;
}

/// Most loops are short: a list's first records lie in the frame, and the
/// run-time is not asked for memory. Not where there are many lists, as in
/// mode=record, for the frame would be large.
void FunctionLowering::createLists() {
  constexpr uint64_t FirstBytes = 384; // 16 records with a word each
  constexpr unsigned MostWithFirst = 4;
  auto IsRecord = [](const DeferComponent &C) { return C.IsRecord; };
  bool HasFirst =
      !F.hasMinSize() && count_if(Components, IsRecord) <= MostWithFirst;
  bool TakesMemory = !F.hasMinSize() && !F.hasOptNone();
  Align PointerAlign = F.getDataLayout().getABITypeAlign(ABI.ptrType());
  BasicBlock &Entry = F.getEntryBlock();
  IRBuilder<> B(F.getContext());
  for (unsigned I = 0, E = Components.size(); I != E; ++I) {
    if (!Components[I].IsRecord)
      continue;
    LoweredComponent &L = Lowered[I];
    L.List = createAlloca(ABI.listType(), "defer.list");
    if (TakesMemory) {
      L.Cursor = createAlloca(ABI.ptrType(), "defer.cursor");
      L.Limit = createAlloca(ABI.ptrType(), "defer.limit");
    }
    AllocaInst *First = nullptr;
    if (HasFirst) {
      First = createAlloca(ArrayType::get(B.getInt8Ty(), FirstBytes),
                           "defer.records");
      First->setAlignment(PointerAlign);
    }
    B.SetInsertPoint(&Entry, Entry.getFirstNonPHIOrDbgOrAlloca());
    B.CreateStore(Constant::getNullValue(ABI.listType()), L.List);
    Value *Limit = L.First = ConstantPointerNull::get(ABI.ptrType());
    if (First) {
      L.First = First;
      Limit = B.CreateConstGEP1_64(B.getInt8Ty(), First, FirstBytes);
      B.CreateStore(First, getField(B, L, RuntimeABI::ListCursor));
      B.CreateStore(Limit, getField(B, L, RuntimeABI::ListLimit));
    }
    if (TakesMemory) {
      B.CreateStore(L.First, L.Cursor);
      B.CreateStore(Limit, L.Limit);
    }
  }
}

/// Before the run-time is asked for memory of the list of \p L.
void FunctionLowering::giveCursor(IRBuilder<> &B, const LoweredComponent &L) {
  if (L.Cursor)
    B.CreateStore(B.CreateLoad(ABI.ptrType(), L.Cursor),
                  getField(B, L, RuntimeABI::ListCursor));
}

/// Afterwards.
void FunctionLowering::takeCursor(IRBuilder<> &B, const LoweredComponent &L) {
  if (!L.Cursor)
    return;
  B.CreateStore(
      B.CreateLoad(ABI.ptrType(), getField(B, L, RuntimeABI::ListCursor)),
      L.Cursor);
  B.CreateStore(
      B.CreateLoad(ABI.ptrType(), getField(B, L, RuntimeABI::ListLimit)),
      L.Limit);
}

void FunctionLowering::lowerStorage(CallBase &Storage,
                                    const PendingSet &Pending,
                                    std::optional<unsigned> Capturing) {
  auto *Size = cast<ConstantInt>(Storage.getArgOperand(0));
  auto *Alignment = cast<ConstantInt>(Storage.getArgOperand(1));
  if (Capturing) {
    storeBesideRecords(Storage, Pending, Lowered[*Capturing],
                       Size->getZExtValue(), Alignment->getZExtValue());
    return;
  }
  IRBuilder<> B(&Storage);
  B.SetCurrentDebugLocation(getLoc(Storage));
  AllocaInst *Alloca = createAlloca(
      ArrayType::get(B.getInt8Ty(), Size->getZExtValue()), "defer.storage");
  Alloca->setAlignment(Align(Alignment->getZExtValue()));
  if (auto *Invoke = dyn_cast<InvokeInst>(&Storage)) {
    Invoke->getUnwindDest()->removePredecessor(Invoke->getParent());
    replaceTerminator(Invoke, B.CreateBr(Invoke->getNormalDest()));
  }
  Storage.replaceAllUsesWith(Alloca);
  Storage.eraseFromParent();
}

/// Lowers storage that a record may capture:
///
///     %kept = icmp eq ptr %variable.top, %list->top     ; the old one will do
///     br i1 %kept, label %defer.stored, label %defer.fresh
///   defer.fresh:                                        ; as a record's memory
///     %storage = call ptr @__defer_storage(ptr %list, size, align)
///     ; variable = {storage, list->top}
///     br label %defer.stored
///
/// No record has captured an instance if nothing was pushed since.
void FunctionLowering::storeBesideRecords(CallBase &Storage,
                                          const PendingSet &Pending,
                                          LoweredComponent &L, uint64_t Size,
                                          uint64_t Alignment) {
  auto *Invoke = dyn_cast<InvokeInst>(&Storage);
  StructType *VariableType =
      StructType::get(F.getContext(), {ABI.ptrType(), ABI.ptrType()});
  AllocaInst *Variable = createAlloca(VariableType, "defer.variable");
  L.Variables.push_back(Variable);
  IRBuilder<> B(F.getContext());
  BasicBlock &Entry = F.getEntryBlock();
  B.SetInsertPoint(&Entry, Entry.getFirstNonPHIOrDbgOrAlloca());
  forgetVariable(B, L, Variable);

  BasicBlock *BB = Storage.getParent();
  BasicBlock *Stored = splitSite(Storage, "defer.stored");
  BasicBlock *Fresh = createBlock("defer.fresh");
  B.SetInsertPoint(BB);
  B.SetCurrentDebugLocation(getLoc(Storage));
  Value *Instance = B.CreateStructGEP(VariableType, Variable, 0);
  Value *TopThen = B.CreateStructGEP(VariableType, Variable, 1);
  Value *Top = B.CreateLoad(ABI.ptrType(), getField(B, L, RuntimeABI::ListTop));
  B.CreateCondBr(B.CreateICmpEQ(B.CreateLoad(ABI.ptrType(), TopThen), Top),
                 Stored, Fresh);

  B.SetInsertPoint(Fresh);
  B.CreateStore(Top, TopThen);
  BasicBlock *Set = createBlock("defer.set");
  PHINode *Memory = takeMemory(B, L, Size, Alignment, Set);
  giveCursor(B, L);
  Value *Arguments[] = {L.List, ConstantInt::get(ABI.sizeType(), Size),
                        ConstantInt::get(ABI.sizeType(), Alignment)};
  Value *New;
  if (Invoke) {
    BasicBlock *Pad = Invoke->getUnwindDest();
    BasicBlock *Asked = createBlock("defer.asked");
    Pad->replacePhiUsesWith(BB, B.GetInsertBlock());
    New = B.CreateInvoke(ABI.storage(), Asked, Pad, Arguments);
    B.SetInsertPoint(Asked);
  } else {
    CallInst *Call = B.CreateCall(ABI.storage(), Arguments);
    if (!Pending.none())
      ThrowPoints.push_back({Call, Pending}); // out of memory (D12)
    New = Call;
  }
  takeCursor(B, L);
  if (Memory) {
    Memory->addIncoming(New, B.GetInsertBlock());
    New = Memory;
  }
  B.CreateBr(Set);
  B.SetInsertPoint(Set);
  B.CreateStore(New, Instance);
  B.CreateBr(Stored);

  B.SetInsertPoint(&Storage);
  B.SetCurrentDebugLocation(getLoc(Storage));
  Storage.replaceAllUsesWith(B.CreateLoad(ABI.ptrType(), Instance));
  Storage.eraseFromParent();
}

/// Makes \p Site the beginning of a block \p Name of its own, and no
/// terminator. The block before has none.
BasicBlock *FunctionLowering::splitSite(CallBase &Site, const Twine &Name) {
  BasicBlock *BB = Site.getParent(), *Behind;
  if (auto *Invoke = dyn_cast<InvokeInst>(&Site)) {
    Behind = createBlock(Name);
    Invoke->getNormalDest()->replacePhiUsesWith(BB, Behind);
    BranchInst *Branch = BranchInst::Create(Invoke->getNormalDest(), Behind);
    Branch->setDebugLoc(getLoc(Site));
    replaceTerminator(&Site, Branch);
    Site.moveBefore(*Behind, Branch->getIterator());
  } else {
    Behind = SplitBlock(BB, Site.getIterator());
    Behind->setName(Name);
    BB->getTerminator()->eraseFromParent();
  }
  return Behind;
}

/// Tells the runs that \p New leads to them now.
void FunctionLowering::replaceTerminator(Instruction *Old, Instruction *New) {
  for (RunPoint &Point : RunPoints)
    for (RunPoint::Edge &Edge : Point.Edges)
      if (Edge.Terminator == Old)
        Edge.Terminator = New;
}

/// Takes \p Size bytes of a list's memory in place while there is room, and
/// goes on at \p Taken. \returns where they are, to which the other way is to
/// be added: from where \p B is then. Null if all is left to the run-time.
PHINode *FunctionLowering::takeMemory(IRBuilder<> &B, const LoweredComponent &L,
                                      uint64_t Size, uint64_t Alignment,
                                      BasicBlock *Taken) {
  Align PointerAlign = F.getDataLayout().getABITypeAlign(ABI.ptrType());
  if (!L.Cursor || Alignment > PointerAlign.value())
    return nullptr;
  Value *Begin = B.CreateLoad(ABI.ptrType(), L.Cursor);
  // Of a list without memory both are null.
  Value *End =
      B.CreateConstGEP1_64(B.getInt8Ty(), Begin, alignTo(Size, PointerAlign));
  Value *Limit = B.CreateLoad(ABI.ptrType(), L.Limit);
  BasicBlock *Bump = createBlock("defer.bump");
  BasicBlock *NewChunk = createBlock("defer.chunk");
  B.CreateCondBr(B.CreateICmpULE(End, Limit), Bump, NewChunk,
                 MDBuilder(F.getContext()).createLikelyBranchWeights());
  B.SetInsertPoint(Bump);
  B.CreateStore(End, L.Cursor);
  B.CreateBr(Taken);
  PHINode *Memory = PHINode::Create(ABI.ptrType(), 2, "defer.memory");
  Memory->insertBefore(*Taken, Taken->begin());
  Memory->addIncoming(Begin, Bump);
  B.SetInsertPoint(NewChunk);
  return Memory;
}

/// Lowers a site in a cycle:
///
///   site:                                        before: call @defer.call(...)
///     %record = call ptr @__defer_allocate(ptr %list, size, align)
///     %none = icmp eq ptr %record, null
///     br i1 %none, label %defer.oom, label %defer.push
///   defer.push:
///     ; record = {list->top, thunk}, context; list->top = record
///     br label %site.cont
///   defer.oom:                                   ; D12: runs at once, then
///   panics
///     call void %thunk(ptr %context, ptr null)
///     call void @__defer_out_of_memory()
///     unreachable
///
/// An invoke's pad is that of both calls in %defer.oom, so that the scopes that
/// the site stands in are cleaned up.
void FunctionLowering::pushRecord(CallBase &Site, const PendingSet &Pending,
                                  const LoweredComponent &L) {
  DeferCallOperands Operands(Site);
  auto *Invoke = dyn_cast<InvokeInst>(&Site);
  BasicBlock *BB = Site.getParent();
  BasicBlock *OutOfMemory = createBlock("defer.oom");
  BasicBlock *Push = splitSite(Site, "defer.push");
  IRBuilder<> B(BB);
  B.SetCurrentDebugLocation(getLoc(Site));
  MDNode *Unlikely = MDBuilder(F.getContext()).createUnlikelyBranchWeights();
  uint64_t Header = F.getDataLayout().getTypeAllocSize(ABI.recordType());
  PHINode *Memory =
      takeMemory(B, L, Header + Operands.Size, Operands.Align, Push);
  giveCursor(B, L);
  Value *Record =
      B.CreateCall(ABI.allocate(),
                   {L.List, ConstantInt::get(ABI.sizeType(), Operands.Size),
                    ConstantInt::get(ABI.sizeType(), Operands.Align)},
                   "defer.record");
  takeCursor(B, L);
  B.CreateCondBr(B.CreateIsNull(Record), OutOfMemory, Push, Unlikely);
  if (Memory) {
    Memory->addIncoming(Record, B.GetInsertBlock());
    Record = Memory;
  }

  B.SetInsertPoint(&Site);
  B.SetCurrentDebugLocation(getLoc(Site));
  if (Operands.Size)
    B.CreateMemCpy(B.CreateConstInBoundsGEP1_32(ABI.recordType(), Record, 1),
                   Align(Operands.Align), Operands.Context,
                   Align(Operands.Align), Operands.Size);
  Value *Top = getField(B, L, RuntimeABI::ListTop);
  Value *Next = B.CreateStructGEP(ABI.recordType(), Record, 0);
  B.CreateStore(B.CreateLoad(ABI.ptrType(), Top), Next);
  RecordThunks.insert(Operands.Thunk);
  B.CreateStore(Operands.Thunk, B.CreateStructGEP(ABI.recordType(), Record, 1));
  B.CreateStore(Record, Top);

  B.SetInsertPoint(OutOfMemory);
  B.SetCurrentDebugLocation(getLoc(Site));
  Value *Arguments[] = {Operands.Context,
                        ConstantPointerNull::get(ABI.ptrType())};
  if (Invoke) {
    BasicBlock *Pad = Invoke->getUnwindDest();
    BasicBlock *After = createBlock("defer.oom.panic");
    BasicBlock *Never = createBlock("defer.oom.end");
    B.CreateInvoke(ABI.thunkType(), Operands.Thunk, After, Pad, Arguments);
    B.SetInsertPoint(After);
    B.CreateInvoke(ABI.outOfMemory(), Never, Pad);
    B.SetInsertPoint(Never);
    Pad->replacePhiUsesWith(BB, OutOfMemory);
    for (PHINode &Phi : Pad->phis())
      Phi.addIncoming(Phi.getIncomingValueForBlock(OutOfMemory), After);
  } else {
    CallInst *Now = B.CreateCall(ABI.thunkType(), Operands.Thunk, Arguments);
    CallInst *OOM = B.CreateCall(ABI.outOfMemory());
    if (!Pending.none()) {
      ThrowPoints.push_back({Now, Pending});
      ThrowPoints.push_back({OOM, Pending});
    }
  }
  B.CreateUnreachable();
  Site.eraseFromParent();
}

/// Lowers a site that runs once at most: nothing is left of it but that its
/// block was passed.
void FunctionLowering::openSite(unsigned Component) {
  CallBase *Site = Components[Component].Sites.front();
  DeferCallOperands Operands(*Site);
  // The context belongs to the deferred call from here on: it lives until that
  // has run, whatever was said of its scope.
  if (auto *Alloca =
          dyn_cast<AllocaInst>(Operands.Context->stripInBoundsOffsets()))
    for (User *U : make_early_inc_range(Alloca->users()))
      if (auto *II = dyn_cast<IntrinsicInst>(U))
        if (II->isLifetimeStartOrEnd())
          II->eraseFromParent();
  LoweredComponent &L = Lowered[Component];
  L.Thunk = Operands.Thunk;
  L.Context = Operands.Context;
  L.Size = Operands.Size;
  L.Align = Operands.Align;
  // Calls before it in its block are in other blocks once they have pads.
  L.After = SplitBlock(Site->getParent(), std::next(Site->getIterator()));
  Site->eraseFromParent();
}

/// Takes the runs out of their blocks, which end there or begin there.
void FunctionLowering::openRuns() {
  for (RunPoint &Point : RunPoints) {
    BasicBlock *BB = Point.Run->getParent();
    if (Point.Edges.empty()) {
      Point.Continue = SplitBlock(BB, Point.Run->getIterator());
      Point.Edges.push_back({BB->getTerminator(), Point.Pending});
    } else {
      Point.Continue = BB;
      // What the edges bring no longer meets here, but before the chain.
      for (PHINode &Phi : make_early_inc_range(BB->phis()))
        DemotePHIToStack(&Phi);
    }
    Point.Run->eraseFromParent();
  }
}

/// Creates the chains, once it is known where they are entered.
void FunctionLowering::createChains() {
  SmallVector<PendingSet, 16> Entries;
  for (const RunPoint &Point : RunPoints)
    for (const RunPoint::Edge &Edge : Point.Edges)
      Entries.push_back(Edge.Pending);
  if (!Entries.empty()) {
    Exit.emplace(Components, Entries);
    ExitBlocks.emplace(F, *Exit,
                       RunPoints.size() == 1 ? RunPoints.front().Continue
                                             : createBlock("defer.return"),
                       "defer");
  }

  Entries.clear();
  for (const ThrowPoint &Point : ThrowPoints)
    Entries.push_back(Point.Pending);
  if (Exit)
    for (const Chain::Link &Link : Exit->links())
      if (Link.IsPending && !Link.AfterThrow.none())
        Entries.push_back(Link.AfterThrow);
  if (Entries.empty())
    return;
  Panic.emplace(Components, Entries);
  Unwind = createBlock("defer.unwind");
  F.setPersonalityFn(ABI.personality());
}

/// Gives each open-coded site that is asked for a bit, which says whether it
/// was passed.
void FunctionLowering::createBits() {
  unsigned Count = 0;
  auto IsTested = [](const std::optional<Chain> &C, unsigned I) {
    return C && C->links()[I].IsTested;
  };
  // In the order of the source, which conditions may have as well.
  for (unsigned I = Components.size(); I--;)
    if (!Components[I].IsRecord && (IsTested(Panic, I) || IsTested(Exit, I)))
      Lowered[I].Bit = Count++;

  constexpr unsigned Few = 16;
  BitsInWord = Count <= Few ? 1 : 64;
  for (unsigned Left = Count; Left;) {
    unsigned Bits = std::min(Left, BitsInWord);
    Left -= Bits;
    unsigned Width =
        BitsInWord == 1 ? 1 : std::max(8u, unsigned(PowerOf2Ceil(Bits)));
    BitWords.push_back(createZeroedAlloca(
        IntegerType::get(F.getContext(), Width), "defer.pending"));
  }
}

Value *FunctionLowering::loadBit(IRBuilder<> &B, unsigned Bit) {
  AllocaInst *Word = BitWords[Bit / BitsInWord];
  Value *V = B.CreateLoad(Word->getAllocatedType(), Word);
  return BitsInWord == 1 ? V : B.CreateIsNotNull(B.CreateAnd(V, maskOf(Bit)));
}

/// Whether the run-time asks for the bit of \p Component. A list needs none:
/// one that is empty runs nothing.
bool FunctionLowering::asksForBit(unsigned Component) const {
  return Panic->links()[Component].IsTested && Lowered[Component].Bit;
}

/// The words that the run-time gets of bits.
unsigned FunctionLowering::countFlags() const {
  for (unsigned I = 0, E = Components.size(); I != E; ++I)
    if (asksForBit(I))
      return BitsInWord == 1 ? 1 : BitWords.size();
  return 0;
}

SmallVector<Value *, 1> FunctionLowering::loadFlags(IRBuilder<> &B) {
  SmallVector<Value *, 1> Flags(countFlags(),
                                ConstantInt::get(ABI.sizeType(), 0));
  if (Flags.empty())
    return Flags;
  auto Extend = [&](Value *V) { return B.CreateZExt(V, ABI.sizeType()); };
  if (BitsInWord == 1) {
    for (unsigned I = 0, E = Components.size(); I != E; ++I)
      if (asksForBit(I)) {
        unsigned Bit = *Lowered[I].Bit;
        Flags[0] =
            B.CreateOr(Flags[0], B.CreateShl(Extend(loadBit(B, Bit)), Bit));
      }
    return Flags;
  }
  for (auto [Flag, Word] : zip_equal(Flags, BitWords))
    Flag = Extend(B.CreateLoad(Word->getAllocatedType(), Word));
  return Flags;
}

/// Finds out what the run-time needs, and lays down what it does.
void FunctionLowering::planPanics() {
  SmallVector<PanicFrame::Site, 8> Sites;
  SmallVector<std::optional<unsigned>, 8> Bits;
  for (unsigned I = 0, E = Components.size(); I != E; ++I) {
    const LoweredComponent &L = Lowered[I];
    Sites.push_back({Panic->links()[I].IsPending, L.Thunk,
                     L.List ? L.List : L.Context, L.Size, L.Align});
    Bits.push_back(asksForBit(I) ? L.Bit : std::nullopt);
  }
  BasicBlock *Continue = nullptr;
  if (Frame && !Frame->use_empty() && !F.doesNotReturn())
    Continue = cast<BranchInst>(Frame->user_back())->getSuccessor(0);
  PanicData.emplace(F, ABI, Sites, countFlags(), Frame, Continue);

  SmallVector<PanicStep, 8> Steps(Sites.size());
  for (unsigned I = 0, E = Sites.size(); I != E; ++I) {
    if (Sites[I].IsPending)
      Steps[I] = PanicData->getStep(I);
    if (Bits[I])
      *Bits[I] += 64 * PanicData->getFlagsSlot();
  }
  Table.emplace(F, *Panic, Steps, Bits);
  if (!PanicData->inRegisters())
    Saves.emplace(F, *Panic, Unwind, "defer.save");
}

/// Leads the ways to each run into the exit chain. With more than one run, a
/// switch at the chain's end goes on where it was entered from.
void FunctionLowering::connectRuns() {
  if (!Exit)
    return;
  Type *I32 = Type::getInt32Ty(F.getContext());
  bool Shared = RunPoints.size() > 1;
  if (Shared)
    Origin.emplace(I32, "defer.origin");
  for (unsigned I = 0, E = RunPoints.size(); I != E; ++I)
    for (const RunPoint::Edge &Edge : RunPoints[I].Edges) {
      BasicBlock *Entry = ExitBlocks->getEntry(Edge.Pending);
      if (Shared) {
        BasicBlock *Via = createBlock("defer.exit");
        IRBuilder<>(Via).CreateBr(Entry);
        Origin->define(Via, ConstantInt::get(I32, I));
        Entry = Via;
      }
      Edge.Terminator->replaceSuccessorWith(RunPoints[I].Continue, Entry);
    }
}

/// \p V, known at the end of \p DefinedIn, for a use in \p UsedIn: the ways
/// there that do not come from \p DefinedIn never get to the use.
Value *FunctionLowering::getAt(Value *V, BasicBlock *DefinedIn,
                               BasicBlock *UsedIn) {
  auto *I = dyn_cast<Instruction>(V);
  if (!I || (isa<AllocaInst>(I) && I->getParent()->isEntryBlock()))
    return V;
  Variable Var(V->getType(), "defer.site");
  Var.define(DefinedIn, V);
  return Var.get(UsedIn);
}

/// Fills \p Body with the call that runs \p Component on a normal return.
void FunctionLowering::callComponent(unsigned Component, BasicBlock *Body,
                                     BasicBlock *Next, BasicBlock *Unwind) {
  const LoweredComponent &L = Lowered[Component];
  IRBuilder<> B(Body);
  B.SetCurrentDebugLocation(L.Loc);
  bool IsRecord = Components[Component].IsRecord;
  FunctionCallee Callee =
      IsRecord
          ? FunctionCallee(ABI.drain())
          : FunctionCallee(ABI.thunkType(), getAt(L.Thunk, L.getBlock(), Body));
  Value *Arguments[] = {IsRecord ? L.List
                                 : getAt(L.Context, L.getBlock(), Body),
                        ConstantPointerNull::get(ABI.ptrType())};
  CallBase *Call;
  if (Unwind) {
    Call = B.CreateInvoke(Callee, Next, Unwind, Arguments);
  } else {
    Call = B.CreateCall(Callee, Arguments);
    B.CreateBr(Next);
  }
  if (!IsRecord)
    ThunkCalls.push_back(Call);
}

/// Where the list of \p L has been drained, and more may be pushed.
void FunctionLowering::forgetMemory(IRBuilder<> &B, const LoweredComponent &L) {
  for (AllocaInst *Variable : L.Variables)
    forgetVariable(B, L, Variable);
  takeCursor(B, L);
}

/// \p Variable has no instance: no list's top is the list itself.
void FunctionLowering::forgetVariable(IRBuilder<> &B, const LoweredComponent &L,
                                      AllocaInst *Variable) {
  B.CreateStore(L.List, B.CreateStructGEP(Variable->getAllocatedType(),
                                          Variable, /*Idx=*/1));
}

/// A list is asked whether it has taken memory, that of variables that no
/// record has captured included.
void FunctionLowering::fillExitChain() {
  if (!Exit)
    return;
  for (unsigned I = 0, E = Components.size(); I != E; ++I) {
    const Chain::Link &Link = Exit->links()[I];
    const ChainBlocks::Link &Blocks = ExitBlocks->links()[I];
    if (!Link.IsPending)
      continue;
    if (Blocks.Test) {
      IRBuilder<> B(Blocks.Test);
      B.SetCurrentDebugLocation(Lowered[I].Loc);
      Value *IsPending =
          Components[I].IsRecord
              ? B.CreateICmpNE(
                    B.CreateLoad(
                        ABI.ptrType(),
                        Lowered[I].Cursor
                            ? Lowered[I].Cursor
                            : getField(B, Lowered[I], RuntimeABI::ListCursor)),
                    Lowered[I].First)
              : loadBit(B, *Lowered[I].Bit);
      B.CreateCondBr(IsPending, Blocks.Body, Blocks.Next);
    }
    BasicBlock *Next = Blocks.Next;
    if (AfterRun && Components[I].IsRecord) {
      Next = createBlock("defer.drained");
      IRBuilder<> B(Next);
      forgetMemory(B, Lowered[I]);
      B.CreateBr(Blocks.Next);
    }
    callComponent(I, Blocks.Body, Next,
                  Link.AfterThrow.none() ? nullptr : getPad(Link.AfterThrow));
    if (AfterRun)
      Cleared.push_back({I, Blocks.Body});
  }
  if (!Origin)
    return;
  BasicBlock *End = ExitBlocks->getEnd();
  IRBuilder<> B(End);
  SwitchInst *Switch =
      B.CreateSwitch(Origin->get(End), RunPoints.front().Continue);
  for (unsigned I = 1, E = RunPoints.size(); I != E; ++I)
    Switch->addCase(B.getInt32(I), RunPoints[I].Continue);
}

/// Ends \p BB, at whose end \p Thrown is known, with the way to the run-time.
void FunctionLowering::throwFrom(BasicBlock *BB, Value *Thrown,
                                 const PendingSet &Pending) {
  Exception.define(BB, Thrown);
  First.define(BB, Table->getFirst(Pending));
  IRBuilder<> B(BB);
  B.SetCurrentDebugLocation(NoLine);
  B.CreateBr(Saves ? Saves->getEntry(Pending) : Unwind);
}

/// The landing pad of what throws while \p Pending is pending.
BasicBlock *FunctionLowering::getPad(const PendingSet &Pending, bool OfClaim) {
  BasicBlock *&BB = (OfClaim ? ClaimPads : Pads)[{Pending.Must, Pending.May}];
  if (!BB) {
    BB = createBlock("defer.pad");
    IRBuilder<> B(BB);
    B.SetCurrentDebugLocation(NoLine);
    LandingPadInst *Pad = B.CreateLandingPad(ABI.padType(), 0);
    Pad->setCleanup(true);
    Value *Thrown = B.CreateExtractValue(Pad, 0);
    if (OfClaim)
      B.CreateCall(ABI.cannotUnwind(), {Thrown});
    throwFrom(BB, Thrown, Pending);
  }
  return BB;
}

/// Gives \p Call a pad, and keeps what is known of it.
static void makeInvoke(CallInst *Call, BasicBlock *Pad) {
  SmallVector<std::pair<unsigned, MDNode *>, 2> Metadata;
  Call->getAllMetadataOtherThanDebugLoc(Metadata);
  BasicBlock *BB = Call->getParent();
  changeToInvokeAndSplitBasicBlock(Call, Pad);
  for (auto [Kind, Node] : Metadata)
    BB->getTerminator()->setMetadata(Kind, Node);
}

/// Leads what throws in the body to the run-time.
void FunctionLowering::connectThrowPoints() {
  for (const ThrowPoint &Point : ThrowPoints) {
    if (auto *Call = dyn_cast<CallInst>(Point.At)) {
      makeInvoke(Call, getPad(Point.Pending, Point.IsClaim));
      continue;
    }
    auto *Resume = cast<ResumeInst>(Point.At);
    Value *Thrown =
        IRBuilder<>(Resume).CreateExtractValue(Resume->getValue(), 0);
    BasicBlock *BB = Resume->getParent();
    Resume->eraseFromParent();
    throwFrom(BB, Thrown, Point.Pending);
  }
}

/// Hands a panic over to the run-time, which comes back if it was recovered.
void FunctionLowering::unwind() {
  auto GetAt = [&](BasicBlock *Use) {
    return [this, Use](unsigned Component, Value *V) {
      return getAt(V, Lowered[Component].getBlock(), Use);
    };
  };
  if (Saves)
    for (unsigned I = 0, E = Components.size(); I != E; ++I) {
      const ChainBlocks::Link &Blocks = Saves->links()[I];
      if (!Blocks.Body)
        continue;
      if (Blocks.Test) // that is for the run-time
        IRBuilder<>(Blocks.Test).CreateBr(Blocks.Body);
      IRBuilder<> B(Blocks.Body);
      B.SetCurrentDebugLocation(NoLine);
      PanicData->save(B, I, GetAt(Blocks.Body));
      B.CreateBr(Blocks.Next);
    }

  IRBuilder<> B(Unwind);
  B.SetCurrentDebugLocation(NoLine);
  PanicData->unwind(B, Exception.get(Unwind), First.get(Unwind), loadFlags(B),
                    GetAt(Unwind));
  if (!PanicData->mayRecover()) {
    B.CreateUnreachable();
    return;
  }
  Recovered = createRecovered();
  B.CreateBr(Recovered);
}

/// Whether callers may get zero: not if they were told otherwise.
static bool mayReturnZero(const Function &F) {
  AttributeList Attributes = F.getAttributes();
  return !F.hasRetAttribute(Attribute::NonNull) &&
         !F.hasRetAttribute(Attribute::Dereferenceable) &&
         !F.hasRetAttribute(Attribute::Range) &&
         !F.hasRetAttribute(Attribute::NoFPClass) &&
         !Attributes.hasAttrSomewhere(Attribute::Returned);
}

void FunctionLowering::createCannotReturn(IRBuilder<> &B, StringRef Why) {
  B.CreateCall(ABI.cannotReturn(),
               {B.CreateGlobalString(F.getName(), "", 0, F.getParent()),
                B.CreateGlobalString(Why, "", 0, F.getParent())});
  B.CreateUnreachable();
}

/// Where the function goes on once a panic was recovered: as `defer.frame`
/// says, or else it returns zero.
BasicBlock *FunctionLowering::createRecovered() {
  IRBuilder<> B(createBlock("defer.recovered"));
  B.SetCurrentDebugLocation(NoLine);
  if (F.doesNotReturn()) {
    createCannotReturn(B, "is declared noreturn");
  } else if (Frame && !Frame->use_empty()) {
    auto *Branch = cast<BranchInst>(Frame->user_back());
    BasicBlock *Continue = Branch->getSuccessor(0);
    // What an optimizer moved between the intrinsic and its branch happens
    // again when it returns for the second time.
    ValueToValueMapTy Map;
    for (Instruction &I :
         make_range(std::next(Frame->getIterator()), Branch->getIterator())) {
      Instruction *Again = I.clone();
      B.Insert(Again);
      RemapInstruction(Again, Map,
                       RF_NoModuleLevelChanges | RF_IgnoreMissingLocals);
      Map[&I] = Again;
      Repeated.push_back({&I, Again});
    }
    B.CreateBr(Continue);
    for (PHINode &Phi : Continue->phis()) {
      Value *V = Phi.getIncomingValueForBlock(Branch->getParent());
      Value *Again = Map.lookup(V);
      Phi.addIncoming(Again ? Again : V, B.GetInsertBlock());
    }
  } else if (F.getReturnType()->isVoidTy()) {
    B.CreateRetVoid();
  } else if (!mayReturnZero(F)) {
    createCannotReturn(B, "is declared not to return zero");
  } else {
    B.CreateRet(Constant::getNullValue(F.getReturnType()));
  }
  return B.GetInsertBlock();
}

void FunctionLowering::dropFrame() {
  if (!Frame)
    return;
  if (!Frame->use_empty()) {
    auto *Branch = cast<BranchInst>(Frame->user_back());
    BasicBlock *Body = Branch->getSuccessor(1);
    if (Branch->getSuccessor(0) != Body)
      Branch->getSuccessor(0)->removePredecessor(Branch->getParent(),
                                                 /*KeepOneInputPHIs=*/true);
    IRBuilder<>(Branch).CreateBr(Body);
    Branch->eraseFromParent();
  }
  Frame->eraseFromParent();
  // What the function does after a panic uses what happened again.
  for (auto [First, Again] : Repeated)
    useCopy(*First, First->getParent(), Again, Again->getParent());
}

/// Keeps the bits up.
void FunctionLowering::resolveBits() {
  auto Change = [&](IRBuilder<> &B, unsigned Bit, bool Set) {
    AllocaInst *Word = BitWords[Bit / BitsInWord];
    Value *New = ConstantInt::getBool(F.getContext(), Set);
    if (BitsInWord != 1) {
      Value *Old = B.CreateLoad(Word->getAllocatedType(), Word);
      New = Set ? B.CreateOr(Old, maskOf(Bit))
                : B.CreateAnd(Old, ConstantExpr::getNot(maskOf(Bit)));
    }
    B.CreateStore(New, Word);
  };
  for (LoweredComponent &L : Lowered)
    if (L.Bit) {
      IRBuilder<> B(L.getBlock()->getTerminator());
      Change(B, *L.Bit, true);
    }
  // All that was pending has run.
  if (Recovered && AfterRecovery) {
    IRBuilder<> B(Recovered, Recovered->getFirstInsertionPt());
    for (AllocaInst *Word : BitWords)
      B.CreateStore(Constant::getNullValue(Word->getAllocatedType()), Word);
    for (const LoweredComponent &L : Lowered)
      forgetMemory(B, L);
  }
  for (auto [Component, Body] : Cleared)
    if (Lowered[Component].Bit) {
      IRBuilder<> B(Body, Body->getFirstInsertionPt());
      Change(B, *Lowered[Component].Bit, false);
    }
}

void FunctionLowering::inlineThunks() {
  for (const WeakTrackingVH &Handle : ThunkCalls) {
    auto *Call = cast<CallBase>(Handle);
    Function *Thunk = Call->getCalledFunction();
    if (!Thunk || !canInline(*Thunk, F))
      continue;
    // Ours does all that C's does, and only like is inlined into like.
    for (Function *G : {Thunk, &F})
      if (G->hasPersonalityFn())
        G->setPersonalityFn(ABI.personality());
    InlineFunctionInfo IFI;
    InlineFunction(*Call, IFI, /*MergeAttributes=*/true, /*CalleeAAR=*/nullptr,
                   /*InsertLifetime=*/!F.hasOptNone());
  }
}

class ModuleLowering {
public:
  ModuleLowering(Module &M, FunctionAnalysisManager &FAM, LoweringMode Mode)
      : M(M), FAM(FAM), ABI(M), Claims(M), Mode(Mode) {}
  bool run();

private:
  void lower(Function &F);

  Module &M;
  FunctionAnalysisManager &FAM;
  RuntimeABI ABI;
  NoUnwindClaims Claims;
  LoweringMode Mode;
  SmallPtrSet<Function *, 16> Seen, Lowering;
  /// Those that a record refers to.
  SmallPtrSet<Value *, 16> RecordThunks;
  /// Outer ones after the inner ones.
  SmallSetVector<Function *, 16> Thunks;
  bool Changed = false;
};

/// Lowers \p F after the thunks that are to be inlined into it.
void ModuleLowering::lower(Function &F) {
  if (F.isDeclaration() || !Seen.insert(&F).second || !verifyCalls(F))
    return;
  bool Defers = false;
  SmallSetVector<Function *, 8> Own;
  for (Instruction &I : instructions(F)) {
    Intrinsic ID = getIntrinsic(&I);
    Defers |= ID != Intrinsic::None;
    if (ID == Intrinsic::Call)
      if (auto *Thunk = dyn_cast<Function>(cast<CallBase>(I).getArgOperand(0)))
        Own.insert(Thunk);
  }
  if (!Defers)
    return;
  Lowering.insert(&F);
  for (Function *Thunk : Own) {
    lower(*Thunk);
    if (!Thunks.insert(Thunk) || Thunk->isDeclaration())
      continue;
    if (hasAsmLabel(*Thunk))
      Thunk->addFnAttr(Attribute::NoInline); // by nobody else either
    if (!Lowering.contains(Thunk))
      simplifyThunk(*Thunk, FAM);
  }
  Changed |= FunctionLowering(F, ABI, Claims, Mode, RecordThunks).run();
  Lowering.erase(&F);
}

/// Whether nobody calls \p Thunk but the run-time, by a table.
static bool isForPanics(const Function &Thunk) {
  return Thunk.hasLocalLinkage() && !Thunk.use_empty() &&
         none_of(Thunk.users(), [](const User *U) {
           return isa<Instruction, GlobalValue>(U);
         });
}

bool ModuleLowering::run() {
  if (!verifyDeclarations(M))
    return false;
  SmallVector<Function *, 4> Intrinsics;
  for (Function &F : M)
    if (getIntrinsic(&F) != Intrinsic::None)
      Intrinsics.push_back(&F);
  if (Intrinsics.empty())
    return false;

  for (Function &F : M)
    lower(F);
  // An inner block's thunk loses its last use with the outer one.
  while (!Thunks.empty()) {
    Function *Thunk = Thunks.pop_back_val();
    if (Thunk->hasLocalLinkage() && Thunk->use_empty())
      Thunk->eraseFromParent();
    else if (RecordThunks.contains(Thunk))
      splitThunk(*Thunk, ABI.thunkType());
    else if (isForPanics(*Thunk))
      makeCold(*Thunk);
  }
  for (Function *F : Intrinsics)
    if (F->use_empty()) {
      F->eraseFromParent();
      Changed = true;
    }
  return Changed;
}

} // namespace

PreservedAnalyses LowerDeferPass::run(Module &M, ModuleAnalysisManager &MAM) {
  auto &FAM = MAM.getResult<FunctionAnalysisManagerModuleProxy>(M).getManager();
  return ModuleLowering(M, FAM, chooseMode(Mode, M)).run()
             ? PreservedAnalyses::none()
             : PreservedAnalyses::all();
}

} // namespace defer
